/** The same load on other configurations: what is played, what is left out, and what it costs. */
import { expect, test } from 'vitest'
import { billOf } from '../aurora/billing/billOf.ts'
import { priceValuesOf } from '../aurora/billing/standardPrices.ts'
import type { ComparedRun } from '../contract/bill.ts'
import type { Recording } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import { resolveParameters } from '../formats/parameterTable.ts'
import { everything } from '../wings/everything.ts'
import { compareBills } from './compareBills.ts'
import { otherCluster, stepsAround } from './otherCluster.ts'

const second = 1_000_000
const prices = priceValuesOf({ parameters: resolveParameters({}), serverless: null })

const busy: Scenario = {
  version: 1,
  name: 'test',
  title: 'A busy minute?',
  question: 'What would it have cost?',
  cluster: {
    instances: [{ id: 'w1', az: 'b', class: 'serverless' }],
    serverless: { generation: 'v2', min: 0.5, max: 8 },
    parameters: { 'storage.gossipPeriod': '10000ms' },
  },
  tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
  workload: [{ id: 'crowd', kind: 'demand', on: 'w1', unit: 'ACU', points: [['0s', 3]] }],
  script: [
    { at: '10s', do: 'SetCapacityRange', min: 1, max: 2 },
    { at: '20s', do: 'SetDemand', workload: 'crowd', level: 6 },
  ],
  until: '5min',
}

function recordingOf(scenario: Scenario): Recording {
  const commands = [
    { at: 60 * second, command: { do: 'SetDemand', workload: 'crowd', level: 2 } } as const,
    { at: 61 * second, command: { do: 'SetCapacityRange', min: 4, max: 4 } } as const,
  ]
  const branches = [{ id: 'main', from: null, commands }]
  return { scenario, seed: 5, branch: 'main', branches }
}

function compare(scenario: Scenario, seconds = 300) {
  const recording = recordingOf(scenario)
  const asked = { recording, until: seconds * second, range: { min: 0.5, max: 16 } }
  return compareBills(asked, everything, () => undefined)
}

function costOf({ usage }: ComparedRun): number {
  return billOf(usage, { prices, isIoOptimized: false, backupGb: 0 }).nano
}

test('B15: each size of instance once, then both generations of Serverless', () => {
  const { runs, missing, at } = compare(busy)
  expect(at).toBe(300 * second)
  expect(missing).toEqual([])
  expect(runs.map(({ kind, vcpus }) => `${kind} ${kind === 'provisioned' ? vcpus : ''}`)).toEqual([
    'own ',
    'provisioned 1',
    'provisioned 2',
    'provisioned 4',
    'provisioned 8',
    'provisioned 16',
    'v2 ',
    'v1 ',
  ])
  expect(runs[2]!.classes).toEqual(['db.r5.large', 'db.r6g.large', 'db.r7g.large', 'db.r8g.large'])
  // The same items for the same interval.
  for (const { usage } of runs) {
    expect(usage.at).toBe(at)
    expect(usage.groupMicros).toBe(at)
  }
  const v2 = runs.at(-2)!
  expect(v2.range).toEqual({ min: 0.5, max: 16 })
  expect(v2.usage.acu!.microAcuSeconds).toBeGreaterThan(200 * 2 * second)
  expect(costOf(v2)).toBeLessThan(costOf(runs[2]!))
  // Six ACU of work are one and a half CPUs: one is too few.
  expect(runs[1]!.late + runs[1]!.refused).toBeGreaterThan(1_000)
  expect(runs[2]!.late + runs[2]!.refused).toBe(0)
  // As it is: 2 ACU from 10 s on, and 4 from 61 s on by command.
  const own = runs[0]!.usage.acu!.microAcuSeconds / second
  expect(own).toBeGreaterThan(239 * 3.5)
  expect(own).toBeLessThan(300 * 4)
})

test('B15: of script and commands only what belongs to the load is played', () => {
  const { cluster, script } = otherCluster(busy, {
    kind: 'provisioned',
    class: 'db.r6g.large',
    range: null,
  })
  expect(script!.map(its => its.do)).toEqual(['SetDemand'])
  expect(cluster.serverless).toBeUndefined()
  expect(cluster.instances[0]!.class).toBe('db.r6g.large')
})

test('B15: v1 takes the listed steps that hold the range', () => {
  expect(stepsAround({ min: 0.5, max: 16 }, 'mysql')).toEqual({ min: 1, max: 16 })
  expect(stepsAround({ min: 3, max: 17 }, 'postgresql')).toEqual({ min: 2, max: 32 })
  expect(stepsAround({ min: 300, max: 300 }, 'mysql')).toEqual({ min: 256, max: 256 })
})

test('B15: with readers there is no v1, and with several writers no Serverless', () => {
  const reader = { id: 'r1', az: 'a', class: 'db.r5.large', role: 'reader' } as const
  const two: Scenario = {
    ...busy,
    cluster: { instances: [{ id: 'w1', az: 'b', class: 'db.r5.large' }, reader] },
  }
  const { runs, missing } = compare(two, 5)
  expect(missing).toEqual([{ kind: 'v1', because: 'oneInstance' }])
  expect(
    runs.find(({ kind, vcpus }) => kind === 'provisioned' && vcpus === 2)!.usage.spans,
  ).toHaveLength(2)
})
