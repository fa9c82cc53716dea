/**
 * PGMRPL: the lowest read point of any read still outstanding in a group, and its present read
 * point when none is; counted, like read points, as the group's last LSN (2017 §4.2.3, 2018 §3.4,
 * D2); the least of all open instances. Segments may collect what lies below. Rules D5, F11.
 */
import type { Lsn } from '../../contract/units.ts'
import type { WriterGroup, WriterMemory } from '../instance.ts'
import { lastLsnAtOrBelow } from '../storage/chain.ts'
import type { World } from '../world.ts'

export function lowestReadPointOf(memory: WriterMemory, group: number): Lsn {
  const { reads } = memory
  const { durableLsn, lowestReadPoint } = memory.groups[group]!
  let lowest = durableLsn
  if (reads.count > 0) {
    for (let slot = 0; slot < reads.number.length; slot++) {
      const isOurs = reads.number[slot] !== 0 && reads.group[slot] === group
      if (isOurs && reads.point[slot]! < lowest) lowest = reads.point[slot]!
    }
  }
  return Math.max(lowest, lowestReadPoint)
}

/** F11: not above what any reader may still read; what the writer cannot tell moves nothing. */
export function lowestAtReaders(
  world: World,
  group: number,
  lowest: Lsn,
  { lowestReadPoint }: WriterGroup,
): Lsn {
  if (world.failover === null) return lowest
  let least = lowest
  for (const { readPoint } of world.failover.streams) {
    if (readPoint < 0) continue
    const { tipLsn, baseLsn } = world.groups[group]!
    const isKnown = readPoint >= tipLsn || readPoint >= baseLsn
    const point = isKnown ? lastLsnAtOrBelow(world, world.groups[group]!, readPoint) : 0
    least = Math.min(least, point)
  }
  return Math.max(least, lowestReadPoint)
}
