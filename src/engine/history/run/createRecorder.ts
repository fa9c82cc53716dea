/**
 * Records the history of a run outside its state (rule G17): whoever is told what transactions
 * read and wrote. Calls for transactions that are not kept any more mean nothing.
 */
import type { Context } from '../../aurora/mechanism.ts'
import type { ToldHistory } from '../../aurora/toldHistory.ts'
import type {
  RunHistory,
  Scanned,
  TransactionNumber,
  VersionId,
} from '../../contract/runHistory.ts'
import { begin, end, momentOf, noteAnswer, noteRead, noteUndo, noteWrite } from './notes.ts'
import { crashed, worked, works } from './recordWork.ts'
import {
  createRunRecord,
  type Item,
  itemOf,
  lastOf,
  type Recorded,
  type RunRecord,
  type Scan,
  sessionOrderOf,
  type Table,
  tableOf,
} from './runRecord.ts'
import { statementHistory } from './statementHistory.ts'

export type Recorder = ToldHistory & { record: RunRecord }

/** Rows that one WHERE is compared with. */
const mostCompared = 500

/** A row that is gone for good: the version that said so. */
function deletionOf({ writes }: Item): VersionId | null {
  const last = lastOf(writes, ({ by, isUndone }) => by.state === 'committed' && !isUndone)
  return last === undefined ? null : { writer: last.by.number, version: last.version }
}

/** Rows are compared with a WHERE only where their values are kept. */
function keyOf({ writes }: Item): readonly unknown[] {
  return writes[0]?.change?.key ?? []
}

function seenIn({ written }: Table, seenOf: Scanned['seenOf']): Scan['seen'] {
  const compared = written.slice(-mostCompared)
  return new Map(
    compared.map(item => {
      const found = seenOf(keyOf(item))
      return [item, found === 'gone' ? deletionOf(item) : found]
    }),
  )
}

const stateAfter = { committed: 'committed', rolledBack: 'aborted' } as const

function isOpenByName({ session, state }: Recorded): boolean {
  return state === 'open' && typeof session.name === 'string'
}

/** What is said of rows. */
function rowCalls(record: RunRecord, ctx: Context) {
  const known = (number: TransactionNumber) => record.byNumber.get(number)
  return {
    read(number, table, row, found) {
      const reader = known(number)
      const item = itemOf(tableOf(record, table), row)
      const source = known(found.writer) ?? null
      if (reader) noteRead(record, ctx, reader, { item, found, source })
    },
    scanned(number, { table: name, matches, seenOf }) {
      const table = tableOf(record, name)
      const seen = seenIn(table, seenOf)
      const reader = known(number)
      const scan = { table, matches, seen, ...momentOf(record, ctx) }
      if (reader) reader.scans = [...reader.scans, scan]
    },
    wrote(number, { table: name, row, version, change }) {
      const by = known(number)
      if (by === undefined) return
      const table = tableOf(record, name)
      const item = itemOf(table, row)
      const isFirst = item.writes.length === 0 && !item.isCut
      if (isFirst && change !== undefined) table.written.push(item)
      noteWrite(record, ctx, by, { item, version, change: change ?? null })
    },
    undid(number, table, row) {
      const by = known(number)
      if (by) noteUndo(by, itemOf(tableOf(record, table), row))
    },
    named(table, row, name) {
      itemOf(tableOf(record, table), row).name = name
    },
  } satisfies Partial<RunHistory>
}

/** What is said of transactions. */
function transactionCalls(record: RunRecord, ctx: Context) {
  return {
    opened(session) {
      sessionOrderOf(record, session).openSince = ctx.world.now
    },
    began(number, session, instance) {
      const its = sessionOrderOf(record, session)
      begin(record, ctx, { number, instance, isWork: false, session: its })
    },
    settled(outcomeOf) {
      for (const recorded of record.transactions.filter(isOpenByName)) {
        const outcome = outcomeOf(recorded.number)
        if (outcome !== null) end(record, ctx, recorded, stateAfter[outcome])
      }
    },
    ended(number, how) {
      const recorded = record.byNumber.get(number)
      if (recorded) end(record, ctx, recorded, stateAfter[how])
    },
    answered(session, sentAt) {
      const known = record.sessions.get(session)
      if (known) noteAnswer(ctx, known, sentAt)
    },
    works: (instance, txn) => works(record, ctx, instance, txn),
    worked: (instance, txn) => worked(record, ctx, instance, txn),
    crashed: instance => crashed(record, ctx, instance),
  } satisfies Partial<RunHistory>
}

export function createRecorder(ctx: Context): Recorder {
  const record = createRunRecord()
  const history: RunHistory = { ...rowCalls(record, ctx), ...transactionCalls(record, ctx) }
  return { record, ...history, ...statementHistory(history) }
}
