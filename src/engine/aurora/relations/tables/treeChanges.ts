/**
 * Changing a tree: leaves are replaced, split when they are full and given up when they are empty.
 * Leaves of the scenario's rows keep their page and are not split, since nothing but the row that
 * was there comes between them; an index may hold an entry for each version there. The last of them
 * takes rows from behind until it is full, and then gives away what was added.
 */
import { baseEntry, baseLeafCount, countBase, makeBaseLeaf } from './baseEntries.ts'
import { areEqualKeys, compareKeys } from './keys.ts'
import type { Entry, Key, Leaf, Tree } from './tableTypes.ts'
import { countInLeaf, leafAt, leafOf, type Spot } from './tree.ts'

interface Target extends Spot {
  /** The key is there already. */
  isThere: boolean
}

function partOf(tree: Tree, key: Key): 0 | 1 | 2 {
  const { base } = tree
  if (base === null) return 2
  const count = countBase(tree, key, true)
  if (count === 0) return 0
  if (count < base.rows) return 1
  return isBehindBase(tree, key) ? partBehind(tree, key) : 1
}

function isBehindBase({ base, dialect }: Tree, key: Key): boolean {
  return base !== null && compareKeys(baseEntry(base, base.rows).key, key, dialect) < 0
}

/** Behind the scenario's rows: in their last leaf, if it has room or others behind it. */
function partBehind(tree: Tree, key: Key): 1 | 2 {
  const leaf = baseLeafCount(tree) - 1
  const { entries } = storedLeaf(tree, 1, leaf)!
  const last = entries[entries.length - 1]
  if (last !== undefined && compareKeys(last.key, key, tree.dialect) >= 0) return 1
  return tree.after.length === 0 && entries.length < tree.rowsPerLeaf ? 1 : 2
}

/** True when one more entry in the last of the scenario's leaves needs another leaf. */
function overflows(tree: Tree, { part, leaf }: Spot, entries: readonly Entry[], key: Key): boolean {
  if (part !== 1 || entries.length < tree.rowsPerLeaf) return false
  if (leaf !== baseLeafCount(tree) - 1) return false
  const last = entries[entries.length - 1]
  return isBehindBase(tree, key) || (last !== undefined && isBehindBase(tree, last.key))
}

function leafFor(tree: Tree, part: 0 | 1 | 2, key: Key): number {
  if (part === 1) return Math.floor((countBase(tree, key, true) - 1) / tree.base!.rowsPerLeaf)
  const leaves = part === 0 ? tree.before : tree.after
  return Math.max(0, Math.min(leafOf(tree, leaves, key, false), leaves.length - 1))
}

function storedLeaf(tree: Tree, part: 0 | 1 | 2, leaf: number): Leaf | null {
  const stored = leafAt(tree, part, leaf)
  return stored === null && part === 1 ? makeBaseLeaf(tree.base!, leaf) : stored
}

function targetOf(tree: Tree, key: Key): { target: Target; stored: Leaf | null } {
  const part = partOf(tree, key)
  const leaf = leafFor(tree, part, key)
  const stored = storedLeaf(tree, part, leaf)
  const at = stored === null ? 0 : countInLeaf(tree, stored, key, false)
  const there = stored?.entries[at]
  const isThere = there !== undefined && areEqualKeys(there.key, key, tree.dialect)
  return { target: { part, leaf, at, isThere }, stored }
}

/** Page and place that an entry of this key has or gets; `isNew`: it needs one more page. */
export function landingOf(tree: Tree, key: Key): { page: number; place: number; isNew: boolean } {
  const { target, stored } = targetOf(tree, key)
  const page = stored?.page ?? -1
  const isFull = stored === null || stored.entries.length >= tree.rowsPerLeaf
  const isOver = target.part === 1 ? overflows(tree, target, stored?.entries ?? [], key) : isFull
  const isNew = tree.hasPages && !target.isThere && isOver
  return { page, place: target.at, isNew }
}

/** A frozen leaf is shared by copies of the state, with all that is in it. */
function freeze(page: number, entries: Entry[]): Leaf {
  return Object.freeze({ page, entries })
}

function store(tree: Tree, { part, leaf }: Spot, ...leaves: Leaf[]): void {
  if (part === 1) tree.touched.set(leaf, leaves[0]!)
  else (part === 0 ? tree.before : tree.after).splice(leaf, 1, ...leaves)
}

/** A leaf filled in the order of its keys stays full, as in a B+ tree that is appended to. */
function split(page: number, newPage: number, entries: Entry[], at: number): [Leaf, Leaf] {
  const cut = at === entries.length - 1 ? at : entries.length >> 1
  return [freeze(page, entries.slice(0, cut)), freeze(newPage, entries.slice(cut))]
}

/** Puts an entry in the place of that with its key, or as a new one; `takePage` gives new pages. */
export function putEntry(tree: Tree, entry: Entry, takePage: () => number): void {
  const { target, stored } = targetOf(tree, entry.key)
  const entries = stored === null ? [] : stored.entries.slice()
  const isOver = !target.isThere && overflows(tree, target, entries, entry.key)
  if (target.isThere) entries[target.at] = entry
  else {
    entries.splice(target.at, 0, entry)
    tree.size++
  }
  const page = stored === null ? newPage(tree, takePage) : stored.page
  if (isOver) return giveAway(tree, { leaf: target.leaf, page, entries }, takePage)
  const isSplit = target.part !== 1 && entries.length > tree.rowsPerLeaf
  if (!isSplit) return store(tree, target, freeze(page, entries))
  store(tree, target, ...split(page, newPage(tree, takePage), entries, target.at))
}

interface Overfull {
  leaf: number
  page: number
  entries: Entry[]
}

/** The last of the scenario's leaves keeps its own rows; half of it at most goes to a new leaf. */
function giveAway(tree: Tree, { leaf, page, entries }: Overfull, takePage: () => number): void {
  const own = entries.findIndex(({ key }) => isBehindBase(tree, key))
  const cut = Math.max(own, entries.length >> 1)
  tree.touched.set(leaf, freeze(page, entries.slice(0, cut)))
  tree.after.unshift(freeze(newPage(tree, takePage), entries.slice(cut)))
}

function newPage(tree: Tree, takePage: () => number): number {
  return tree.hasPages ? takePage() : -1
}

/** Takes an entry away, if it is there, and gives the page that holds nothing now; -1 = none. */
export function removeEntry(tree: Tree, key: Key): number {
  const { target, stored } = targetOf(tree, key)
  if (!target.isThere || stored === null) return -1
  const entries = stored.entries.slice()
  entries.splice(target.at, 1)
  tree.size--
  if (target.part === 1) {
    tree.touched.set(target.leaf, freeze(stored.page, entries))
    return -1
  }
  return storeShorter(tree, target, freeze(stored.page, entries))
}

/** An empty leaf is given up; a small one is merged with the one behind if both fit in half. */
function storeShorter(tree: Tree, target: Target, leaf: Leaf): number {
  const leaves = target.part === 0 ? tree.before : tree.after
  const next = leaves[target.leaf + 1]
  if (leaf.entries.length === 0) {
    leaves.splice(target.leaf, 1)
    return leaf.page
  }
  if (next === undefined || leaf.entries.length + next.entries.length > tree.rowsPerLeaf >> 1) {
    store(tree, target, leaf)
    return -1
  }
  leaves.splice(target.leaf, 2, freeze(leaf.page, [...leaf.entries, ...next.entries]))
  return next.page
}
