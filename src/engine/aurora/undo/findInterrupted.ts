/**
 * The list of transactions in flight is built first, from the log: those that changed rows at or
 * below the recovered VDL and have neither a commit record there nor been undone (2017 §4.3). Rows
 * that an earlier undo has put back are not put back twice. What the log no longer keeps one by one
 * is not found (*assumption*; it is older than a thousand records). Rule R12.
 */
import type { World } from '../world.ts'
import { isAnnulled, recordFlag, rowOf } from '../storage/redoLog.ts'
import { type Interrupted, rowKey } from './undo.ts'

const { commit, consistencyPoint, undoing, undone } = recordFlag

/** Oldest first. */
export function findInterrupted(world: World): Interrupted[] {
  const { log } = world
  const found = new Map<number, Interrupted>()
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const flags = log.flags[rowOf(log, ordinal)]!
    if ((flags & consistencyPoint) === 0 || isAnnulled(log, ordinal)) continue
    note(world, found, ordinal)
  }
  return [...found.values()].filter(({ rows }) => rows.length > 0)
}

function note({ log }: World, found: Map<number, Interrupted>, ordinal: number): void {
  const row = rowOf(log, ordinal)
  const flags = log.flags[row]!
  const serial = log.transaction[row]!
  if ((flags & (commit | undone)) !== 0) {
    found.delete(serial)
    return
  }
  const known = found.get(serial) ?? { serial, rows: [], undone: 0 }
  found.set(serial, known)
  const key = rowKey(log.page[row]!, log.place[row]!)
  if ((flags & undoing) === 0) known.rows.push(key)
  else if (known.rows.includes(key)) known.rows.splice(known.rows.lastIndexOf(key), 1)
}
