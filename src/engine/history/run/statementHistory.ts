/**
 * What statements tell of themselves, in the words of a history: rows by the text of their key,
 * versions by their LSN, and a WHERE with what it has seen of rows that it did not give.
 */
import { type Hit, matches, type Scan } from '../../aurora/relations/access/scan.ts'
import { findPart } from '../../aurora/relations/expressions/walk.ts'
import { newestKnown, shownVersion } from '../../aurora/relations/rows/currentVersion.ts'
import { viewOf } from '../../aurora/relations/sessions/views.ts'
import { numbered, type Work } from '../../aurora/relations/sessions/work.ts'
import type { StatementHistory } from '../../aurora/relations/statementHistory.ts'
import { visibleVersion } from '../../aurora/relations/tables/readViews.ts'
import type { Entry, Key, Table, Version } from '../../aurora/relations/tables/tableTypes.ts'
import { entryOf } from '../../aurora/relations/tables/tree.ts'
import { editionOf, keyTextOf, textOf } from '../../aurora/relations/values/value.ts'
import type { RowChange, RunHistory, VersionId } from '../../contract/runHistory.ts'
import type { Expression } from '../../contract/statement.ts'

function idOf({ transaction, lsn }: Version): VersionId {
  return { writer: transaction, version: lsn }
}

/** Rows of a heap are called by their primary key. */
function nameRow(history: RunHistory, table: Table, row: string, { values }: Version): void {
  if (table.heap === null || table.primary.length === 0 || values === null) return
  const key = table.primary.map(place => textOf(values[place] ?? null)).join(',')
  history.named(table.name, row, `${table.name}/${key}`)
}

/** The change that a version is. */
function changeOf(row: Key, { older, values }: Version): RowChange {
  return { key: row, before: older?.values ?? null, after: values }
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

/** PostgreSQL looks again at rows that it locks, and then tells what it has found. */
function looksAgain({ relations, running }: Work): boolean {
  const { statement } = running
  const locks = statement.kind !== 'select' || statement.locking !== null
  return locks && editionOf(relations.dialect) === 'postgresql'
}

/** A WHERE that speaks of more than its row and constants is not told (rule G22). */
function isToldOf(work: Work, { where, scope, cursor }: Scan): boolean {
  if (scope.outer !== null || cursor.path.ranges.length === 0 || looksAgain(work)) return false
  return where === null || findPart(where, ({ kind }) => unsaid.includes(kind)) === null
}

function tellScan(history: RunHistory, work: Work, scan: Scan): void {
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

type Reading = Pick<StatementHistory, 'rowRead'>

/** Tells each row first; one that LIMIT has ended has not seen all. */
function listen(history: RunHistory, { rowRead }: Reading, work: Work, scan: Scan) {
  let isEnded = false
  const tellsRows = !looksAgain(work)
  const take = (hit: Hit) => {
    const { number } = numbered(work)
    if (tellsRows) rowRead(number, scan.table, hit.row.key, hit.version)
    isEnded = !scan.take(hit)
    return !isEnded
  }
  const done = () => {
    if (!isEnded && isToldOf(work, scan)) tellScan(history, work, scan)
  }
  return { scan: { ...scan, take }, done }
}

type OfRows = Pick<StatementHistory, 'rowRead' | 'rowWritten' | 'rowUndone' | 'listenTo'>

/** What statements tell, in the words of any history. */
export function statementHistory(history: RunHistory): OfRows {
  const textOfRow = (table: Table, row: Key) => keyTextOf(row, table.rows.dialect)
  const its: OfRows = {
    rowRead(transaction, table, row, version) {
      const text = textOfRow(table, row)
      history.read(transaction, table.name, text, idOf(version))
      nameRow(history, table, text, version)
    },
    rowWritten(table, row, version) {
      const text = textOfRow(table, row)
      const change = changeOf(row, version)
      const written = { table: table.name, row: text, version: version.lsn, change }
      history.wrote(version.transaction, written)
      nameRow(history, table, text, version)
    },
    rowUndone(transaction, table, row) {
      history.undid(transaction, table.name, textOfRow(table, row))
    },
    listenTo(work, scan) {
      const heard = listen(history, its, work as Work, scan as never)
      return { scan: heard.scan as unknown as typeof scan, done: heard.done }
    },
  }
  return its
}
