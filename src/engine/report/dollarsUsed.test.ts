/**
 * What the chart of cost draws, and the stage says, at an instant is what the bill came to then.
 * Rules B1 to B11.
 */
import { expect, test } from 'vitest'
import { usageOf } from '../aurora/billing/usageOf.ts'
import type { Metered } from '../aurora/billing/stops.ts'
import { frameOf } from '../aurora/frame/frameOf.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Usage } from '../contract/bill.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { inPlace, inThreeStages } from '../scenarios/migrations.ts'
import { stoppedNotPaused } from '../scenarios/stoppedNotPaused.ts'
import { theVolumeGrows } from '../scenarios/theVolumeGrows.ts'
import { createSimulation, listen, runUntil } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import { costOfUsage } from './costOfUsage.ts'
import { dollarsUsed, usedBy } from './dollarsUsed.ts'

const second = 1_000_000

function simulate(scenario: Scenario) {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Metered[] = []
  listen(simulation, fact => facts.push(fact), false)
  return { simulation, facts, setup: parsed.setup }
}

/** A cluster with a provisioned reader stops and starts. */
const mixed: Scenario = {
  ...stoppedNotPaused,
  cluster: {
    ...stoppedNotPaused.cluster,
    instances: [
      ...stoppedNotPaused.cluster.instances,
      { id: 'r9', az: 'c', role: 'reader', class: 'db.r6g.large' },
    ],
  },
}

const runs: [string, Scenario, number[]][] = [
  ['a volume that grows', theVolumeGrows, [0.1, 0.3, 0.8]],
  ['a class changed in place', inPlace, [10, 60, 119]],
  ['from v1 to provisioned and on to v2', inThreeStages, [5, 300, 900]],
  ['a mixed cluster that is stopped and starts', mixed, [30, 300, 1_000]],
]

test.each(runs)('B9: %s costs at each instant what its bill came to then', (_, scenario, times) => {
  const { simulation, facts, setup } = simulate(scenario)
  const noted: Usage[] = []
  const billed: string[] = []
  const onStage: (string | undefined)[] = []
  for (const seconds of times) {
    runUntil(simulation, seconds * second, Number.MAX_SAFE_INTEGER)
    noted.push(usedBy(simulation.world))
    billed.push(costOfUsage(setup, usageOf(simulation.world, facts)).total)
    const { mechanisms } = simulation.context
    onStage.push(frameOf(simulation.world, 0, mechanisms).serverless?.meter.total)
  }
  const drawn = noted.map(used => dollarsUsed(setup, used, facts))
  expect(drawn).toEqual(billed.map(text => expect.closeTo(Number(text), 6)))
  expect(onStage.map((text, index) => text ?? billed[index])).toEqual(billed)
  expect(new Set(billed).size).toBe(times.length)
})
