/**
 * Reading a tree in the order of its keys. A spot is a place between two changes: it is used at
 * once and never kept. Inner nodes of a B+ tree are taken to be cached; only leaves have pages.
 */
import { baseEntry, baseLeafCount, baseLeafSize, basePage, countBase } from './baseEntries.ts'
import { compareKeys } from './keys.ts'
import type { Dialect } from '../../../contract/sql.ts'
import type { Entry, Key, Leaf, Tree } from './tableTypes.ts'

/** Where an entry stands: before the scenario's rows (0), among them (1) or behind them (2). */
export interface Spot {
  part: 0 | 1 | 2
  leaf: number
  at: number
}

export function createTree(dialect: Dialect, rowsPerLeaf: number, hasPages: boolean): Tree {
  return {
    dialect,
    base: null,
    rowsPerLeaf,
    hasPages,
    before: [],
    touched: new Map(),
    after: [],
    size: 0,
  }
}

function isBefore(entry: Entry, probe: Key, isAfter: boolean, dialect: Dialect): boolean {
  const order = compareKeys(entry.key, probe, dialect)
  return order < 0 || (isAfter && order === 0)
}

/** How many entries of a leaf stand before `probe`; `isAfter`: before or equal to it. */
export function countInLeaf(tree: Tree, leaf: Leaf, probe: Key, isAfter: boolean): number {
  let [low, high] = [0, leaf.entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(leaf.entries[middle]!, probe, isAfter, tree.dialect)) low = middle + 1
    else high = middle
  }
  return low
}

/** The first leaf that has an entry not before `probe`; the number of leaves = none. */
export function leafOf(tree: Tree, leaves: readonly Leaf[], probe: Key, isAfter: boolean): number {
  let [low, high] = [0, leaves.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { entries } = leaves[middle]!
    if (isBefore(entries[entries.length - 1]!, probe, isAfter, tree.dialect)) low = middle + 1
    else high = middle
  }
  return low
}

function listOf(tree: Tree, part: 0 | 2): Leaf[] {
  return part === 0 ? tree.before : tree.after
}

function leafCount(tree: Tree, part: 0 | 1 | 2): number {
  return part === 1 ? baseLeafCount(tree) : listOf(tree, part).length
}

/** The stored leaf of a spot; null = as the scenario made it. */
export function leafAt(tree: Tree, part: 0 | 1 | 2, leaf: number): Leaf | null {
  if (part === 1) return tree.touched.get(leaf) ?? null
  return listOf(tree, part)[leaf] ?? null
}

function sizeAt(tree: Tree, { part, leaf }: Spot): number {
  const stored = leafAt(tree, part, leaf)
  if (stored !== null) return stored.entries.length
  return baseLeafSize(tree.base!, leaf)
}

/** Moves to the next entry if the spot stands behind the last of its leaf; null = the end. */
function settled(tree: Tree, spot: Spot): Spot | null {
  for (;;) {
    if (spot.leaf >= leafCount(tree, spot.part)) {
      if (spot.part === 2) return null
      spot.part++
      spot.leaf = 0
      spot.at = 0
    } else if (spot.at >= sizeAt(tree, spot)) {
      spot.leaf++
      spot.at = 0
    } else return spot
  }
}

function seekInList(tree: Tree, part: 0 | 2, probe: Key, isAfter: boolean): Spot {
  const leaves = listOf(tree, part)
  const leaf = leafOf(tree, leaves, probe, isAfter)
  const at = leaf < leaves.length ? countInLeaf(tree, leaves[leaf]!, probe, isAfter) : 0
  return { part, leaf, at }
}

/** Rows that were added may stand in the last leaf of the scenario's, as long as it has room. */
function seekBehind(tree: Tree, probe: Key, isAfter: boolean): Spot {
  const leaf = baseLeafCount(tree) - 1
  const stored = tree.touched.get(leaf)
  const at = stored === undefined ? 0 : countInLeaf(tree, stored, probe, isAfter)
  if (stored !== undefined && at < stored.entries.length) return { part: 1, leaf, at }
  return seekInList(tree, 2, probe, isAfter)
}

function seekInBase(tree: Tree, probe: Key, isAfter: boolean): Spot {
  const { rows, rowsPerLeaf } = tree.base!
  const count = countBase(tree, probe, isAfter)
  if (count === rows) return seekBehind(tree, probe, isAfter)
  const leaf = count === 0 ? 0 : Math.floor((count - 1) / rowsPerLeaf)
  const stored = tree.touched.get(leaf)
  const at = stored ? countInLeaf(tree, stored, probe, isAfter) : count - leaf * rowsPerLeaf
  return { part: 1, leaf, at }
}

/** The first entry not before `probe`; `isAfter`: the first behind it and its equals. */
export function seek(tree: Tree, probe: Key, isAfter: boolean): Spot | null {
  if (tree.base === null) return settled(tree, seekInList(tree, 2, probe, isAfter))
  if (tree.before.length > 0) {
    const spot = seekInList(tree, 0, probe, isAfter)
    if (spot.leaf < tree.before.length) return spot
  }
  return settled(tree, seekInBase(tree, probe, isAfter))
}

export function firstSpot(tree: Tree): Spot | null {
  return settled(tree, { part: 0, leaf: 0, at: 0 })
}

/** The spot behind this one, which is used up; null = the end. */
export function nextSpot(tree: Tree, spot: Spot): Spot | null {
  spot.at++
  return settled(tree, spot)
}

export function entryAt(tree: Tree, { part, leaf, at }: Spot): Entry {
  const stored = leafAt(tree, part, leaf)
  if (stored !== null) return stored.entries[at]!
  return baseEntry(tree.base!, leaf * tree.base!.rowsPerLeaf + at + 1)
}

/** Page of the leaf; -1 = the tree has no pages. */
export function pageAt(tree: Tree, { part, leaf }: Spot): number {
  const stored = leafAt(tree, part, leaf)
  return stored === null ? basePage(tree.base!, leaf) : stored.page
}

/** Where the entry of a whole key stands. */
export function spotOf(tree: Tree, key: Key): Spot | null {
  const spot = seek(tree, key, false)
  if (spot === null) return null
  return compareKeys(entryAt(tree, spot).key, key, tree.dialect) === 0 ? spot : null
}

export function entryOf(tree: Tree, key: Key): Entry | null {
  const spot = spotOf(tree, key)
  return spot === null ? null : entryAt(tree, spot)
}
