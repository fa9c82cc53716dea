/** A lane a writer: its own LSN space, its points, and its newest records in every group. */
import type { LaneRecordView, WriterLaneView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { mmOf } from '../mmPlaces.ts'
import type { MmWriter } from '../multiMaster.ts'
import { recentOf } from '../noteWriter.ts'
import { isReadOnlyAt } from '../readOnly.ts'
import { purgeLagMicros } from '../purge.ts'

const shownRecords = 16

export function viewLanes(world: World): WriterLaneView[] {
  return mmOf(world).writers.map((writer, index) => viewLane(world, writer, index))
}

function viewLane(world: World, writer: MmWriter, index: number): WriterLaneView {
  const own = mmOf(world).transactions.filter(its => its.serial > 0 && its.writer === index)
  const { status, epoch, vcl, vdl, nextLsn, commits, conflicts, causes, retries } = writer
  return {
    id: world.instances[index]!.id,
    status,
    epoch,
    vcl,
    vdl,
    highestLsn: nextLsn - 1,
    groups: world.groups.map(({ id }, group) => ({
      id,
      scl: Array.from(writer.groups[group]!.scl),
      pgcl: writer.groups[group]!.pgcl,
      records: recordsOf(writer, group),
    })),
    isReadOnly: isReadOnlyAt(world, index),
    openTransactions: own.length,
    rollingBack: own.filter(({ state }) => state === 'rollingBack').length,
    purge: { waiting: writer.purge.waiting.length, lagMicros: purgeLagMicros(world, writer) },
    commits,
    conflicts,
    causes: { ...causes },
    retries,
    recent: recentOf(writer, world.now),
  }
}

function recordsOf({ log }: MmWriter, group: number): LaneRecordView[] {
  const found: LaneRecordView[] = []
  for (let row = log.length - 1; row >= 0 && found.length < shownRecords; row--) {
    const record = log[row]!
    if (record.group !== group) continue
    const { lsn, proposal, transaction, page, base, state, isCommit, heldBy } = record
    found.push({ lsn, proposal, transaction, page, base, state, isCommit, heldBy })
  }
  return found.reverse()
}
