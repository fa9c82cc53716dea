/**
 * PGMRPL: the lowest read point of any read still outstanding in a group, and its present read
 * point when none is; counted, like read points, as the group's last LSN (2017 §4.2.3, 2018 §3.4,
 * D2). Segments may collect what lies below. Rule D5.
 */
import type { Lsn } from '../../contract/units.ts'
import type { WriterMemory } from '../instance.ts'

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
