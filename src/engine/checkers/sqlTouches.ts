/**
 * What of typed SQL has changed since a law looked last: locks by the resources at which something
 * happened, rows by the changes of open transactions and by those that have ended since.
 */
import type { Change, Desk, OpenTransaction, Relations } from '../aurora/relations/relations.ts'
import { changedSince } from '../aurora/relations/locks/lockTable.ts'
import type { Lock, Resource } from '../aurora/relations/locks/lockTypes.ts'
import type { Entry, Table } from '../aurora/relations/tables/tableTypes.ts'
import { entryOf } from '../aurora/relations/tables/tree.ts'
import type { World } from '../aurora/world.ts'
import type { Broken } from './law.ts'

/** How many changes of locks were seen, by instance. */
export type LocksSeen = number[]

export type LookAtLocks = (desk: Desk, queue: readonly Lock[], instance: string) => Broken | null

/** Looks at every resource at which something changed since `seen`. */
export function lookAtLocks(world: World, seen: LocksSeen, look: LookAtLocks): Broken | null {
  const places = world.sql?.places ?? []
  for (const [place, { desk }] of places.entries()) {
    const { locks } = desk
    if (locks.changes === seen[place]) continue
    const resources = changedSince(locks, seen[place] ?? 0)
    seen[place] = locks.changes
    const broken = lookAt(desk, resources, world.instances[place]!.id, look)
    if (broken) return broken
  }
  return null
}

export function lookAtAllLocks(world: World, look: LookAtLocks): Broken | null {
  const places = world.sql?.places ?? []
  for (const [place, { desk }] of places.entries()) {
    const resources = [...desk.locks.byResource.keys()]
    const broken = lookAt(desk, resources, world.instances[place]!.id, look)
    if (broken) return broken
  }
  return null
}

function lookAt(desk: Desk, resources: Resource[], instance: string, look: LookAtLocks) {
  for (const resource of resources) {
    const queue = desk.locks.byResource.get(resource)
    const broken = queue === undefined ? null : look(desk, queue, instance)
    if (broken) return broken
  }
  return null
}

export type RowChange = Extract<Change, { kind: 'row' }> & { transaction: number }

/** Rows that a transaction changed, as far as they are remembered. */
const remembered = 64

/** Memory of a law about rows. */
export interface RowsSeen {
  /** LSN of the newest change looked at; with several writers, of each in its own space. */
  lsn: number[]
  /** By open transaction, its last changes. */
  open: Map<number, RowChange[]>
}

export interface RowsTouched {
  changed: RowChange[]
  /** Transactions that have ended, with what is remembered of their changes. */
  ended: { transaction: number; rows: RowChange[] }[]
}

export function createRowsSeen(): RowsSeen {
  return { lsn: [], open: new Map() }
}

/** What has happened to rows since the last call. */
export function takeRows({ open }: Relations, seen: RowsSeen): RowsTouched {
  const changed: RowChange[] = []
  const newest = [...seen.lsn]
  for (const transaction of open.values()) {
    const { number, origin = 0 } = transaction
    const its = changesAfter(transaction, seen.lsn[origin] ?? 0)
    if (its.length > 0) remember(seen, number, its)
    changed.push(...its)
    for (const { lsn } of its) newest[origin] = Math.max(newest[origin] ?? 0, lsn)
  }
  seen.lsn = newest
  return { changed, ended: takeEnded(open, seen) }
}

function changesAfter({ number, changes }: OpenTransaction, lsn: number): RowChange[] {
  const found: RowChange[] = []
  for (let place = changes.length - 1; place >= 0; place--) {
    const change = changes[place]!
    if (change.lsn <= lsn) break
    if (change.kind === 'row') found.push({ ...change, transaction: number })
  }
  return found.reverse()
}

function remember(seen: RowsSeen, transaction: number, changes: RowChange[]): void {
  const all = [...(seen.open.get(transaction) ?? []), ...changes]
  seen.open.set(transaction, all.slice(-remembered))
}

function takeEnded(open: Relations['open'], seen: RowsSeen): RowsTouched['ended'] {
  const ended = []
  for (const [transaction, rows] of [...seen.open]) {
    if (open.has(transaction)) continue
    seen.open.delete(transaction)
    ended.push({ transaction, rows })
  }
  return ended
}

/** Null: the row or its table is gone. */
export function rowOf({ tables }: Relations, { table, row }: RowChange): Entry | null {
  const found = tables.get(table)
  return found === undefined ? null : entryOf(found.rows, row)
}

/** As a broken law names a row. */
export function namesOf({ tables }: Relations, { table, row }: RowChange) {
  return { table: tables.get(table)?.name ?? '', row: row.map(String).join(', ') }
}

/** Every row of a table, also those that nobody has changed. */
export function storedRows({ rows }: Table): Entry[] {
  const leaves = [...rows.before, ...rows.touched.values(), ...rows.after]
  return leaves.flatMap(({ entries }) => [...entries])
}
