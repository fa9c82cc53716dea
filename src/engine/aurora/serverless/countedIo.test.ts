/** What the meter counts of the volume while a cluster works, and whom a full instance refuses. */
import { expect, test } from 'vitest'
import type { Scenario } from '../../contract/scenario.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { createSimulation, runUntil } from '../../simulation.ts'
import { run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { everything } from '../../wings/everything.ts'

const second = 1_000_000

test('B7: the redo of sessions is counted once, and every page read', () => {
  const parameters = { 'instance.bufferPoolPages': 8 }
  const cluster = startElastic({ min: 1, max: 1, sessions: 4, think: '20ms', parameters })
  const { world } = cluster.simulation
  run(cluster, 3 * second - 1)
  const before = world.log.next
  run(cluster, 1)
  const { meter, recordsSeen } = world.serverless!
  expect(recordsSeen).toBeGreaterThanOrEqual(before)
  expect(recordsSeen).toBeGreaterThan(300)
  expect(meter.redoBytes).toBe(recordsSeen * world.parameters['instance.redoRecordSize'])
  const pages = meter.ios - Math.ceil(meter.redoBytes / 4_096)
  expect(pages).toBeGreaterThan(100)
  expect(pages).toBeLessThanOrEqual(world.instances[0]!.memory.reads.lastNumber)
})

test('B7: a fluid demand writes redo for each of its transactions', () => {
  const bytes = [0.4, 0.8].map(level => {
    const cluster = startElastic({ min: 2, max: 2, level })
    run(cluster, 5 * second)
    return cluster.simulation.world.serverless!.meter.redoBytes
  })
  expect(bytes[0]).toBeGreaterThan(100_000)
  expect(bytes[1]! / bytes[0]!).toBeCloseTo(2, 1)
})

/** Two applications of 60 sessions each at an instance that admits 90. */
function twoShops(): Scenario {
  const shop = {
    kind: 'sessions',
    on: 'w1',
    sessions: 60,
    think: '2s',
    transaction: { reads: 1, writes: 1 },
    keys: { table: 'account', pattern: 'uniform' },
  } as const
  return {
    version: 1,
    name: 'test',
    title: 'Who is refused?',
    question: 'Who is refused?',
    cluster: {
      instances: [{ id: 'w1', az: 'b', class: 'serverless' }],
      serverless: { generation: 'v2', min: 1, max: 1, platform: 4 },
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [
      { id: 'first', ...shop },
      { id: 'second', ...shop },
    ],
    until: '1min',
  }
}

test('S9: sessions are admitted in the order of their applications', () => {
  const parsed = parseScenario(twoShops())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  runUntil(simulation, 20 * second, Infinity)
  const refused = simulation.world.applications.map(({ state }) => [...state].map(its => its === 2))
  expect(refused[0]).toEqual(Array.from({ length: 60 }, () => false))
  expect(refused[1]).toEqual(Array.from({ length: 60 }, (_, session) => session >= 30))
})

test('B7: page reads of a reader are counted from nothing, though their numbers are not', () => {
  const cluster = startElastic({
    min: 1,
    max: 1,
    instances: [
      { id: 'w1', az: 'b', class: 'serverless' },
      { id: 'r1', az: 'a', class: 'serverless', role: 'reader' },
    ],
  })
  run(cluster, 2 * second)
  expect(cluster.simulation.world.instances[1]!.memory.reads.lastNumber).toBeGreaterThan(1_000_000)
  expect(cluster.simulation.world.serverless!.meter.ios).toBeLessThan(1_000)
})
