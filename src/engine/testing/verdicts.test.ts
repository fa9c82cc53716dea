/** Stories whose point is the verdict: their own history names what happened, and where. */
import { expect, test } from 'vitest'
import type { RunVerdict } from '../contract/history.ts'
import type { Recording } from '../contract/recording.ts'
import { judgeRun } from '../judgeRun.ts'
import { scenarios } from '../scenarios/catalogue.ts'

function verdictOf(name: string, until: number): RunVerdict {
  const scenario = scenarios[name]!
  const branches = [{ id: 'main', from: null, commands: [] }]
  const recording: Recording = { scenario, seed: scenario.seed ?? 1, branch: 'main', branches }
  return judgeRun(recording, until, () => undefined)
}

function kindsOf({ anomalies }: RunVerdict): string[][] {
  return anomalies.map(({ name, cycle }) => [name, ...cycle.map(({ kind, key }) => key ?? kind)])
}

test('rules G9, G20: a session that hops reads what it had seen replaced, until it waits', () => {
  const { levels, transactions, anomalies } = verdictOf('hop-back', 500_000)
  expect(anomalies.map(({ name }) => name)).toEqual(['G-single-process'])
  const steps = anomalies[0]!.cycle.map(({ kind, key }) => `${kind} ${key}`)
  expect(new Set(steps)).toEqual(new Set(['wr account/1', 'process null', 'rw account/1']))
  expect(transactions.map(({ session, instance }) => `${session}@${instance}`)).toEqual([
    'ann@w1',
    'eve@w1',
    'eve@w2',
  ])
  expect(levels.serializable).toBe(true)
  expect(levels['strong-session-snapshot-isolation']).toBe(false)
})

test('rules G2, G20: readers at two writers see two commits in two orders, until they wait', () => {
  const { levels, anomalies, transactions } = verdictOf('two-orders', 400_000)
  expect(anomalies.map(({ name }) => name)).toEqual(['long-fork'])
  const keys = new Set(anomalies[0]!.cycle.map(({ key }) => key))
  expect(keys).toEqual(new Set(['account/1', 'account/3']))
  expect(transactions.every(({ beganAt }) => beganAt < 200_000)).toBe(true)
  expect(levels['read-committed']).toBe(true)
  expect(levels['snapshot-isolation']).toBe(false)
})

test('rules G18, G20: a reader of a cluster with one writer is late, but in order', () => {
  const { levels, anomalies, counts } = verdictOf('readers-behind', 600_000)
  expect(counts.committed).toBeGreaterThan(100)
  expect(new Set(anomalies.map(({ name }) => name))).toEqual(new Set(['G-single-realtime']))
  expect(levels['strong-session-serializable']).toBe(true)
  expect(levels['strict-serializable']).toBe(false)
})

test('rule G21: stories of one writer have the names that they are called by', () => {
  expect(kindsOf(verdictOf('lost-update', 1_200_000))).toEqual([
    ['lost-update', 'account/1', 'account/1'],
  ])
  expect(kindsOf(verdictOf('write-skew', 1_300_000)).map(([name]) => name)).toEqual(['G2-item'])
  expect(verdictOf('the-gap-lock', 1_300_000).anomalies).toEqual([])
})

test('rules G5, G17: a crash leaves no transaction without an end, and a verdict as before', () => {
  const { counts, levels } = verdictOf('crash-in-a-transaction', 60_000_000)
  expect(counts.open).toBe(0)
  expect(levels['read-committed']).toBe(true)
})

test('rule G17: the same run has the same verdict', () => {
  const [one, other] = [1, 2].map(() => verdictOf('round-robin-storm', 1_000_000))
  expect(other).toEqual(one)
  expect(one!.anomalies.length).toBeGreaterThan(0)
})
