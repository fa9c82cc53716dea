/** What counts, what its order is known from, which orders matter, and what a verdict tells. */
import { expect, test } from 'vitest'
import { judgeTransactions } from './judgeTransactions.ts'
import { type Given, heldBy, history, namesOf, upToCommitted } from './testing/byHand.ts'

test('rule G7: a cycle names its transactions, the kind of each edge and the key', () => {
  const given: Given[] = [
    {
      ops: [
        ['a', 'x', 1],
        ['a', 'y', 1],
      ],
    },
    {
      ops: [
        ['r', 'x', []],
        ['r', 'y', [1]],
      ],
    },
  ]
  expect(judgeTransactions(history('list-append', given)).anomalies).toEqual([
    {
      name: 'G-single',
      transactions: ['t1', 't0'],
      cycle: [
        { from: 't1', to: 't0', kind: 'rw', key: 'x' },
        { from: 't0', to: 't1', kind: 'wr', key: 'y' },
      ],
    },
  ])
})

test('rule G5: an unknown outcome counts once it is seen, and never else', () => {
  const seen = history('list-append', [
    {
      status: 'unknown',
      ops: [
        ['r', 'y', []],
        ['a', 'x', 1],
      ],
    },
    {
      ops: [
        ['r', 'x', [1]],
        ['a', 'y', 1],
      ],
    },
  ])
  expect(namesOf(seen)).toEqual([])
  const unseen = history('list-append', [
    {
      status: 'unknown',
      ops: [
        ['r', 'x', []],
        ['a', 'x', 1],
        ['r', 'y', [7]],
      ],
    },
    { ops: [['r', 'x', []]] },
  ])
  expect(namesOf(unseen)).toEqual([])
})

test('rule G6: a register without order is lost-update in every order of its writes', () => {
  const given: Given[] = [
    {
      ops: [
        ['r', 'x', null],
        ['w', 'x', 1],
      ],
    },
    {
      ops: [
        ['r', 'x', null],
        ['w', 'x', 2],
      ],
    },
  ]
  expect(namesOf(history('rw-register', given))).toEqual(['lost-update'])
  expect(heldBy(history('rw-register', given))).toEqual(upToCommitted)
})

test('rule G6: versionOrder decides what values leave open', () => {
  const given: Given[] = [
    {
      ops: [
        ['w', 'x', 1],
        ['w', 'y', 1],
      ],
    },
    {
      ops: [
        ['w', 'x', 2],
        ['w', 'y', 2],
      ],
    },
  ]
  expect(heldBy(history('rw-register', given))).toContain('serializable')
  const versionOrder = { x: [1, 2], y: [2, 1] }
  expect(namesOf(history('rw-register', given, { versionOrder }))).toEqual(['G0'])
})

const stale: Given[] = [
  { session: 'a', start: 0, end: 1, ops: [['a', 'x', 1]] },
  { session: 'b', start: 2, end: 3, ops: [['r', 'x', []]] },
]

test('rule G9: a stale read needs real time, and breaks strict serializability alone', () => {
  const judged = history('list-append', stale, { timing: 'realtime' })
  expect(namesOf(judged)).toEqual(['G-single-realtime'])
  expect(judgeTransactions(judged).levels).toMatchObject({
    'strong-session-serializable': true,
    'strict-serializable': false,
  })
})

test('rule G9: within one session it needs session order only', () => {
  const own = stale.map(txn => ({ ...txn, session: 'a' }))
  const judged = history('list-append', own, { timing: 'session' })
  expect(judgeTransactions(judged)).toMatchObject({
    anomalies: [{ name: 'G-single-process', cycle: [{ kind: 'rw' }, { kind: 'process' }] }],
    levels: {
      'snapshot-isolation': true,
      'strong-session-snapshot-isolation': false,
      serializable: true,
      'strong-session-serializable': false,
      'strict-serializable': false,
    },
  })
})

test('rule G9: what may take effect later is before nothing', () => {
  const late: Given[] = [
    { session: 'a', status: 'unknown', start: 0, end: 1, ops: [['a', 'x', 1]] },
    { session: 'a', start: 2, end: 3, ops: [['r', 'x', []]] },
    { session: 'b', start: 4, end: 5, ops: [['r', 'x', [1]]] },
  ]
  const judged = history('list-append', late, { timing: 'realtime' })
  expect(judgeTransactions(judged).levels['strict-serializable']).toBe(true)
})

test('rule G12: a level that needs an order that was not told is undecided', () => {
  const judged = history('list-append', stale)
  expect(judgeTransactions(judged).levels).toMatchObject({
    serializable: true,
    'strong-session-serializable': 'undecided',
    'strict-serializable': 'undecided',
  })
})

test('rule G13: two separate groups are told apart, each by its strongest cycle only', () => {
  const skew = (x: string, y: string): Given[] => [
    {
      ops: [
        ['a', x, 1],
        ['a', y, 1],
      ],
    },
    {
      ops: [
        ['r', x, []],
        ['r', y, [1]],
      ],
    },
  ]
  const judged = history('list-append', [...skew('x', 'y'), ...skew('u', 'v')])
  expect(namesOf(judged)).toEqual(['G-single', 'G-single'])
})
