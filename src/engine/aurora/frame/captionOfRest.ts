/**
 * Captions of what rests: a cluster in which nobody has written for long, the one commit out of
 * that silence (no batch waits for a timer, 2018 §2.2, L9), and a group that is left alone while
 * others are written to: its copies stand far below the safe point and lack nothing (D2).
 */
import type { Phrase } from '../../contract/frame.ts'
import type { Micros } from '../../contract/units.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import type { WriterMemory } from '../instance.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import type { ProtectionGroup, World } from '../world.ts'
import type { Situation } from './situation.ts'

/** A silence worth speaking of. */
const longMicros: Micros = 10_000_000
/** The most records of one transaction that are looked at. */
const mostRecords = 64
/** Records of the volume, for each of its groups, without one of a group that is left alone. */
const untouched = 32

export function captionOfRest({ world, writer }: Situation): Phrase | null {
  const { topology, demand } = world.setup
  if (topology !== 'single-master' || demand.length > 0) return null
  return captionOfSilence(world) ?? captionOfOneCommit(world) ?? captionOfColdGroup(world, writer!)
}

function captionOfSilence(world: World): Phrase | null {
  const { thinking, retired } = sessionState
  const silence = world.now - writtenAt(world, world.log.next - 1)
  const isAtRest = world.applications.every(({ state }) =>
    state.every(each => each === thinking || each === retired),
  )
  if (silence < longMicros || !isAtRest) return null
  const last = lastAnswered(world)
  const parameters: Phrase['parameters'] = { silentMicros: whole(silence) }
  if (last) parameters.latencyMicros = last.lastLatencyMicros
  return { key: 'caption.quiet', parameters }
}

/** The only commit since the silence, on its way or answered. */
function captionOfOneCommit(world: World): Phrase | null {
  const { log } = world
  const newest = writtenAt(world, log.next - 1)
  let ordinal = log.next - 1
  let commits = 0
  for (let left = mostRecords; newest - writtenAt(world, ordinal) < longMicros; left--) {
    if (ordinal < log.first || left === 0) return null
    if ((log.flags[rowOf(log, ordinal)]! & recordFlag.commit) !== 0) commits++
    ordinal--
  }
  if (commits !== 1) return null
  const silentMicros = whole(newest - writtenAt(world, ordinal))
  const last = lastAnswered(world)
  if (!last || last.lastAnswerAt < newest) {
    return { key: 'caption.commitAfterSilence', parameters: { silentMicros } }
  }
  const latencyMicros = last.lastLatencyMicros
  return { key: 'caption.commitOutOfSilence', parameters: { silentMicros, latencyMicros } }
}

/** Before the first record stands the start of the run; what is no longer kept is older. */
function writtenAt({ log }: World, ordinal: number): Micros {
  return ordinal < log.first ? 0 : log.writtenAt[rowOf(log, ordinal)]!
}

/** Whole minutes, or seconds below two minutes, so that the sentence stands still for a while. */
function whole(micros: Micros): Micros {
  const step = micros < 120_000_000 ? 1_000_000 : 60_000_000
  return micros - (micros % step)
}

/** Of the applications that write, the one that was answered last. */
function lastAnswered({ applications, setup }: World) {
  return applications
    .filter(({ answered }, index) => answered > 0 && setup.workload[index]!.writes > 0)
    .sort((one, other) => other.lastAnswerAt - one.lastAnswerAt)[0]
}

function captionOfColdGroup(
  { groups }: World,
  { memory: { vdl, vdlOrdinal } }: { memory: WriterMemory },
): Phrase | null {
  if (groups.length === 1) return null
  const most = untouched * groups.length
  const cold = groups.find(group => vdlOrdinal - group.tipOrdinal > most && isWhole(group))
  return cold
    ? { key: 'caption.coldReads', parameters: { group: cold.id, tip: cold.tipLsn, vdl } }
    : null
}

function isWhole({ segments, tipLsn }: ProtectionGroup): boolean {
  return segments.every(({ scl }) => scl >= tipLsn)
}
