/** The verdict agrees with every order tried, on small histories of any kind (rules G4–G12). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Holds, HistoryOp, HistoryTxn, TxnHistory } from '../contract/history.ts'
import { judgeTransactions } from './judgeTransactions.ts'
import { clockOrder, isSerial, isSnapshot, sessionOrder } from './testing/everyOrder.ts'

const keys = ['x', 'y']
const unordered = () => false

const draftOp = fc.record({
  key: fc.constantFrom(...keys),
  isRead: fc.boolean(),
  seen: fc.integer({ min: 0, max: 5 }),
})

const draftTxn = fc.record({
  session: fc.constantFrom('a', 'b', 'c'),
  status: fc.constantFrom(
    ...(['committed', 'committed', 'committed', 'committed', 'aborted', 'unknown'] as const),
  ),
  start: fc.integer({ min: 0, max: 9 }),
  length: fc.integer({ min: 0, max: 4 }),
  ops: fc.array(draftOp, { minLength: 1, maxLength: 4 }),
})

type Draft = typeof draftTxn extends fc.Arbitrary<infer T> ? T : never

/** Values written to a key in file order are 1, 2, 3 …; a read sees some of them. */
function historyOf(model: TxnHistory['model'], drafts: Draft[]): TxnHistory {
  const written = new Map(keys.map(key => [key, 0]))
  const isList = model === 'list-append'
  const total = new Map(keys.map(key => [key, writesOf(drafts, key)]))
  const opOf = ({ key, isRead, seen }: Draft['ops'][number]): HistoryOp => {
    const last = seen % (total.get(key)! + 1)
    if (isRead && isList) return ['r', key, Array.from({ length: last }, (_, k) => k + 1)]
    if (isRead) return ['r', key, last === 0 ? null : last]
    written.set(key, written.get(key)! + 1)
    return [isList ? 'a' : 'w', key, written.get(key)!]
  }
  const txns = drafts.map(({ session, status, start, length, ops }, index): HistoryTxn => {
    return { id: index, session, status, start, end: start + length, ops: ops.map(opOf) }
  })
  return { id: 'h', model, timing: 'realtime', txns: inSessionTime(txns) }
}

function writesOf(drafts: Draft[], key: string): number {
  return drafts.flatMap(({ ops }) => ops).filter(op => !op.isRead && op.key === key).length
}

/** A session is no two places at once. */
function inSessionTime(txns: HistoryTxn[]): HistoryTxn[] {
  const free = new Map<string | number, number>()
  return txns.map(txn => {
    const start = Math.max(txn.start!, free.get(txn.session) ?? 0)
    const end = start + (txn.end! - txn.start!)
    free.set(txn.session, end)
    return { ...txn, start, end }
  })
}

function expected(history: TxnHistory): Partial<Record<string, Holds>> {
  const [session, clock] = [sessionOrder(history), clockOrder(history)]
  return {
    'snapshot-isolation': isSnapshot(history, unordered),
    'strong-session-snapshot-isolation': isSnapshot(history, session),
    'repeatable-read': isSerial(history, unordered),
    serializable: isSerial(history, unordered),
    'strong-session-serializable': isSerial(history, session),
    'strict-serializable': isSerial(history, clock),
  }
}

function agree(model: TxnHistory['model']): void {
  const drafts = fc.array(draftTxn, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(drafts, given => {
      const history = historyOf(model, given)
      const { levels, anomalies } = judgeTransactions(history)
      expect(levels).toMatchObject(expected(history))
      expect(anomalies.length === 0).toBe(levels['strict-serializable'] === true)
    }),
    { numRuns: 1500 },
  )
}

test('rules G4–G12: lists', () => agree('list-append'))

test('rules G4–G12: registers without any order', () => agree('rw-register'))
