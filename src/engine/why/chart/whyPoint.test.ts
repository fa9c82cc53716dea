/**
 * What happened at a point of a chart: each answer has the numbers of its stretch, and points at
 * the fact that explains it. Rules Q8, F2, T13, S8, L5, B9, R2.
 */
import { expect, test } from 'vitest'
import type { Cause } from '../../contract/cause.ts'
import type { FactKey, FactOf } from '../../contract/facts.ts'
import { costOfUsage } from '../../report/costOfUsage.ts'
import { usageOf } from '../../aurora/billing/usageOf.ts'
import { playOn, runOn, setMmStage } from '../../testing/mmStage.ts'
import { type Cluster, give, inject, run, startCluster } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { whyOf } from '../whyOf.ts'
import { askPoint } from './askPoint.ts'
import { withChain } from './whyPoint.ts'

type Told = Pick<Cluster, 'simulation' | 'facts'>

/** Runs on over a stretch and asks what happened in it. */
function ask(told: Told, micros: number, lines: string): Cause[] {
  const { world } = told.simulation
  const from = world.now
  const question = askPoint(`point:${from}-${from + micros}:${lines}`)!
  question.noteBefore(world, told.facts)
  run({ ...told }, micros)
  for (const fact of told.facts) question.hear(fact)
  return question.answer(world, told.facts)
}

function factsOf<K extends FactKey>(told: Told, key: K, after = 0): FactOf<K>[] {
  return told.facts.filter(its => its.fact === key && its.at > after) as FactOf<K>[]
}

test('latency: the slowest commit of the stretch, and where most of its time went by', () => {
  const told = startCluster({ sessions: 4 })
  run(told, 50_000)
  inject(told, 'SlowNode', 'node-c1')
  const [answer, around] = ask(told, 50_000, 'latency')
  const commits = factsOf(told, 'TransactionCommitted', 50_000)
  const slowest = Math.max(...commits.map(({ parameters }) => parameters.latencyMicros))
  expect(answer).toMatchObject({
    key: 'why.point.slowest',
    parameters: { commits: commits.length, latencyMicros: slowest },
  })
  const fact = commits.find(({ id }) => id === answer!.fact)!
  expect(fact.parameters.latencyMicros).toBe(slowest)
  expect(around).toMatchObject({ key: 'why.point.inForce', parameters: { target: 'node-c1' } })
  const whole = withChain(answer!, whyOf(told.simulation.world, `fact:${fact.id}`, told.facts))
  const place = whole.findIndex(({ key }) => key === 'why.point.longest')
  const times = whole.flatMap(({ at, key }) => (key.startsWith('fact.') ? [at!] : []))
  const gaps = times.slice(1).map((then, index) => times[index]! - then)
  expect(whole[place]!.parameters.waitedMicros).toBe(Math.max(...gaps))
  expect(whole[place - 1]!.at! - whole[place + 1]!.at!).toBe(Math.max(...gaps))
})

test('commits: so many, by so many sessions, and what was told meanwhile', () => {
  const told = startCluster({ sessions: 3, think: '4ms' })
  run(told, 50_000)
  inject(told, 'NodeCrash', 'node-a1')
  const causes = ask(told, 50_000, 'commits')
  const commits = factsOf(told, 'TransactionCommitted', 50_000).length
  expect(causes[0]).toMatchObject({ key: 'why.point.commits', parameters: { commits } })
  expect(causes.at(-1)).toMatchObject({
    key: 'why.point.load',
    parameters: { application: 'shop', sessions: 3, thinkMicros: 4_000 },
  })
})

test('Q8: no commit, because a write quorum is lost; and none because nobody asked', () => {
  const told = startCluster()
  run(told, 20_000)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(told, 'NodeCrash', node)
  run(told, 100_000)
  const [answer] = ask(told, 50_000, 'commits')
  const [stalled] = factsOf(told, 'CommitsStalled')
  expect(answer).toMatchObject({ key: 'why.point.noCommits', fact: stalled!.id })

  const idle = startCluster({ sessions: 1, think: '100s' })
  run(idle, 20_000_000)
  const [none] = ask(idle, 50_000, 'commits')
  expect(none).toMatchObject({ key: 'why.point.nobodyAsked', fact: null })
})

test('transactions that only read are no commits, as in the chart', () => {
  const told = startCluster({ reads: 1, writes: 0 })
  run(told, 20_000)
  const [answer] = ask(told, 50_000, 'commits')
  const onlyRead = factsOf(told, 'TransactionCommitted', 20_000).length
  expect(onlyRead).toBeGreaterThan(0)
  expect(answer).toMatchObject({ key: 'why.point.onlyRead', parameters: { onlyRead } })
})

test('a stall that had ended before the stretch is not its reason', () => {
  const told = startCluster({ sessions: 1, think: '100s' })
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(told, 'NodeCrash', node)
  run(told, 100_000_000)
  give(told, { do: 'HealAll' })
  run(told, 5_000_000)
  expect(factsOf(told, 'CommitsResumed')).not.toEqual([])
  expect(ask(told, 50_000, 'commits')[0]!.key).toBe('why.point.nobodyAsked')
})

