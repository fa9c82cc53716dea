/** Keeps a record bounded: the oldest transactions go, with their versions (rule G17). */
import type { Item, Recorded, RunRecord } from './runRecord.ts'

/** So many at least are kept; a third is let go of at once. */
const kept = 40_000
const mostKept = 60_000

function shorten(item: Item, isGone: (by: Recorded) => boolean): void {
  const before = item.writes.length
  item.writes = item.writes.filter(({ by }) => !isGone(by))
  if (item.writes.length < before) item.isCut = true
  item.lastRead = null
}

/** What waits for an answer of a session that lost its connection would wait for ever. */
function forgetSessions(record: RunRecord, isGone: (by: Recorded) => boolean): void {
  for (const session of record.sessions.values()) {
    session.waiting = session.waiting.filter(its => !isGone(its))
  }
}

export function letGo(record: RunRecord): void {
  const { transactions, byNumber, tables } = record
  if (transactions.length < mostKept) return
  const gone = new Set(transactions.splice(0, transactions.length - kept))
  const isGone = (by: Recorded) => gone.has(by)
  for (const { number } of gone) byNumber.delete(number)
  for (const { items } of tables.values()) {
    for (const item of items.values()) shorten(item, isGone)
  }
  forgetSessions(record, isGone)
  record.dropped += gone.size
  record.from = transactions[0]!.began.at
}
