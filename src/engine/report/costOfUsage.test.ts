/** What a run has cost follows the prices that its scenario gives. Rules B8 to B10. */
import { expect, test } from 'vitest'
import { usageOf } from '../aurora/billing/usageOf.ts'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { createSimulation, runUntil } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import { costOfUsage } from './costOfUsage.ts'

function computeOf(cluster: Partial<Scenario['cluster']>): string {
  const parsed = parseScenario({
    version: 1,
    name: 'test',
    title: 'What does it cost?',
    question: 'What does it cost?',
    cluster: { instances: [{ id: 'w1', az: 'b', class: 'db.r6g.large' }], ...cluster },
    until: '1s',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  runUntil(simulation, 1_000_000, Number.MAX_SAFE_INTEGER)
  return costOfUsage(parsed.setup, usageOf(simulation.world, [])).compute
}

test('B8, B9: an hour at other prices, and the least that is billed', () => {
  expect(computeOf({})).toBe('0.043333')
  expect(computeOf({ parameters: { 'billing.instanceHourR6g': 3.6 } })).toBe('0.60')
  const parameters = { 'billing.instanceHourR6g': 3.6, 'billing.minimumProvisioned': '0s' }
  expect(computeOf({ parameters })).toBe('0.001')
  const optimized = { ...parameters, 'billing.ioOptimized': 1 }
  expect(computeOf({ parameters: optimized })).toBe('0.0013')
})

test('B10: the least of Serverless v1 is a price as others are', () => {
  const instances = [{ id: 'w1', az: 'b', class: 'serverless' } as const]
  const serverless = { generation: 'v1', min: 2, max: 8 } as const
  const parameters = { 'billing.acuHourV1': 3.6, 'billing.minimumV1': '100s' }
  expect(computeOf({ instances, serverless, parameters })).toBe('0.20')
})
