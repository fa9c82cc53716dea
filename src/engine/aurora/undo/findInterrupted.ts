/**
 * The list of transactions in flight is built first: those that changed rows at or below the
 * recovered VDL and have neither a commit record there nor been undone (2017 §4.3). It begins with
 * what the log has noted of the records that it dropped, as a database finds them in its undo
 * pages, and goes up the log. Rows that an earlier undo has put back are not put back twice.
 * Rule R12.
 */
import { followChange } from '../storage/unfinished.ts'
import type { World } from '../world.ts'
import type { Interrupted } from './undo.ts'

/** Oldest first. */
export function findInterrupted({ log }: World): Interrupted[] {
  const found = new Map([...log.unfinished].map(([serial, rows]) => [serial, [...rows]]))
  for (let ordinal = log.first; ordinal < log.next; ordinal++) followChange(found, log, ordinal)
  return [...found]
    .filter(([, rows]) => rows.length > 0)
    .map(([serial, rows]) => ({ serial, rows, undone: 0 }))
}
