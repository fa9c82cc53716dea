/** Captions of what rests, and that each story is spoken of in the words of its own question. */
import { expect, test } from 'vitest'
import type { Frame } from '../../contract/frame.ts'
import type { Scenario } from '../../contract/scenario.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { scenarios } from '../../scenarios/catalogue.ts'
import { createSimulation, runUntil, type Simulation } from '../../simulation.ts'
import { give, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { everything } from '../../wings/everything.ts'
import { frameOf } from './frameOf.ts'

function open(name: string): Simulation {
  const parsed = parseScenario(scenarios[name] as Scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return createSimulation(parsed.setup, everything)
}

function lookAt(simulation: Simulation, at: number): Frame {
  runUntil(simulation, at, Infinity)
  return frameOf(simulation.world)
}

function spoken({ caption, hint, glowing }: Frame): string {
  return `${caption.key} ${hint.key} ${glowing}`
}

test('D2: a group that is left alone is said to lack nothing far below the safe point', () => {
  const simulation = open('cold-group')
  for (const at of [40_000, 90_000, 400_000]) {
    const frame = lookAt(simulation, at)
    expect(spoken(frame)).toBe('caption.coldReads hint.watchColdGroup null')
    expect(frame.caption.parameters).toMatchObject({ group: 'pg2', tip: 0, vdl: frame.volume.vdl })
    expect(frame.groups[1]!.segments.every(({ isComplete }) => isComplete)).toBe(true)
  }
})

test('a group written to now and then is not said to be left alone', () => {
  const cluster = startCluster({ groups: 3, sessions: 6, think: '2ms' })
  for (let step = 0; step < 100; step++) {
    run(cluster, 5_000)
    expect(look(cluster).caption.key).toBe('caption.allSix')
  }
})

test('L9: silence is told with its length, the one commit out of it with how long it took', () => {
  const simulation = open('quiet-cluster')
  const before = lookAt(simulation, 1_200_000_000)
  expect(spoken(before)).toBe('caption.quiet hint.watchSilence null')
  expect(before.caption.parameters).toMatchObject({ silentMicros: 1_200_000_000 })
  expect(before.caption.parameters).not.toHaveProperty('latencyMicros')
  expect(spoken(lookAt(simulation, 1_800_001_000))).toBe(
    'caption.commitAfterSilence hint.countAnswers null',
  )
  const answered = lookAt(simulation, 1_800_003_000)
  const { lastLatencyMicros } = answered.applications[0]!
  expect(spoken(answered)).toBe('caption.commitOutOfSilence hint.watchSilence null')
  expect(answered.caption.parameters).toMatchObject({
    silentMicros: 1_800_000_000,
    latencyMicros: lastLatencyMicros,
  })
  expect(lookAt(simulation, 1_900_000_000).caption).toMatchObject({
    key: 'caption.quiet',
    parameters: { silentMicros: 99_000_000, latencyMicros: lastLatencyMicros },
  })
})

test('of two commits out of silence neither is said to be the only one', () => {
  const cluster = startCluster({ sessions: 1, think: '1h' })
  run(cluster, 20_000_000)
  expect(look(cluster).caption.key).toBe('caption.quiet')
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 20, think: '5ms' })
  run(cluster, 100_000)
  expect(look(cluster).caption.key).toBe('caption.allSix')
})

test('what is broken comes before what rests', () => {
  const cluster = startCluster({ sessions: 1, think: '1h' })
  run(cluster, 20_000_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  expect(look(cluster).caption.key).toBe('caption.copiesGoneCommitsGoOn')
  heal(cluster, 'NodeCrash', 'node-a1')
  expect(look(cluster).caption.key).toBe('caption.quiet')
})

test('one dead node: how many groups it hurt is told, and that of the worst', () => {
  const { caption, groups } = lookAt(open('one-node-many-groups'), 50_000)
  const hurt = groups.filter(({ segments }) => segments.some(({ node }) => node === 'node-b2'))
  expect(caption).toMatchObject({
    key: 'caption.copiesGoneCommitsGoOn',
    parameters: { nodesDown: 1, hit: hurt.length, groups: 8, reachable: 5, spare: 1 },
  })
})

test('a network that loses by itself asks to look for holes, not for more that breaks', () => {
  expect(spoken(lookAt(open('lossy-network'), 100_000))).toBe(
    'caption.lossyNetwork hint.watchHoles null',
  )
  const cluster = startCluster()
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.1 })
  expect(look(cluster).hint.key).toBe('hint.healLoss')
})
