/**
 * Which segment serves a page: among those that are complete for the read point, the one with the
 * lowest measured latency; one never measured comes first (*assumption*). SCL and read point are
 * both counted in the group's own LSNs, so that an idle group can be read. Rules D2, D4, D8.
 */
import type { Lsn, Micros } from '../../contract/units.ts'
import type { WriterGroup } from '../instance.ts'
import type { World } from '../world.ts'

const million = 1_000_000

/** D4: `excluded` are slots, as bits. -1 = none is left. */
export function chooseSegment(known: WriterGroup, point: Lsn, excluded: number): number {
  const { sclSeen, readLatency } = known
  let best = -1
  for (let slot = 0; slot < sclSeen.length; slot++) {
    if (((excluded >>> slot) & 1) === 1 || sclSeen[slot]! < point) continue
    if (best < 0 || readLatency[slot]! < readLatency[best]!) best = slot
  }
  return best
}

/** D8: smoothed, so that one slow answer does not decide. */
export function noteReadLatency(
  world: World,
  known: WriterGroup,
  slot: number,
  sampleMicros: Micros,
): void {
  const before = known.readLatency[slot]!
  const weight = world.parameters['storage.latencyWeight']
  const moved = Math.floor(((sampleMicros - before) * weight) / million + 0.5)
  known.readLatency[slot] = before === 0 ? sampleMicros : Math.max(1, before + moved)
}
