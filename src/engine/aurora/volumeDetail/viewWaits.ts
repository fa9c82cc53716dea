/**
 * What each mark of the log waits for, by the writer's own bookkeeping and by what lies on the
 * disks (2017 §4.1, 2018 §2.3): the record that raises an SCL, PGCL or VCL, the end of the
 * mini-transaction that VDL comes to, the read that holds PGMRPL. Rules L4, L5, L8, D5.
 */
import type { GroupDetailView, LogDetailView } from '../../contract/volumeDetailView.ts'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { groupHoldingBack, firstAboveVcl } from '../frame/groupHoldingBack.ts'
import type { Instance } from '../instance.ts'
import { nextForSegment } from '../storage/chain.ts'
import { bitsAtLeast } from '../storage/quorum.ts'
import { isAnnulled, isKept, recordFlag, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'
import { metParts } from './viewSets.ts'

/** How far ahead the end of a mini-transaction is looked for. */
const lookedAtMost = 256

export function viewLog(world: World, writer: Instance): LogDetailView {
  const { memory } = writer
  const { vdl, newestRangeEnd, blocked, blockedSince } = memory
  const first = firstAboveVcl(world)
  return {
    instance: writer.id,
    vclWaitsFor:
      first < 0
        ? null
        : {
            lsn: world.log.lsn[rowOf(world.log, first)]!,
            group: world.groups[groupHoldingBack(world)]!.id,
          },
    vdlWaitsFor: nextConsistencyPoint(world, memory.vdlOrdinal),
    limitFrom: newestRangeEnd > vdl ? 'truncation' : 'vdl',
    heldBack: blocked.count,
    heldBackSince: blocked.count > 0 ? blockedSince : null,
  }
}

function nextConsistencyPoint({ log }: World, vdlOrdinal: number): number | null {
  const first = Math.max(vdlOrdinal + 1, log.first)
  const end = Math.min(log.next, first + lookedAtMost)
  for (let ordinal = first; ordinal < end; ordinal++) {
    const row = rowOf(log, ordinal)
    const isEnd = (log.flags[row]! & recordFlag.consistencyPoint) !== 0
    if (isEnd && !isAnnulled(log, ordinal)) return log.lsn[row]!
  }
  return null
}

export function sclWaits(world: World, group: number): number[] {
  const chain = world.groups[group]!
  const { log } = world
  return chain.segments.map(segment => {
    const next = nextForSegment(log, chain, segment)
    if (isKept(log, next)) return log.lsn[rowOf(log, next)]!
    return segment.scl < chain.baseLsn ? chain.baseLsn : 0
  })
}

/** The first record of the chain above PGCL, else the last one at it. */
export function watchedRecord(
  world: World,
  group: number,
  writer: Instance | null,
): GroupDetailView['watched'] {
  const known = writer?.memory.groups[group]
  const ordinal = firstAbove(world, group, known?.pgcl ?? 0)
  if (ordinal < 0) return null
  const { log, groups } = world
  const row = rowOf(log, ordinal)
  const lsn = log.lsn[row]!
  const heldBy = log.heldBy[row]!
  const acknowledged = known ? bitsAtLeast(known.sclSeen, lsn) : 0
  const expression: QuorumExpression = groups[group]!.write
  return {
    lsn,
    isDurable: known !== undefined && lsn <= known.pgcl,
    heldBy,
    acknowledged,
    met: metParts(expression, acknowledged),
  }
}

function firstAbove({ log, groups }: World, group: number, pgcl: number): number {
  let found = -1
  let ordinal = groups[group]!.tipOrdinal
  while (isKept(log, ordinal)) {
    const row = rowOf(log, ordinal)
    if (log.lsn[row]! <= pgcl) return found < 0 ? ordinal : found
    found = ordinal
    ordinal = log.previousInGroup[row]!
  }
  return found
}

/** D5, F11: who still reads at this point; a reader that is merely behind has no begin. */
export function lowestReadOf(
  world: World,
  group: number,
  writer: Instance,
): GroupDetailView['lowestRead'] {
  const { reads, groups } = writer.memory
  const { lowestReadPoint, durableLsn } = groups[group]!
  for (let read = 0; reads.count > 0 && read < reads.number.length; read++) {
    const isOurs = reads.number[read] !== 0 && reads.group[read] === group
    if (isOurs && reads.point[read]! <= lowestReadPoint) {
      return { instance: writer.id, since: reads.startedAt[read]! }
    }
  }
  const streams = world.failover?.streams ?? []
  for (let index = 0; index < streams.length; index++) {
    const { readPoint } = streams[index]!
    const isLowest = readPoint >= 0 && readPoint < durableLsn && lowestReadPoint <= readPoint
    if (isLowest) return { instance: world.instances[index]!.id, since: null }
  }
  return null
}
