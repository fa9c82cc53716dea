/** What a scan needs and what it finds, alike in both editions. */
import type { Expression } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Scope } from '../expressions/scope.ts'
import { isTrue } from '../expressions/truth.ts'
import type { OnConflict } from '../locks/lockTable.ts'
import { visibleVersion } from '../tables/readViews.ts'
import { staleMicros } from '../rows/currentVersion.ts'
import type { Entry, Table, Version } from '../tables/tableTypes.ts'
import type { SqlValue } from '../values/value.ts'
import { breathe } from '../sessions/breathe.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered, touch, type Work } from '../sessions/work.ts'
import type { Cursor } from './cursor.ts'

/** InnoDB locks what it comes by. */
export interface ScanLock {
  purpose: 'share' | 'update'
  onConflict: OnConflict
  /** UPDATE at READ COMMITTED looks at a locked row before it waits for it. */
  isSemiConsistent: boolean
}

export interface Hit {
  /** The row with its versions. */
  row: Entry
  /** The one that was found. */
  version: Version
  values: readonly SqlValue[]
}

export interface Scan {
  table: Table
  scope: Scope
  where: Expression | null
  cursor: Cursor
  /** MySQL: null = a consistent read. */
  lock: ScanLock | null
  /** Called for each row that matches; false = no more are wanted. May stop, and is done again. */
  take(hit: Hit): boolean
  /** MySQL: called when a row is done with and others may follow; may stop. */
  between?(): void
}

/** Whether a row passes WHERE. */
export function matches({ where, scope }: Scan, values: readonly SqlValue[]): boolean {
  if (where === null) return true
  scope.row = values
  return isTrue(evaluate(where, scope), scope.dialect)
}

/** One more entry was visited: a statement does not go on without end. */
export function countVisit(work: Work): void {
  const { scanRows } = work.desk.settings
  if (++work.running.visited <= scanRows) return
  refuseFor(work.relations.dialect, 'playgroundLimit', {
    what: `a statement that visits more than ${scanRows} rows: narrow it with WHERE or LIMIT`,
  })
}

/** A subquery has no place to go on from. */
export function breatheAt(work: Work, cursor: Cursor): void {
  if (cursor === work.running.cursor) breathe(work)
}

/** The version that the statement's view shows; older ones stand in undo pages. */
export function readVersion(work: Work, newest: Version | null): Version | null {
  const view = viewOf(work)
  const found = visibleVersion(work.relations, newest, view, numbered(work).statements)
  for (let version = newest; version !== found && version !== null; version = version.older) {
    touch(work, version.undoPage)
  }
  noteStale(work, newest, found)
  return found
}

/** D24: the oldest of what a statement has read. */
function noteStale(work: Work, newest: Version | null, found: Version | null): void {
  const stale = staleMicros(work, newest, found)
  if (stale > (work.running.staleMicros ?? 0)) work.running.staleMicros = stale
}
