/**
 * The log of one writer: LSNs of its own space, SCL of each copy, PGCL of each group, VCL and VDL,
 * as in a cluster with one writer but once for each (patent US 11,914,571, claim 18). A refused
 * record holds nothing back. Rules T1, T2.
 */
import { nthComplete } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'
import {
  type MmPart,
  type MmProposal,
  type MmRecord,
  type MmWriter,
  reason,
} from './multiMaster.ts'

const kept = 256

/** T1: each page change of a group is a record; the last one ends the mini-transaction. */
export function writeRecords(writer: MmWriter, proposal: MmProposal): void {
  for (const change of proposal.pages) {
    change.lsn = writer.nextLsn++
    writer.log.push({
      lsn: change.lsn,
      proposal: proposal.number,
      transaction: proposal.transaction,
      group: change.group,
      page: change.page,
      kind: change.kind,
      base: change.base,
      state: 'tentative',
      isCommit: proposal.reason === reason.commit,
      heldBy: 0,
    })
  }
  proposal.lsn = writer.nextLsn - 1
}

export function recordAt(writer: MmWriter, lsn: number): MmRecord | null {
  const first = writer.log[0]
  return first ? (writer.log[lsn - first.lsn] ?? null) : null
}

/** All records of a group get the verdict at once. */
export function closeRecords(
  world: World,
  { writer, pages }: MmProposal,
  state: MmRecord['state'],
): void {
  for (const { lsn } of pages) {
    const record = recordAt(mmOf(world).writers[writer]!, lsn)
    if (record) record.state = state
  }
}

/** A copy has its part of it, or has dropped it again. */
export function noteHeld(
  world: World,
  { writer: index }: MmProposal,
  { part: { group, pages }, slot }: { part: MmPart; slot: number },
  isHeld: boolean,
): void {
  const writer = mmOf(world).writers[index]!
  const bit = 1 << slot
  for (const { lsn } of pages) {
    const record = recordAt(writer, lsn)
    if (record) record.heldBy = isHeld ? record.heldBy | bit : record.heldBy & ~bit
  }
  raiseScl(world, writer, group, slot)
}

/** T2: up to the last of the group's records that the copy has without a gap. */
export function raiseScl(world: World, writer: MmWriter, group: number, slot: number): void {
  const { log, groups } = writer
  const known = groups[group]!
  const before = known.scl[slot]!
  const from = log.length === 0 ? 0 : Math.max(0, known.scl[slot]! - log[0]!.lsn + 1)
  for (let index = from; index < log.length; index++) {
    const record = log[index]!
    if (record.group !== group) continue
    const isHeld = ((record.heldBy >>> slot) & 1) === 1
    if (!isHeld && record.state !== 'refused' && record.state !== 'annulled') break
    known.scl[slot] = record.lsn
  }
  if (known.scl[slot] === before) return
  known.pgcl = Math.max(known.pgcl, nthComplete(world.groups[group]!.write, known.scl))
}

/** T2: below it nothing is undecided; a group is decided as a whole, so VDL is there as well. */
export function raiseVcl(writer: MmWriter): boolean {
  const before = writer.vcl
  for (let lsn = before + 1; lsn < writer.nextLsn; lsn++) {
    if (recordAt(writer, lsn)?.state === 'tentative') break
    writer.vcl = lsn
  }
  writer.vdl = writer.vcl
  trim(writer)
  return writer.vcl > before
}

function trim({ log, vcl }: MmWriter): void {
  if (log.length < kept * 2) return
  if (log[log.length - kept]!.lsn <= vcl) log.splice(0, log.length - kept)
}
