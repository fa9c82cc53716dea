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
})

test('F19: Serverless v1 has routers of its own and no proxy; v2 may have one', () => {
  const instances = [{ id: 'w1', az: 'a', class: 'serverless' }]
  const problemsWith = (serverless: unknown) =>
    problemsOf({
      ...proxyOrName,
      cluster: { instances, serverless },
      workload: [shop],
      script: [],
      expect: [],
    })
  expect(problemsWith({ generation: 'v1', min: 1, max: 4 })).toEqual([
    'workload[0].via: clients of Serverless v1 are connected to its own routers',
  ])
  expect(problemsWith({ generation: 'v2', min: 0, max: 4 })).toEqual([])
})
