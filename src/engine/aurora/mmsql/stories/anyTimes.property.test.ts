/**
 * I25 · What the matrix across writers forbids is not seen in any random run either: sessions at
 * two or three writers, each staying at its own, with transactions and times of their own. What
 * sessions see that only read is judged more strictly than what those that write come by.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunAnomaly } from '../../../contract/history.ts'
import {
  type Mode,
  type Parameters,
  type Played,
  playWriters,
} from '../../../testing/playWriters.ts'

const ids = [1, 2, 101]

const look = fc.oneof(
  fc.constantFrom(...ids).map(id => `select balance from account where id = ${id}`),
  fc.constant('select id, balance from account where id in (1, 2, 101)'),
  fc.constant('select count(*) from account where balance > 1000'),
)

const change = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ids), fc.integer({ min: 1001, max: 9999 }))
    .map(([id, to]) => `update account set balance = ${to} where id = ${id}`),
  fc.constant('update account set balance = balance + 1 where balance > 1000'),
)

function transactionOf(statement: fc.Arbitrary<string>) {
  return fc.record({
    statements: fc.array(statement, { minLength: 1, maxLength: 4 }),
    ends: fc.constantFrom('commit', 'commit', 'commit', 'rollback'),
    gap: fc.constantFrom(0, 1, 5, 20, 40),
  })
}

function sessionOf(statement: fc.Arbitrary<string>) {
  return fc.record({
    starts: fc.nat(40),
    transactions: fc.array(transactionOf(statement), { minLength: 1, maxLength: 4 }),
  })
}

type Session = ReturnType<typeof sessionOf> extends fc.Arbitrary<infer Value> ? Value : never

/** One that only reads and one that does both, at each writer. */
function pairs(writers: number): fc.Arbitrary<[Session, Session][]> {
  const pair = fc.tuple(sessionOf(look), sessionOf(fc.oneof(look, change)))
  return fc.array(pair, { minLength: writers, maxLength: writers })
}

/** Statements of one without BEGIN are transactions by themselves. */
function linesOf({ starts, transactions }: Session, name: string): string[] {
  let at = starts
  return transactions.flatMap(({ statements, ends, gap }) => {
    const all = statements.length === 1 ? statements : ['begin', ...statements, ends]
    return all.map(sql => {
      at += gap
      return `${at} ${name} ${sql}`
    })
  })
}

function scriptOf(sessions: [Session, Session][]): string {
  return sessions
    .flatMap(([reader, other], at) => [
      ...linesOf(reader, `reader${at}@w${1 + at}`),
      ...linesOf(other, `other${at}@w${1 + at}`),
    ])
    .join('\n')
}

/** The transaction that missed something is of a session that only reads. */
function isSeenByReader({ verdict }: Played, { cycle }: RunAnomaly): boolean {
  return cycle.some(({ kind, from }) => {
    const missing = verdict.transactions.find(({ id }) => id === from)
    return kind === 'rw' && missing?.session.startsWith('reader')
  })
}

const never = ['G0', 'G1a', 'G1b', 'G1c']
const ofSnapshots = ['G-single', 'PMP', 'OTV', 'causal-reversal']

/** What only-reading transactions may not see. With three writers FIFO lets causes come late. */
function forbidden({ level, consistency }: Mode, isCausal: boolean): string[] {
  if (level === 'read committed') return never
  if (consistency === 'REGIONAL_RAW') {
    const names = [...ofSnapshots, 'long-fork', 'G-nonadjacent']
    return [...never, ...['', '-process', '-realtime'].flatMap(end => names.map(its => its + end))]
  }
  return isCausal ? [...never, ...ofSnapshots] : never
}

function brokenBy(played: Played, names: string[]): string[] {
  const seen = played.verdict.anomalies.filter(its => {
    return never.includes(its.name) || isSeenByReader(played, its)
  })
  return seen.map(({ name }) => name).filter(name => names.includes(name))
}

const causally: Parameters = { 'multiMaster.choiceCausalRedo': 1 }
const raw = 'INSTANCE_RAW'

test.each<[string, Mode, number, Parameters]>([
  ['RC, two writers', { level: 'read committed', consistency: raw }, 2, {}],
  ['RC, three writers', { level: 'read committed', consistency: raw }, 3, {}],
  ['RR, two writers', { level: 'repeatable read', consistency: raw }, 2, {}],
  ['RR, three writers, FIFO', { level: 'repeatable read', consistency: raw }, 3, {}],
  ['RR, three writers, causal', { level: 'repeatable read', consistency: raw }, 3, causally],
  ['RR REGIONAL_RAW, two', { level: 'repeatable read', consistency: 'REGIONAL_RAW' }, 2, {}],
  ['RR REGIONAL_RAW, three', { level: 'repeatable read', consistency: 'REGIONAL_RAW' }, 3, {}],
])(
  'I25 · %s: nothing that is forbidden, whatever the times',
  (_, mode, writers, parameters) => {
    const isCausal = writers === 2 || parameters === causally
    fc.assert(
      fc.property(pairs(writers), its => {
        const played = playWriters({ mode, writers, parameters, script: scriptOf(its) })
        expect(brokenBy(played, forbidden(mode, isCausal))).toEqual([])
      }),
      { numRuns: 12 },
    )
  },
  120_000,
)
