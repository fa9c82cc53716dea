/** F21: a proxy in front of several writers; and what scenarios may say of a proxy. */
import { expect, test } from 'vitest'
import type { Fact } from '../../contract/facts.ts'
import type { Scenario } from '../../contract/scenario.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { proxyOrName } from '../../scenarios/proxyOrName.ts'
import { writerLostMulti } from '../../scenarios/writerLost.ts'
import { createSimulation, listen, runUntil } from '../../simulation.ts'
import { everything } from '../../wings/everything.ts'

const second = 1_000_000

const [shop] = proxyOrName.workload!
const proxied: Scenario = { ...writerLostMulti, workload: [shop!] }

function problemsOf(scenario: unknown): string[] {
  const parsed = parseScenario(scenario)
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`)
}

test('F21: it uses one writer, and another one when that is lost', () => {
  const parsed = parseScenario(proxied)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const facts: Fact[] = []
  listen(simulation, fact => facts.push(fact), true)
  runUntil(simulation, second, Infinity)
  const commits = () => simulation.world.instances.map(({ commits: its }) => its)
  expect(commits()[0]).toBeGreaterThan(100)
  expect(commits().slice(1)).toEqual([0, 0])
  runUntil(simulation, 8 * second, Infinity)
  expect(facts.find(({ fact }) => fact === 'ProxySwitched')).toMatchObject({
    parameters: { instance: 'w2' },
  })
  expect(commits()[1]).toBeGreaterThan(100)
  expect(commits()[2]).toBe(0)
  runUntil(simulation, 40 * second, Infinity)
  expect(simulation.world.proxy!.writer).toBe(1)
  expect(simulation.broken).toBeNull()
})

test('F19: a proxy needs the cluster endpoint, looks after its writer, and has its name', () => {
  expect(problemsOf({ ...proxyOrName, workload: [{ ...shop, on: 'w1' }] })).toEqual([
    'workload[0].on: a proxy stands in front of the cluster endpoint',
  ])
  expect(problemsOf({ ...proxyOrName, workload: [{ ...shop, healthCheck: {} }] })).toEqual([
    'workload[0].healthCheck: a proxy looks after its writer by itself',
  ])
  expect(problemsOf({ ...proxyOrName, workload: [{ ...shop, via: 'bridge' }] })[0]).toMatch(
    /^workload\[0\]\.via/,
  )
  expect(problemsOf({ ...proxyOrName, workload: [{ ...shop, id: 'proxy' }] })).toEqual([
    'workload[0].id: the name "proxy" is taken',
  ])
  const instances = [{ id: 'w1', az: 'a', class: 'serverless' }]
  const serverless = { ...proxyOrName, cluster: { instances }, workload: [shop], script: [] }
  expect(problemsOf({ ...serverless, expect: [] })).toEqual([
    'workload[0].via: a proxy in front of serverless instances does not run here',
  ])
})