test('R2: without service since the writer is down, for so long of the stretch', () => {
  const told = startCluster({ isSlow: true })
  run(told, 100_000)
  inject(told, 'InstanceCrash', 'w1')
  run(told, 1_000_000)
  const [answer] = ask(told, 500_000, 'down/shop')
  expect(answer).toMatchObject({
    key: 'why.point.down',
    parameters: { application: 'shop', downMicros: 500_000 },
    fact: factsOf(told, 'CommitsStalled')[0]!.id,
  })
})

test('F2: the latest apply of a reader, beside the measured curve; or what is in its way', () => {
  const told = startCluster({ readers: 1, sessions: 4 })
  run(told, 50_000)
  const [answer, curve] = ask(told, 50_000, 'lag/r1')
  const lags = factsOf(told, 'StreamApplied', 50_000).map(({ parameters }) => parameters.lagMicros)
  expect(answer).toMatchObject({
    key: 'why.point.lag',
    parameters: { instance: 'r1', lagMicros: Math.max(...lags) },
  })
  expect(curve).toMatchObject({ key: 'why.point.lagCurve', parameters: { curveMicros: 2_620 } })

  inject(told, 'LinkCut', 'w1>r1')
  run(told, 50_000)
  const [silent, struck] = ask(told, 50_000, 'lag/r1')
  expect(silent!.key).toBe('why.point.notApplied')
  expect(struck).toMatchObject({ key: 'why.point.inForce', parameters: { target: 'w1>r1' } })
})

test('L5: what keeps the safe point below what is written', () => {
  const told = startCluster()
  run(told, 20_000)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(told, 'NodeCrash', node)
  const causes = ask(told, 50_000, 'points')
  const { nextLsn, vdl } = told.simulation.world.instances[0]!.memory
  expect(causes[0]).toMatchObject({
    key: 'why.point.ahead',
    parameters: { written: nextLsn - 1 - vdl, vdl },
  })
  expect(causes.map(({ key }) => key)).toContain('why.vcl.waitsFor')
  expect(causes.filter(({ key }) => key === 'why.lack.nodeDown')).toHaveLength(3)
})

test('T13: conflicts of a cause, and the first of them; with several writers each its log', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  const own = stage.mm.writers[0]!
  for (let tries = 0; tries < 100 && own.nextLsn - 1 <= own.vdl; tries++) playOn(stage, 50)
  const early = askPoint('point:0-500:points/w1')!.answer(stage.simulation.world, stage.facts)
  expect(early.map(({ key }) => key)).toEqual(['why.point.ahead', 'why.point.tentative'])
  runOn(stage, 2, { write: [2] })
  playOn(stage, 200_000)
  const question = askPoint('point:0-210000:conflicts/inFlight:points/w1:lag/w2')!
  const [conflicts, points, lag] = question.answer(stage.simulation.world, stage.facts)
  const rolledBack = factsOf(stage, 'TransactionRolledBack')
  expect(conflicts).toMatchObject({
    key: 'why.point.conflicts',
    parameters: { conflicts: rolledBack.length, because: 'inFlight' },
    fact: rolledBack[0]!.id,
  })
  expect(points!.key).toBe('why.point.allDurable')
  expect(lag!.key).toBe('why.point.nothingToApply')
})

test('S8: asleep, and what put it to sleep; awake, what it has and the decision behind it', () => {
  const told = startElastic({ level: 0.5 })
  run(told, 5_000_000)
  give(told, { do: 'SetDemand', workload: 'crowd', level: 6 })
  const [awake] = ask(told, 15_000_000, 'capacity/w1')
  const changed = factsOf(told, 'CapacityChanged').at(-1)!
  expect(awake).toMatchObject({
    key: 'why.point.capacity',
    parameters: { acu: changed.parameters.acu },
    fact: changed.id,
  })
  give(told, { do: 'SetDemand', workload: 'crowd', level: 0 })
  run(told, 600_000_000)
  const [asleep] = ask(told, 1_000_000, 'capacity/w1:commits')
  expect(asleep).toMatchObject({ parameters: { acu: 0, decisions: 0 } })
  expect(told.facts.find(({ id }) => id === asleep!.fact)!.fact).toBe('CapacityChanged')
})

test('B9: what was billed in a stretch is the difference of two bills, item by item', () => {
  const told = startCluster()
  const { world } = told.simulation
  run(told, 1_000_000)
  const before = costOfUsage(world.setup, usageOf(world, told.facts))
  const causes = ask(told, 600_000, 'cost')
  const after = costOfUsage(world.setup, usageOf(world, told.facts))
  expect(Number(causes[0]!.parameters.total)).toBeCloseTo(Number(after.total), 5)
  const added = Number(after.total) - Number(before.total)
  expect(Number(causes[0]!.parameters.added)).toBeCloseTo(added, 5)
  const billed = causes.filter(({ key }) => key === 'why.point.billed')
  expect(billed.map(({ parameters }) => parameters.item)).toContain('compute')
})

test('a subject that names no point of a chart is none', () => {
  for (const subject of ['point:5-5:commits', 'point:1-2:nothing', 'point:1:commits', 'fact:1']) {
    expect(askPoint(subject)).toBeNull()
  }
})
