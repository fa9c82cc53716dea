/**
 * Which rows a transaction reads and changes. One number is drawn when it begins; its rows follow
 * from that number, so that they need not be stored. Patterns: uniform, hot (a tenth of the rows
 * gets most of the accesses), sequential, append, partitioned (the tenth is for all, the rest is
 * divided); of the whole table or of a part, a shard. All are assumptions about applications. Rule
 * W1.
 */
import { nextUint32 } from '../../kernel/streams.ts'
import type { World } from '../world.ts'

const twoTo32 = 4_294_967_296
const million = 1_000_000
const hotParts = 10

/** W1: what the rows of the next transaction of this application follow from. */
export function drawRowSeed(world: World, application: number): number {
  const { reads, writes, table, pattern } = world.setup.workload[application]!
  const isInOrder = pattern === 'sequential' || pattern === 'append'
  if (!isInOrder) return nextUint32(world.streams.workload)
  const { rows } = world.setup.tables[table]!
  const first = world.applications[application]!.nextRow
  if (pattern === 'append') {
    world.applications[application]!.nextRow = first + writes
    return first
  }
  world.applications[application]!.nextRow = (first + reads + writes) % rows
  return first
}

/** The `index`-th row of a transaction. */
export function chosenRow(world: World, application: number, seed: number, index: number): number {
  const { table, pattern, hotSharePpm, own } = world.setup.workload[application]!
  const isPart = own && pattern !== 'partitioned'
  const { rows } = isPart ? own : world.setup.tables[table]!
  const from = isPart ? own.first : 0
  if (pattern === 'sequential') return from + ((seed + index) % rows)
  if (pattern === 'uniform') return from + share(mix(seed, index), rows)
  if (pattern === 'append') return appendedRow(world, application, seed, index)
  const hotRows = Math.ceil(rows / hotParts)
  const { first, rows: cool } = (!isPart && own) || { first: hotRows, rows: rows - hotRows }
  const word = mix(seed, index)
  const isHot = share(word, million) < hotSharePpm
  if (isHot || cool === 0) return from + share(mix(word, 0), hotRows)
  return from + first + share(mix(word, 0), cool)
}

/** New rows come behind all others, as long as there is room; reads go to those that are there. */
function appendedRow(world: World, application: number, seed: number, index: number): number {
  const { table, reads } = world.setup.workload[application]!
  const { rows, rowsPerPage, firstPage } = world.setup.tables[table]!
  const room = (world.pageRecords.length - firstPage) * rowsPerPage
  const row = index < reads ? share(mix(seed, index), rows + seed) : rows + seed + index - reads
  return row % room
}

/** W1: a row lies on one page; rows lie one after the other. */
export function pageOfRow(world: World, application: number, row: number): number {
  const { firstPage, rowsPerPage } = world.setup.tables[world.setup.workload[application]!.table]!
  return firstPage + Math.floor(row / rowsPerPage)
}

/** Where a row lies: its page, and its place on it. */
export interface RowAt {
  page: number
  place: number
}

export function placeOfRow(world: World, application: number, row: number): RowAt {
  const { rowsPerPage } = world.setup.tables[world.setup.workload[application]!.table]!
  return { page: pageOfRow(world, application, row), place: row % rowsPerPage }
}

/** 32 bits that depend on every bit of both. */
function mix(seed: number, index: number): number {
  let word = Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b9), 0x7feb352d)
  word = Math.imul(word ^ (word >>> 15), 0x846ca68b)
  return (word ^ (word >>> 16)) >>> 0
}

/** From 32 bits to 0 … n - 1. */
function share(word: number, n: number): number {
  return Math.floor((word * n) / twoTo32)
}
