/** Where a range begins and ends among the entries of a tree. */
import { compareKeys } from '../tables/keys.ts'
import type { Key, Tree } from '../tables/tableTypes.ts'
import { firstSpot, seek, type Spot } from '../tables/tree.ts'
import type { Cursor, Range } from './cursor.ts'

export function startOf(tree: Tree, { low, isLowOpen }: Range): Spot | null {
  return low === null ? firstSpot(tree) : seek(tree, low, isLowOpen)
}

/** The entry at which to go on: the first behind the one visited last. */
export function resumeAt(tree: Tree, cursor: Cursor, range: Range): Spot | null {
  return cursor.after === null ? startOf(tree, range) : seek(tree, cursor.after, true)
}

export function isPast({ high, isHighOpen }: Range, key: Key, tree: Tree): boolean {
  if (high === null) return false
  const order = compareKeys(key, high, tree.dialect)
  return order > 0 || (isHighOpen && order === 0)
}
