/**
 * Records the history of a run outside its state (rule G17): whoever is told what transactions
 * read and wrote. Calls for transactions that are not kept any more mean nothing.
 */
import type { World } from '../../aurora/world.ts'
import type { RunHistory, TransactionNumber } from '../../contract/runHistory.ts'
import { begin, end, momentOf, noteAnswer, noteRead, noteUndo } from './notes.ts'
import { crashed, worked, works } from './recordWork.ts'
import { createRunRecord, itemOf, type RunRecord, sessionOrderOf, tableOf } from './runRecord.ts'

export interface Recorder extends RunHistory {
  record: RunRecord
}

/** Rows that one WHERE is compared with. */
const mostCompared = 500

export function createRecorder(clock: World): Recorder {
  const record = createRunRecord()
  const known = (number: TransactionNumber) => record.byNumber.get(number)
  return {
    record,
    opened(session) {
      sessionOrderOf(record, session).openSince = clock.now
    },
    began(number, session, instance) {
      begin(record, clock, {
        ...{ number, instance, isWork: false },
        session: sessionOrderOf(record, session),
      })
    },
    read(number, table, row, found) {
      const reader = known(number)
      if (reader) noteRead(clock, reader, itemOf(tableOf(record, table), row), found)
    },
    scanned(number, { table: name, matches, seenOf }) {
      const table = tableOf(record, name)
      const compared = table.written.slice(-mostCompared)
      const seen = new Map(compared.map(item => [item, seenOf(item.row)]))
      known(number)?.scans.push({ table, matches, seen, ...momentOf(clock) })
    },
    wrote(number, name, row, version, values) {
      const by = known(number)
      if (by === undefined) return
      const table = tableOf(record, name)
      const item = itemOf(table, row)
      if (item.writes.length === 0 && !item.isCut) table.written.push(item)
      const write = { by, item, version, isUndone: false, values: values ?? null }
      const whole = { ...write, ...momentOf(clock) }
      item.writes.push(whole)
      by.writes.push(whole)
    },
    undid(number, table, row) {
      const by = known(number)
      if (by) noteUndo(by, itemOf(tableOf(record, table), row))
    },
    ended(number, how) {
      const recorded = known(number)
      if (recorded) end(clock, recorded, how === 'committed' ? 'committed' : 'aborted')
    },
    answered(session, sentAt) {
      const known = record.sessions.get(session)
      if (known) noteAnswer(clock, known, sentAt)
    },
    works: (instance, txn) => works(record, clock, instance, txn),
    worked: (instance, txn) => worked(record, clock, instance, txn),
    crashed: instance => crashed(record, clock, instance),
    named(table, row, name) {
      itemOf(tableOf(record, table), row).name = name
    },
  }
}
