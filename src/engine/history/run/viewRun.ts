/** What a verdict shows of the recorded transactions. */
import type { RunAccess, RunTransaction, RunVerdict } from '../../contract/history.ts'
import type { Moment, Read, Recorded, RunRecord, Write } from './runRecord.ts'

const mostShown = 24

function accessOf({ at, fact }: Moment, key: string, writtenBy: number): RunAccess {
  return { key, writtenBy, at, fact }
}

function readOf(read: Read): RunAccess {
  return accessOf(read, read.item.name, read.writer)
}

function writeOf(write: Write): RunAccess {
  return accessOf(write, write.item.name, write.by.number)
}

/** A commit that its user has no answer for is unknown to that user. */
function statusOf({ state, heardAt }: Recorded): RunTransaction['status'] {
  if (state === 'lost') return 'unknown'
  return state === 'committed' && heardAt === null ? 'unknown' : state
}

function shown(recorded: Recorded, session: string): RunTransaction {
  const { number, instance, began, ended, reads, writes } = recorded
  const standing = writes.filter(({ isUndone }) => !isUndone)
  return {
    ...{ id: number, session, instance, status: statusOf(recorded) },
    ...{ beganAt: began.at, beganFact: began.fact },
    ...{ endedAt: ended?.at ?? null, endedFact: ended?.fact ?? 0 },
    reads: reads.slice(0, mostShown).map(readOf),
    writes: standing.slice(0, mostShown).map(writeOf),
  }
}

export function transactionsOf(
  { transactions }: RunRecord,
  told: Set<number>,
  nameOf: (recorded: Recorded) => string,
): RunTransaction[] {
  return transactions.flatMap(its => (told.has(its.number) ? [shown(its, nameOf(its))] : []))
}

export function countsOf({ transactions }: RunRecord): RunVerdict['counts'] {
  const counts = { committed: 0, aborted: 0, unknown: 0, open: 0 }
  const sum = { reads: 0, writes: 0, predicates: 0 }
  for (const its of transactions) {
    counts[statusOf(its)]++
    sum.reads += its.reads.length
    sum.writes += its.writes.length
    sum.predicates += its.scans.length
  }
  return { transactions: transactions.length, ...counts, ...sum }
}
