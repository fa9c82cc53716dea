/**
 * With several writers: the lanes as one actor can know them. A writer knows its own log, and of
 * its records which copies said yes; of another's log only how far its redo has told. A storage
 * node knows what its own copies hold.
 */
import { viewLanes } from '../../aurora/multimaster/view/viewLanes.ts'
import { proposalOf, partIn } from '../../aurora/multimaster/proposals.ts'
import { nthComplete } from '../../aurora/storage/quorum.ts'
import type { LaneRecordView, WriterLaneView } from '../../contract/multiMasterView.ts'
import type { RollbackCause } from '../../contract/refusals.ts'
import { type Eyes, nodeOf, ownSlot } from './eyes.ts'

const shownAtMost = 16
const untold = -1
type LaneOfGroup = WriterLaneView['groups'][number]

export function lanesKnown(eyes: Eyes): WriterLaneView[] {
  const { writers } = eyes.ctx.world.multiMaster!
  return writers.map((_, writer) =>
    writer === eyes.actor ? ownLane(eyes) : otherLane(eyes, writer),
  )
}

function ownLane(eyes: Eyes): WriterLaneView {
  const own = viewLanes(eyes.ctx.world)[eyes.actor]!
  return { ...own, groups: own.groups.map((lane, group) => ownPart(eyes, lane, group)) }
}

/** SCL and PGCL as the answers that came make them. */
function ownPart(eyes: Eyes, lane: LaneOfGroup, group: number): LaneOfGroup {
  const { segments, write } = eyes.ctx.world.groups[group]!
  const records = lane.records.map(its => ({ ...its, heldBy: yesBits(eyes, its, group) }))
  const scl = segments.map(({ slot }) => sclTold(records, slot))
  return { id: lane.id, scl, pgcl: nthComplete(write, scl), records }
}

/** Copies of which a yes has arrived. */
function yesBits(
  { ctx: { world }, heard }: Eyes,
  { proposal: number }: LaneRecordView,
  group: number,
): number {
  const proposal = proposalOf(world.multiMaster!, number)
  const counted = (proposal && partIn(proposal, group)?.yes) ?? 0
  return counted | (heard.pages.yes.get(number * 64 + group) ?? 0)
}

/** Up to the last record without a gap; what was refused is none. Older ones count as there. */
function sclTold(records: LaneRecordView[], slot: number): number {
  let scl = (records[0]?.lsn ?? 1) - 1
  for (const { lsn, heldBy, state } of records) {
    const isGone = state === 'refused' || state === 'annulled'
    if (!isGone && !((heldBy >>> slot) & 1)) break
    scl = lsn
  }
  return scl
}

function otherLane(eyes: Eyes, writer: number): WriterLaneView {
  const { world } = eyes.ctx
  const groups = world.groups.map(({ id }, group) =>
    nodeOf(eyes) < 0
      ? { id, scl: world.groups[group]!.segments.map(() => 0), pgcl: 0, records: [] }
      : heldPart(eyes, writer, group),
  )
  return {
    ...nobodyTold(),
    id: world.instances[writer]!.id,
    highestLsn: eyes.heard.pages.redo.get(writer) ?? 0,
    groups,
  }
}

function nobodyTold(): Omit<WriterLaneView, 'id' | 'groups' | 'highestLsn'> {
  return {
    ...{ status: 'online', epoch: 0, vcl: untold, vdl: untold, isReadOnly: false },
    ...{ openTransactions: 0, rollingBack: 0, commits: 0, conflicts: 0, retries: 0 },
    purge: { waiting: 0, lagMicros: 0 },
    causes: noCauses(),
    recent: { windowMicros: 0, commits: 0, conflicts: 0, retries: 0 },
  }
}

export function noCauses(): Record<RollbackCause, number> {
  return { inFlight: 0, staleBase: 0, noWinner: 0, rowOwned: 0, deadlock: 0, lockTimeout: 0 }
}

/** What the node's copy of the group holds of this writer's log. */
function heldPart(eyes: Eyes, writer: number, group: number): LaneOfGroup {
  const { world } = eyes.ctx
  const own = ownSlot(eyes, group)
  const { log } = world.multiMaster!.writers[writer]!
  const { id, segments } = world.groups[group]!
  const held = log.filter(its => its.group === group && own >= 0 && (its.heldBy >>> own) & 1)
  const records = held.slice(-shownAtMost).map((record): LaneRecordView => {
    const { lsn, proposal, transaction, page, base, isCommit } = record
    const isTentative = world.multiMaster!.tentatives[own]![page] === proposal
    const state = isTentative ? 'tentative' : 'accepted'
    return { lsn, proposal, transaction, page, base, state, isCommit, heldBy: 1 << own }
  })
  const newest = records.at(-1)?.lsn ?? 0
  return { id, scl: segments.map(({ slot }) => (slot === own ? newest : 0)), pgcl: 0, records }
}
