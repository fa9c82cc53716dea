/** A drawn curve is followed, recorded and undone; what is late or refused adds up. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import type { Scenario } from '../../contract/scenario.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { createSimulation } from '../../simulation.ts'
import { type Cluster, factsOf, give, look, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { everything } from '../../wings/everything.ts'

const second = 1_000_000
const million = 1_000_000

function demandOf(cluster: Cluster) {
  return look(cluster).serverless!.demand[0]!
}

function draw(points: [string, number][] | null, repeat?: string): Command {
  return { do: 'SetCurve', workload: 'crowd', points, ...(repeat ? { repeat } : {}) }
}

test('S30: a drawn curve is followed, begins anew, and gives way to the own one', () => {
  const cluster = startElastic({ level: 2 })
  run(cluster, 10 * second)
  const points: [string, number][] = [
    ['0s', 0],
    ['100s', 10],
  ]
  expect(give(cluster, draw(points, '100s'))).toEqual({ accepted: true })
  expect(demandOf(cluster)).toMatchObject({ level: million, isDrawn: true })
  run(cluster, 40 * second)
  expect(demandOf(cluster).level).toBe(5 * million)
  run(cluster, 60 * second)
  expect(demandOf(cluster)).toMatchObject({
    level: million,
    curve: [
      [0, 0],
      [100 * second, 1e7],
    ],
  })
  give(cluster, draw(null))
  expect(demandOf(cluster)).toMatchObject({ level: 2 * million, isDrawn: false })
})

test('S30: it also takes the place of a level set by hand', () => {
  const cluster = startElastic({ level: 2 })
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 9 })
  give(cluster, draw([['0s', 3]]))
  expect(demandOf(cluster)).toMatchObject({ level: 3 * million, isMoved: false })
})

test.each<[Command, string]>([
  [draw([]), 'reason.curveEmpty'],
  [
    draw([
      ['2s', 1],
      ['1s', 1],
    ]),
    'reason.curveOrder',
  ],
  [draw([['1s', 1_025]]), 'reason.demandLevel'],
  [draw([['9s', 1]], '5s'), 'reason.curveRepeat'],
  [{ do: 'SetCurve', workload: 'nobody', points: null }, 'reason.unknownDemand'],
])('S30: %o is refused: %s', (command, key) => {
  const outcome = give(startElastic({ level: 2 }), command)
  expect(outcome.accepted ? '' : outcome.reason.key).toBe(key)
})

test('S12: a growth goes back to the curve that was drawn', () => {
  const cluster = startElastic({ level: 0.3 })
  run(cluster, 10 * second)
  give(cluster, draw([['0s', 6]]))
  const drawn = factsOf(cluster, 'CommandGiven').at(-1)!
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'CapacityChanged')[0]!.cause).toBe(drawn.id)
})

/** A plain reckoning of the rule: a queue that is worked off first, and cut where patience ends. */
function reckon(offered: number, exact: readonly number[], patience: number) {
  let queue = 0
  let late = 0
  let refused = 0
  for (const capacity of exact) {
    const fresh = Math.max(0, Math.min(offered, capacity - queue))
    const left = Math.max(0, queue + offered - capacity)
    late += offered - fresh
    queue = Math.min(left, patience * (capacity > 0 ? capacity : offered))
    late -= left - queue
    refused += left - queue
  }
  return { late, refused }
}

test('S31: late is what waits past its second, refused what waits longer than a client', () => {
  const cluster = startElastic({
    min: 1,
    max: 4,
    level: 8,
    parameters: { 'instance.cpuPerRead': '53us' },
  })
  const exact: number[] = []
  for (let tick = 0; tick < 60; tick++) {
    exact.push(cluster.simulation.world.serverless!.capacities[0]!.exact)
    run(cluster, second)
  }
  const { late, refused } = reckon(8 * million, exact, 10)
  const [missed] = cluster.simulation.world.serverless!.missed!
  expect(Math.abs(missed!.late - late)).toBeLessThan(100)
  expect(Math.abs(missed!.refused - refused)).toBeLessThan(100)
  expect(missed!.refused).toBeGreaterThan(100 * million)
  const perAcu = 250_000 / 317
  expect(demandOf(cluster).refused).toBe(Math.floor(((missed!.refused / million) * perAcu) | 0))
})

test('S31: nothing late, no record; without a connection all is refused', () => {
  const calm = startElastic({ min: 4, level: 1 })
  run(calm, 30 * second)
  expect(calm.simulation.world.serverless!.missed).toBeUndefined()
  const crowded = startElastic({ max: 1, level: 0.2, connections: 180 })
  run(crowded, 10 * second)
  const { late, refused } = crowded.simulation.world.serverless!.missed![0]!
  expect([late, refused]).toEqual([0, million])
})

/** A provisioned writer, and a demand at it. */
function startFixed(level: number): Cluster {
  const scenario: Scenario = {
    version: 1,
    name: 'test',
    title: 'A fixed instance under test?',
    question: 'Does it hold?',
    cluster: { instances: [{ id: 'w1', az: 'a', class: 'db.r6g.large' }] },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        sessions: 1,
        think: '1s',
        transaction: { reads: 10, writes: 0 },
        keys: { table: 'account', pattern: 'uniform' },
      },
      { id: 'crowd', kind: 'demand', unit: 'ACU', curve: { shape: 'constant', high: level } },
    ],
  }
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return { simulation: createSimulation(parsed.setup, everything), facts: [] }
}

test('S32: a fixed instance serves a demand with its CPUs: 2 of them are 8 ACU', () => {
  const enough = startFixed(7.9)
  run(enough, 20 * second)
  expect(demandOf(enough)).toMatchObject({ late: 0, refused: 0 })
  const short = startFixed(10)
  run(short, 20 * second)
  const { answered, offered } = demandOf(short)
  expect(answered / offered).toBeGreaterThan(0.79)
  expect(answered / offered).toBeLessThan(0.81)
})

test('S5, S32: what the demand takes slows the sessions: half of the CPU, twice the time', () => {
  const speeds = [0, 2, 4, 6].map(level => {
    const cluster = startFixed(level)
    run(cluster, 5 * second)
    return cluster.simulation.world.serverless!.cpus[0]!.speedPpm
  })
  expect(speeds).toEqual([1_000_000, 750_000, 500_000, 250_000])
})
