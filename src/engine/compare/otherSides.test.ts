/** What a run can be compared with: what changes, what stays, what is left out, and why not. */
import { expect, test } from 'vitest'
import type { StampedCommand } from '../contract/commands.ts'
import type { OtherSide, PresetName } from '../contract/compare.ts'
import type { Report } from '../contract/report.ts'
import type { Recording } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { recordingOf } from '../formats/recordingOf.ts'
import { reportOf } from '../report/reportOf.ts'
import { scenarios } from '../scenarios/catalogue.ts'
import { createSimulation, runUntil, type Simulation } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import { otherSides } from './otherSides.ts'

function storyOf(name: string): Scenario {
  return Object.values(scenarios).find(its => its.name === name)!
}

function sideOf(preset: PresetName, scenario: Scenario, commands: StampedCommand[] = []) {
  const sides = otherSides(recordingOf(scenario, scenario.seed ?? 1, commands))
  return sides.find(its => its.preset === preset)!
}

function scenarioOf({ recording, because }: OtherSide): Scenario {
  if (recording === null) throw new Error(because ?? '')
  return recording.scenario
}

function played(recording: Recording, micros: number): Simulation {
  const parsed = parseScenario({ ...recording.scenario, seed: recording.seed })
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message)
  const simulation = createSimulation(parsed.setup, everything)
  runUntil(simulation, micros, Infinity)
  return simulation
}

function counted({ world }: Simulation): Report {
  const none = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }
  return reportOf(world, none)
}

const zone: StampedCommand = {
  at: 30_000,
  command: { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
}

test('A1: every preset has a recording of the same seed, or a reason', () => {
  for (const name of ['four-of-six', 'round-robin-storm', 'flash-sale', 'v1-steps-up']) {
    const recording = recordingOf(storyOf(name), 77, [zone])
    for (const side of otherSides(recording)) {
      expect(side.recording === null, `${name} ${side.preset}`).toBe(side.because !== null)
      expect(side.recording?.seed ?? 77).toBe(77)
    }
  }
})

test('A2: with several writers nobody reads only, and who named nobody asks each in turn', () => {
  const { cluster, workload } = scenarioOf(sideOf('multiMaster', storyOf('four-of-six')))
  expect(cluster.topology).toBe('multi-master')
  expect(cluster.instances.map(({ id }) => id)).toEqual(['w1', 'w2'])
  expect(workload!.every(({ on }) => on === 'round-robin')).toBe(true)
})

test('A2: with one writer the others read, and no read mode is left', () => {
  const { cluster, workload } = scenarioOf(sideOf('singleMaster', storyOf('round-robin-storm')))
  const [first, ...others] = cluster.instances
  expect(first!.role).toBe('writer')
  expect(others.every(({ role }) => role === 'reader')).toBe(true)
  expect(workload!.every(its => !('mode' in its) && its.on === 'cluster')).toBe(true)
})

test('A3: what the other cluster has no place for is left out by name', () => {
  const side = sideOf('singleMaster', storyOf('round-robin-storm'))
  expect(side.leftOut).toEqual(['SetPlacement', 'SetPlacement'])
  expect(sideOf('v2', storyOf('flash-sale')).because).toBe('isSo')
  const range = { at: 1, command: { do: 'SetCapacityRange', min: 1, max: 2 } } as const
  const fixed = sideOf('provisioned', storyOf('flash-sale'), [range, zone])
  expect(fixed.leftOut).toEqual(['SetCapacityRange'])
  expect(fixed.recording!.branches[0]!.commands).toEqual([zone])
})

test('A3: where the story stands in the way the problem says what is allowed', () => {
  const side = sideOf('multiMaster', storyOf('the-volume-grows'))
  expect(side).toMatchObject({ because: 'unreadable', problem: { allowed: '0' } })
  expect(sideOf('multiMaster', storyOf('write-skew')).because).toBe('postgresql')
  expect(sideOf('v1', storyOf('promote-a-replica')).because).toBe('oneInstance')
  expect(sideOf('twoOfThree', storyOf('stale-base')).because).toBe('membersAreFixed')
})

test('A4: a lost zone is answered by three of four, and commits go on after one more loss', () => {
  const story = storyOf('the-writers-zone')
  expect(sideOf('threeOfFour', storyOf('four-of-six')).because).toBe('noZoneLost')
  const { recording } = sideOf('threeOfFour', storyOf('four-of-six'), [zone])
  expect(recording!.branches[0]!.commands).toEqual([
    zone,
    { at: 210_000, command: { do: 'ChangeQuorum', model: '3/4' } },
  ])
  const lost = recordingOf({ ...storyOf('three-of-four'), script: [lostZone] }, 43, [])
  const side = otherSides(lost).find(({ preset }) => preset === 'threeOfFour')!
  const { world } = played(side.recording!, 260_000)
  expect(world.membership?.groups.map(its => its?.model)).toEqual(['3/4'])
  expect(sideOf('threeOfFour', story).recording?.scenario.script).toHaveLength(
    story.script!.length + 1,
  )
})

const lostZone = { at: '20ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' } as const

test('before a fork: without the last command, and the branch that this one left', () => {
  expect(sideOf('withoutLast', storyOf('four-of-six')).because).toBe('noCommand')
  expect(sideOf('withoutLast', storyOf('four-of-six'), [zone]).recording!.branches[0]).toEqual({
    id: 'main',
    from: null,
    commands: [],
  })
  const forked: Recording = {
    ...recordingOf(storyOf('four-of-six'), 1, [zone]),
    branch: 'b1',
    branches: [
      { id: 'main', from: null, commands: [zone] },
      { id: 'b1', from: { branch: 'main', at: 1 }, commands: [] },
    ],
  }
  const side = otherSides(forked).find(({ preset }) => preset === 'otherBranch')!
  expect(side.recording!.branches[0]!.commands).toEqual([zone])
})

test('A5: two presets of one run bill the same items for the same time, and the laws hold', () => {
  const story = storyOf('four-of-six')
  const reports = (['twoOfThree', 'multiMaster', 'v2'] as const).map(preset => {
    const simulation = played(sideOf(preset, story).recording!, 80_000)
    expect(simulation.broken).toBeNull()
    return counted(simulation)
  })
  for (const { at, cost, transactions } of reports) {
    expect(at).toBe(80_000)
    expect(Object.keys(cost)).toEqual(['compute', 'storage', 'io', 'total'])
    expect(Number(cost.compute)).toBeGreaterThan(0)
    expect(transactions.committed).toBeGreaterThan(3)
  }
})
