/**
 * The rows that a scenario begins with, made when somebody looks: row i has i in its key and the
 * same values as all others elsewhere. Nothing of them is stored until their leaf is changed.
 */
import { compareSeries, seriesValues } from './keys.ts'
import type { BaseEntries, Entry, Key, Leaf, Tree, Version } from './tableTypes.ts'

function firstVersion({ values, hasPlaces }: BaseEntries, ordinal: number): Version | null {
  if (values === null) return null
  return Object.freeze({
    values: seriesValues(values, ordinal),
    transaction: 0,
    statement: 0,
    lsn: 0,
    place: hasPlaces ? ordinal : 0,
    undoPage: -1,
    older: null,
  })
}

/** Entry of the row with this number, from 1. */
export function baseEntry(base: BaseEntries, ordinal: number): Entry {
  const key = seriesValues(base.keys, ordinal)
  const row = key.length === 1 && base.keys.ordinalAt[0] === 0 ? key : Object.freeze([ordinal])
  return Object.freeze({ key, row, newest: firstVersion(base, ordinal) })
}

export function baseLeafCount(tree: Tree): number {
  return tree.base === null ? 0 : Math.ceil(tree.base.rows / tree.base.rowsPerLeaf)
}

/** Rows of a leaf as the scenario made it. */
export function baseLeafSize({ rows, rowsPerLeaf }: BaseEntries, leaf: number): number {
  return Math.min(rowsPerLeaf, rows - leaf * rowsPerLeaf)
}

export function basePage({ firstPage }: BaseEntries, leaf: number): number {
  return firstPage < 0 ? -1 : firstPage + leaf
}

export function makeBaseLeaf(base: BaseEntries, leaf: number): Leaf {
  const entries: Entry[] = []
  const from = leaf * base.rowsPerLeaf
  for (let at = 0; at < baseLeafSize(base, leaf); at++) entries.push(baseEntry(base, from + at + 1))
  return Object.freeze({ page: basePage(base, leaf), entries })
}

function countByNumber(rows: number, value: number, isAfter: boolean): number {
  const count = isAfter ? Math.floor(value) : Math.ceil(value) - 1
  return Math.max(0, Math.min(rows, count))
}

/** How many of the scenario's keys stand before `probe`; `isAfter`: before or equal to it. */
export function countBase(tree: Tree, probe: Key, isAfter: boolean): number {
  const { rows, keys } = tree.base!
  const first = probe[0]
  if (probe.length === 1 && keys.ordinalAt[0] === 0 && typeof first === 'number') {
    return countByNumber(rows, first, isAfter)
  }
  let [low, high] = [0, rows]
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareSeries(keys, middle + 1, probe, tree.dialect)
    if (order < 0 || (isAfter && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}
