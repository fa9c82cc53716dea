/**
 * Rows of the commits acknowledged last, so that a read at a reader can be told from one that is
 * up to date: a ring, oldest first. What lies further back is forgotten. Rule F17.
 */
import type { Lsn, Micros } from '../../contract/units.ts'

/** 0 = none yet; `count` goes on for ever, its place in the ring is the rest. */
export interface AckedRows {
  key: Float64Array
  lsn: Float64Array
  at: Float64Array
  count: number
}

const room = 2_048

export function createAckedRows(): AckedRows {
  const column = () => new Float64Array(room)
  return { key: column(), lsn: column(), at: column(), count: 0 }
}

export function noteAckedRow(rows: AckedRows, key: number, lsn: Lsn, now: Micros): void {
  const place = rows.count++ % room
  rows.key[place] = key
  rows.lsn[place] = lsn
  rows.at[place] = now
}

/**
 * When the oldest commit of this row above `vdl` was acknowledged, if that was not after `until`;
 * -1 = a reader that shows `vdl` misses none.
 */
export function missedSince(rows: AckedRows, key: number, vdl: Lsn, until: Micros): Micros {
  let since = -1
  const oldest = Math.max(0, rows.count - room)
  for (let entry = rows.count - 1; entry >= oldest; entry--) {
    const place = entry % room
    if (rows.lsn[place]! <= vdl) break
    if (rows.key[place] === key && rows.at[place]! <= until) since = rows.at[place]!
  }
  return since
}
