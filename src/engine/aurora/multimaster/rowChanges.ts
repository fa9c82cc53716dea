/**
 * What a writer sees of a row. A change is visible at another writer from the commit mark on, and
 * until then its row is owned there as soon as the page shows it; who made it sees it at once.
 * Changes whose end every writer knows become the row's base. Rules C6, D12, D24.
 */
import type { World } from '../world.ts'
import { mmOf, pageOfNumberedRow } from './mmPlaces.ts'
import type { MmTransaction, MultiMaster } from './multiMaster.ts'
import type { MmChanges } from './pageState.ts'

export const outcome = { open: 0, committed: 1, rolledBack: 2 } as const

export interface Seen {
  writtenBy: number
  staleMicros: number
}

export function addChange(world: World, transaction: MmTransaction, row: number, version: number) {
  const mm = mmOf(world)
  const { changes, rows } = mm
  const page = pageOfNumberedRow(world, row)
  if (changes.free.length === 0) growChanges(changes)
  const change = changes.free.pop()!
  changes.transaction[change] = transaction.serial
  changes.writer[change] = transaction.writer
  changes.row[change] = row
  changes.page[change] = page
  changes.version[change] = version
  changes.outcome[change] = outcome.open
  changes.endPlace[change] = 0
  changes.endedAt[change] = 0
  changes.fact[change] = transaction.fact
  changes.older[change] = rows.head[row]!
  rows.head[row] = change
  return change
}

function growChanges(changes: MmChanges): void {
  const before = changes.row.length
  const size = Math.max(32, before * 2)
  for (const name of ['transaction', 'endPlace', 'endedAt', 'fact'] as const) {
    changes[name] = grown(changes[name], new Float64Array(size))
  }
  for (const name of ['row', 'page', 'version', 'older'] as const) {
    changes[name] = grown(changes[name], new Int32Array(size))
  }
  changes.writer = grown(changes.writer, new Int8Array(size))
  changes.outcome = grown(changes.outcome, new Uint8Array(size))
  for (let row = size - 1; row >= before; row--) changes.free.push(row)
}

function grown<Column extends Float64Array | Int32Array | Int8Array | Uint8Array>(
  before: Column,
  bigger: Column,
): Column {
  bigger.set(before)
  return bigger
}

/** Does this writer know how the change ended? */
function isEndKnown({ changes, writers }: MultiMaster, writer: number, change: number): boolean {
  if (changes.outcome[change] === outcome.open) return false
  const origin = changes.writer[change]!
  return origin === writer || writers[writer]!.applied[origin]! >= changes.endPlace[change]!
}

/** D24: the newest value committed as far as this writer knows, and since when there is a newer. */
export function seenAt(world: World, writer: number, row: number, serial: number): Seen {
  const mm = mmOf(world)
  const { changes, rows } = mm
  let newerSince = 0
  for (let change = rows.head[row]!; change >= 0; change = changes.older[change]!) {
    const isOwn = changes.transaction[change] === serial
    const isCommitted = changes.outcome[change] === outcome.committed
    if (isOwn || (isCommitted && isEndKnown(mm, writer, change))) {
      return { writtenBy: changes.transaction[change]!, staleMicros: age(world, newerSince) }
    }
    if (isCommitted) newerSince = changes.endedAt[change]!
  }
  return { writtenBy: rows.base[row]!, staleMicros: age(world, newerSince) }
}

function age({ now }: World, since: number): number {
  return since === 0 ? 0 : now - since
}

/** C6: the change of another writer's open transaction that the cached page shows; -1 = none. */
export function ownerAt(world: World, writer: number, row: number): number {
  const mm = mmOf(world)
  const { changes, rows } = mm
  for (let change = rows.head[row]!; change >= 0; change = changes.older[change]!) {
    if (changes.writer[change] === writer || isEndKnown(mm, writer, change)) continue
    const cached = mm.writers[writer]!.cache[changes.page[change]!]!
    if (changes.version[change]! <= cached) return change
  }
  return -1
}

/** Takes a change out; what is committed becomes the base, unless a later one is that already. */
export function settle(mm: MultiMaster, change: number): void {
  const { changes, rows } = mm
  const row = changes.row[change]!
  const version = changes.version[change]!
  takeOut(mm, row, change)
  if (changes.outcome[change] === outcome.committed && version > rows.baseVersion[row]!) {
    rows.base[row] = changes.transaction[change]!
    rows.baseVersion[row] = version
  }
  changes.row[change] = -1
  changes.free.push(change)
}

function takeOut({ changes, rows }: MultiMaster, row: number, change: number): void {
  const next = changes.older[change]!
  if (rows.head[row] === change) {
    rows.head[row] = next
    return
  }
  let at = rows.head[row]!
  while (changes.older[at] !== change) at = changes.older[at]!
  changes.older[at] = next
}
