/** Histories with known verdicts, restated from Adya's thesis and others, and one for each name. */
import { describe, expect, test } from 'vitest'
import { levelsOf, namesIn, type Told, verdictOn } from './testing/byNotation.ts'

const committed = ['read-uncommitted', 'read-committed']
const snapshot = [...committed, 'snapshot-isolation', 'strong-session-snapshot-isolation']
const repeatable = [...committed, 'repeatable-read']
const serial = [
  ...committed,
  'repeatable-read',
  'snapshot-isolation',
  'strong-session-snapshot-isolation',
  'serializable',
  'strong-session-serializable',
  'strict-serializable',
]

const histories: [string, string, string[], string[]][] = [
  ['one after the other', 'w1(x) c1 r2(x1) w2(y) c2', [], serial],
  ['serializable in another order', 'r1(x0) w2(x) c2 w1(y) c1', [], serial],
  ['dirty write', 'w1(x) w2(x) w2(y) c2 w1(y) c1', ['G0'], []],
  ['aborted read', 'w1(x) r2(x1) a1 c2', ['G1a'], ['read-uncommitted']],
  ['intermediate read', 'w1(x) r2(x1) w1(x) c1 c2', ['G1b'], ['read-uncommitted']],
  ['circular', 'w1(x) w2(y) r1(y2) r2(x1) c1 c2', ['G1c'], ['read-uncommitted']],
  ['read skew', 'r1(x0) w2(x) w2(y) c2 r1(y2) c1', ['G-single'], committed],
  ['lost update', 'r1(x0) r2(x0) w1(x) c1 w2(x) c2', ['lost-update'], committed],
  ['write skew', 'r1(x0) r2(y0) w1(y) w2(x) c1 c2', ['G2-item'], snapshot],
  ['long fork', 'w1(x) w2(y) c1 c2 r3(x1) r4(x0) r3(y0) r4(y2) c3 c4', ['long-fork'], committed],
  ['observed transaction vanishes', 'w1(x) w1(y) c1 w2(x) c2 r3(x2) r3(y0) c3', ['OTV'], committed],
  ['causal reversal', 'w1(x) c1 r2(x1) w2(y) c2 r3(y2) r3(x0) c3', ['causal-reversal'], committed],
  [
    'phantom: a sum beside what it sums',
    'p1(x>0) r1(s0) w2(a:5) w2(s) c2 r1(s2) c1',
    ['G-single'],
    committed,
  ],
  ['two WHERE of one transaction differ', 'p1(x=3) w2(a:3) c2 p1(x>2@a2) c1', ['PMP'], repeatable],
  [
    'predicate write skew',
    'p1(x>0) p2(x>0) w1(a:1) w2(b:2) c1 c2',
    ['G2'],
    [...repeatable, 'snapshot-isolation', 'strong-session-snapshot-isolation'],
  ],
  [
    'a change of what does not match is no phantom',
    'p1(x>9) p2(x>9) w1(a:1) w2(b:2) c1 c2',
    [],
    serial,
  ],
]

describe('rules G0–G2, G19–G21: known histories have their names and levels', () => {
  test.each(histories)('%s', (_, notation, names, levels) => {
    expect(namesIn(notation)).toEqual(names)
    expect(new Set(levelsOf(notation))).toEqual(new Set(levels))
  })
})

const ordered: [string, string, Told, string[]][] = [
  ['stale read', 'w1(x) c1 r2(x0) c2', { isHeard: true }, ['G-single-realtime']],
  ['nobody had heard of the commit', 'w1(x) c1 r2(x0) c2', {}, []],
  [
    'own write not seen elsewhere',
    'w1(x) c1 r2(x0) c2',
    { isHeard: true, sessions: { 1: 'ann', 2: 'ann' } },
    ['G-single-process'],
  ],
  [
    'reads that go back',
    'w1(x) r2(x0) c1 r3(x1) c3 c2 r4(x0) c4',
    { isHeard: true, sessions: { 3: 'ann', 4: 'ann' } },
    ['G-single-process'],
  ],
  [
    'two sessions that see two commits in two orders',
    'r9(z0) w1(x) w2(y) r3(x1) c3 r4(y2) c4 r5(y0) c5 r6(x0) c6 c1 c2',
    { isHeard: true, sessions: { 3: 'ann', 5: 'ann', 4: 'bob', 6: 'bob' } },
    ['long-fork-process'],
  ],
]

describe('rules G9, G20: orders that no value shows', () => {
  test.each(ordered)('%s', (_, notation, told, names) => {
    expect(namesIn(notation, told)).toEqual(names)
  })
})

test('rule G17: a step leads to the two accesses that make it', () => {
  const { anomalies, transactions } = verdictOn('r1(x0) r2(x0) w1(x) c1 w2(x) c2')
  const [missed, over] = anomalies[0]!.cycle
  expect(missed).toMatchObject({ from: 2, to: 1, kind: 'rw', key: 't/x', fromAt: 20, toAt: 30 })
  expect(over).toMatchObject({ from: 1, to: 2, kind: 'ww', fromFact: 3, toFact: 5 })
  expect(transactions.map(({ id }) => id)).toEqual([1, 2])
  expect(transactions[0]!.reads).toMatchObject([{ key: 't/x', writtenBy: 0, at: 10 }])
})
