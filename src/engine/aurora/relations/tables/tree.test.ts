/** A tree gives its entries in order, whatever was put and removed before. */
import { expect, test } from 'vitest'
import type { Entry, Key, Tree } from './tableTypes.ts'
import { createTree, entryAt, entryOf, firstSpot, nextSpot, pageAt, seek } from './tree.ts'
import { landingOf, putEntry, removeEntry } from './treeChanges.ts'

function entry(...key: number[]): Entry {
  return { key, row: key, newest: null }
}

function keysOf(tree: Tree, from: Key | null = null, isAfter = false): Key[] {
  const keys: Key[] = []
  let spot = from === null ? firstSpot(tree) : seek(tree, from, isAfter)
  for (; spot !== null; spot = nextSpot(tree, spot)) keys.push(entryAt(tree, spot).key)
  return keys
}

function baseTree(rows: number): Tree {
  const tree = createTree('mysql-8.0', 4, true)
  const keys = { ordinalAt: [0], constants: [0] }
  tree.base = { rows, rowsPerLeaf: 4, firstPage: 10, keys, values: null, hasPlaces: false }
  tree.size = rows
  return tree
}

let pages = 100
const takePage = () => pages++

test('I30: entries come in order of their keys, and from any key on', () => {
  const tree = createTree('mysql-8.0', 4, true)
  const order = [5, 3, 9, 1, 7, 2, 8, 4, 6, 10, 12, 11]
  for (const key of order) putEntry(tree, entry(key), takePage)
  expect(keysOf(tree).map(([key]) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(keysOf(tree, [9])).toEqual([[9], [10], [11], [12]])
  expect(keysOf(tree, [9], true)).toEqual([[10], [11], [12]])
  expect(tree.after.every(({ entries }) => entries.length > 0 && entries.length <= 4)).toBe(true)
  expect(new Set(tree.after.map(({ page }) => page)).size).toBe(tree.after.length)
})

test("I31: a scenario's rows are there without being stored, and take changes", () => {
  const tree = baseTree(10)
  expect(keysOf(tree).length).toBe(10)
  expect(tree.touched.size).toBe(0)
  expect(pageAt(tree, seek(tree, [5], false)!)).toBe(11)
  putEntry(tree, entry(0), takePage)
  putEntry(tree, entry(12), takePage)
  removeEntry(tree, [5])
  removeEntry(tree, [8])
  expect(keysOf(tree).map(([key]) => key)).toEqual([0, 1, 2, 3, 4, 6, 7, 9, 10, 12])
  expect(keysOf(tree, [5]).map(([key]) => key)).toEqual([6, 7, 9, 10, 12])
  expect(entryOf(tree, [5])).toBeNull()
  putEntry(tree, entry(5), takePage)
  expect(entryOf(tree, [5])?.key).toEqual([5])
  expect([...tree.touched.keys()]).toEqual([2, 1])
  expect(tree.size).toBe(11)
})

test('I31: entries between those of the scenario stand in their leaf', () => {
  const tree = createTree('mysql-8.0', 4, true)
  const keys = { ordinalAt: [1], constants: [100, 0] }
  tree.base = { rows: 10, rowsPerLeaf: 4, firstPage: 10, keys, values: null, hasPlaces: false }
  putEntry(tree, entry(90, 3), takePage)
  putEntry(tree, entry(110, 3), takePage)
  removeEntry(tree, [100, 3])
  expect(keysOf(tree, [100]).length).toBe(10)
  expect(keysOf(tree, [100], true)).toEqual([[110, 3]])
  expect(keysOf(tree)[0]).toEqual([90, 3])
})

test('I30: a landing tells the page before the entry is put', () => {
  const tree = createTree('mysql-8.0', 2, true)
  for (const key of [1, 3]) putEntry(tree, entry(key), takePage)
  expect(landingOf(tree, [2]).isNew).toBe(true)
  expect(landingOf(tree, [3]).isNew).toBe(false)
  for (const key of [1, 2, 3]) removeEntry(tree, [key])
  expect(keysOf(tree)).toEqual([])
  expect(tree.after).toEqual([])
})

test('I30: rows behind those of the scenario fill their last leaf first', () => {
  const tree = baseTree(10)
  for (const key of [11, 12, 13]) putEntry(tree, entry(key), takePage)
  expect(pageAt(tree, seek(tree, [12], false)!)).toBe(12)
  expect(pageAt(tree, seek(tree, [13], false)!)).toBeGreaterThan(99)
  const dense = baseTree(9)
  for (let key = 40; key > 9; key--) putEntry(dense, entry(key), takePage)
  expect(keysOf(dense).length).toBe(40)
  const sizes = [...dense.touched.values(), ...dense.after].map(({ entries }) => entries.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4)
})

/** Numbers from 0 to `below` - 1, the same in every run. */
function dealer(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

test('I30, I31: after any puts and removals a tree has what a sorted list has', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const deal = dealer(seed)
    const rows = deal(12)
    const tree = rows === 0 ? createTree('mysql-8.0', 4, true) : baseTree(rows)
    const kept = new Set(Array.from({ length: rows }, (_, at) => at + 1))
    for (let step = 0; step < 120; step++) {
      const key = deal(40) - 8
      const isPut = deal(2) === 0
      const landing = landingOf(tree, [key])
      let taken = 0
      if (isPut) putEntry(tree, entry(key), () => pages + taken++)
      else removeEntry(tree, [key])
      if (isPut) expect(taken > 0).toBe(landing.isNew)
      pages += taken
      if (isPut) kept.add(key)
      else kept.delete(key)
      const from = deal(40) - 8
      const wanted = [...kept].sort((a, b) => a - b)
      expect(keysOf(tree).map(([its]) => its)).toEqual(wanted)
      expect(keysOf(tree, [from]).map(([its]) => its)).toEqual(wanted.filter(its => its >= from))
      expect(entryOf(tree, [from]) !== null).toBe(kept.has(from))
      expect(tree.size).toBe(kept.size)
    }
  }
})
