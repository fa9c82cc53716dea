/**
 * Serial histories never raise an alarm, each anomaly planted in one is found, and neither names
 * nor the order of the file change a verdict (rules G0–G13).
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HistoryOp, HistoryTxn, TxnHistory } from '../contract/history.ts'
import { judgeTransactions } from './judgeTransactions.ts'

const draftOp = fc.record({ key: fc.constantFrom('x', 'y', 'z'), isRead: fc.boolean() })
const draftTxn = fc.record({
  session: fc.constantFrom('a', 'b', 'c'),
  ops: fc.array(draftOp, { minLength: 1, maxLength: 4 }),
})

type Draft = typeof draftTxn extends fc.Arbitrary<infer T> ? T : never

/** One transaction after the other, on lists or on registers. */
function serial(model: TxnHistory['model'], drafts: Draft[]): TxnHistory {
  const held = new Map<string, number[]>()
  let last = 0
  const opOf = ({ key, isRead }: Draft['ops'][number]): HistoryOp => {
    const list = held.get(key) ?? []
    if (isRead) return ['r', key, model === 'list-append' ? list : (list.at(-1) ?? null)]
    last += 1
    held.set(key, [...list, last])
    return [model === 'list-append' ? 'a' : 'w', key, last]
  }
  const txns = drafts.map(({ session, ops }, k): HistoryTxn => {
    const times = { start: 2 * k, end: 2 * k + 1 }
    return { id: `t${k}`, session, status: 'committed', ...times, ops: ops.map(opOf) }
  })
  return { id: 'h', model, timing: 'realtime', txns }
}

const drafts = fc.array(draftTxn, { maxLength: 60 })
const model = fc.constantFrom('list-append' as const, 'rw-register' as const)

test('rules G4–G12: a serial history holds at every level', () => {
  fc.assert(
    fc.property(model, drafts, (kind, given) => {
      const { anomalies, levels } = judgeTransactions(serial(kind, given))
      expect(anomalies).toEqual([])
      expect(new Set(Object.values(levels))).toEqual(new Set([true]))
    }),
  )
})

/** On keys of their own, so that the clean part stays clean. */
const planted: Record<string, HistoryOp[][]> = {
  G0: [
    [
      ['a', 'p', 1],
      ['a', 'q', 1],
    ],
    [
      ['a', 'p', 2],
      ['a', 'q', 2],
    ],
    [
      ['r', 'p', [1, 2]],
      ['r', 'q', [2, 1]],
    ],
  ],
  G1b: [
    [
      ['a', 'p', 1],
      ['a', 'p', 2],
    ],
    [['r', 'p', [1]]],
    [['r', 'p', [1, 2]]],
  ],
  G1c: [
    [
      ['a', 'p', 1],
      ['r', 'q', [1]],
    ],
    [
      ['a', 'q', 1],
      ['r', 'p', [1]],
    ],
  ],
  'G-single': [
    [
      ['a', 'p', 1],
      ['a', 'q', 1],
    ],
    [
      ['r', 'p', []],
      ['r', 'q', [1]],
    ],
  ],
  'lost-update': [
    [
      ['r', 'p', []],
      ['a', 'p', 1],
    ],
    [
      ['r', 'p', []],
      ['a', 'p', 2],
    ],
  ],
  'long-fork': [
    [['a', 'p', 1]],
    [['a', 'q', 1]],
    [
      ['r', 'p', [1]],
      ['r', 'q', []],
    ],
    [
      ['r', 'p', []],
      ['r', 'q', [1]],
    ],
  ],
  'G2-item': [
    [
      ['r', 'p', []],
      ['a', 'q', 1],
    ],
    [
      ['r', 'q', []],
      ['a', 'p', 1],
    ],
  ],
}

function withPlanted(clean: TxnHistory, name: string): TxnHistory {
  const from = clean.txns.length * 2
  const more = planted[name]!.map((ops, k): HistoryTxn => {
    const times = { start: from, end: from + 1 }
    return { id: `p${k}`, session: `p${k}`, status: 'committed', ...times, ops }
  })
  return { ...clean, txns: [...clean.txns, ...more] }
}

test.each(Object.keys(planted))('rules G0–G2: %s planted in a clean history is found', name => {
  fc.assert(
    fc.property(drafts, given => {
      const judged = judgeTransactions(withPlanted(serial('list-append', given), name))
      expect(judged.anomalies.map(its => its.name)).toContain(name)
      expect(judged.levels.serializable).toBe(false)
    }),
    { numRuns: 25 },
  )
})

test('rule G13: other names and another order of the file change no verdict', () => {
  const name = fc.constantFrom(...Object.keys(planted))
  fc.assert(
    fc.property(drafts, name, fc.infiniteStream(fc.nat()), (given, which, luck) => {
      const told = withPlanted(serial('list-append', given), which)
      const history: TxnHistory = { ...told, timing: 'none' }
      const keyed = history.txns.map(txn => ({ txn, luck: luck.next().value }))
      const shuffled = keyed
        .sort((a, b) => a.luck - b.luck)
        .map(({ txn }) => {
          const ops = txn.ops.map(([kind, key, value]): HistoryOp => [kind, `other ${key}`, value])
          return { ...txn, id: `other ${txn.id}`, ops }
        })
      const [one, other] = [history, { ...history, txns: shuffled }].map(judgeTransactions)
      expect(other!.levels).toEqual(one!.levels)
      expect(other!.anomalies.map(its => its.name)).toEqual(one!.anomalies.map(its => its.name))
    }),
    { numRuns: 50 },
  )
})
