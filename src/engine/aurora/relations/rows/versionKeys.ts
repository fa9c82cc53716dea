/**
 * Which entries the versions of a row need: one in an index for each key that any of them has, and
 * in the heap of PostgreSQL one for each place.
 */
import { areEqualKeys } from '../tables/keys.ts'
import { indexKey } from '../tables/recordPlace.ts'
import type { Index, Key, Version } from '../tables/tableTypes.ts'

/** Does any of these versions have this key in the index? */
export function needsKey(newest: Version | null, index: Index, row: Key, key: Key): boolean {
  for (let version = newest; version !== null; version = version.older) {
    if (version.values === null) continue
    const its = indexKey(index, version.values, row)
    if (areEqualKeys(its, key, index.tree!.dialect)) return true
  }
  return false
}

/** True when the version is there and has the key. */
export function hasKey(version: Version | null, index: Index, row: Key, key: Key): boolean {
  if (version === null || version.values === null) return false
  return areEqualKeys(indexKey(index, version.values, row), key, index.tree!.dialect)
}
