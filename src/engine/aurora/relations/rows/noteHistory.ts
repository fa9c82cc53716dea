/**
 * Tells whoever keeps the history of the run what statements read, look for and write. A WHERE that
 * speaks of more than its row and constants is not told (rule G22).
 */
import type { Expression } from '../../../contract/statement.ts'
import type { RunHistory, VersionId } from '../../../contract/runHistory.ts'
import { matches, type Hit, type Scan } from '../access/scan.ts'
import { findPart } from '../expressions/walk.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered, type Work } from '../sessions/work.ts'
import { visibleVersion } from '../tables/readViews.ts'
import type { Entry, Key, Table, Version } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { editionOf, keyTextOf, textOf } from '../values/value.ts'
import { newestKnown, shownVersion } from './currentVersion.ts'

function idOf({ transaction, lsn }: Version): VersionId {
  return { writer: transaction, version: lsn }
}

/** Rows of a heap are called by their primary key. */
function nameRow(history: RunHistory, table: Table, row: string, { values }: Version): void {
  if (table.heap === null || table.primary.length === 0 || values === null) return
  const key = table.primary.map(place => textOf(values[place] ?? null)).join(',')
  history.named(table.name, row, `${table.name}/${key}`)
}

/** A row that a statement gives or changes. */
export function noteRowRead({ host, session }: Work, table: Table, row: Key, version: Version) {
  const { history } = host
  if (!history || session.transaction === null) return
  const text = keyTextOf(row, table.rows.dialect)
  history.read(session.transaction.number, table.name, text, idOf(version))
  nameRow(history, table, text, version)
}

export function noteRowChange({ host }: Work, table: Table, row: Key, version: Version): void {
  const { history } = host
  if (!history) return
  const text = keyTextOf(row, table.rows.dialect)
  const before = version.older?.values ?? null
  const change = { key: row, before, after: version.values }
  history.wrote(version.transaction, table.name, text, version.lsn, change)
  nameRow(history, table, text, version)
}

/** It reads as the rows are now: it locks, or sees what is not committed. */
function readsNow({ host, relations, session }: Work, { lock }: Scan): boolean {
  if (editionOf(relations.dialect) === 'postgresql' || host.readPoint !== null) return false
  return lock !== null || session.transaction!.isolation === 'read uncommitted'
}

/** The newest that is known to be committed, or was the transaction's own before this statement. */
function current(work: Work, scan: Scan, entry: Entry): Version | null {
  const { relations, host } = work
  const { number, statements } = numbered(work)
  let version = shownVersion(host, scan.table, entry)
  if (scan.lock === null) return version
  version = newestKnown(work, version)
  const isLater = (its: Version) => {
    if (its.transaction === number) return its.statement === statements
    return relations.open.has(its.transaction)
  }
  while (version !== null && isLater(version)) version = version.older
  return version
}

function seen(work: Work, scan: Scan, entry: Entry): Version | null {
  if (readsNow(work, scan)) return current(work, scan, entry)
  return visibleVersion(work.relations, entry.newest, viewOf(work), numbered(work).statements)
}

const unsaid: Expression['kind'][] = ['inQuery', 'scalarQuery', 'exists', 'variable', 'call']

/** PostgreSQL looks again at rows that it locks: what its WHERE saw is not one moment. */
function isToldOf({ relations, running }: Work, { where, scope }: Scan): boolean {
  const { statement } = running
  const locks = statement.kind !== 'select' || statement.locking !== null
  if (scope.outer !== null || (locks && editionOf(relations.dialect) === 'postgresql')) return false
  return where === null || findPart(where, ({ kind }) => unsaid.includes(kind)) === null
}

/** The WHERE of a scan that has come to its end. */
export function noteScan(work: Work, scan: Scan): void {
  const { history } = work.host
  if (!history || !isToldOf(work, scan) || scan.cursor.path.ranges.length === 0) return
  const asked: Scan = { ...scan, scope: { ...scan.scope } }
  history.scanned(numbered(work).number, {
    table: scan.table.name,
    matches: values => matches(asked, values as Key),
    seenOf: key => {
      const entry = entryOf(scan.table.rows, key as Key)
      if (entry === null) return 'gone'
      const version = seen(work, scan, entry)
      return version === null ? null : idOf(version)
    },
  })
}

/** The same scan, each row that it gives told first. */
export function noted(work: Work, scan: Scan): Scan {
  const { relations, running } = work
  const isHeap = editionOf(relations.dialect) === 'postgresql'
  const { statement } = running
  const looksAgain = isHeap && (statement.kind !== 'select' || statement.locking !== null)
  if (!work.host.history || looksAgain) return scan
  const take = (hit: Hit) => {
    noteRowRead(work, scan.table, hit.row.key, hit.version)
    return scan.take(hit)
  }
  return { ...scan, take }
}
