/**
 * Service time follows utilisation by a queue, not by a formula: waits at an instance's CPUs are
 * those of Erlang's M/M/c within their confidence interval, and those of a fixed crowd are those of
 * the machine repair model. Both are reckoned here by themselves.
 */
import { expect, test } from 'vitest'
import type { Scenario } from '../../contract/scenario.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { exponentialMicros } from '../../kernel/distributions.ts'
import { createStream } from '../../kernel/streams.ts'
import { createSimulation, runUntil } from '../../simulation.ts'
import { everything } from '../../wings/everything.ts'
import type { WriterMemory } from '../instance.ts'
import { occupyCpu } from './cpu.ts'

const service = 10_000
const batches = 20
/** Student's t with 19 degrees of freedom, 99.9 %. */
const student = 3.883

/** Erlang C: mean wait before service, in service times. */
function erlangWait(servers: number, load: number): number {
  const offered = servers * load
  let term = 1
  let sum = 0
  for (let busy = 0; busy < servers; busy++) {
    sum += term
    term = (term * offered) / (busy + 1)
  }
  const waiting = term / (1 - load)
  return waiting / (sum + waiting) / (servers * (1 - load))
}

function intervalOf(means: readonly number[]): { mean: number; half: number } {
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length
  const square = means.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, half: student * Math.sqrt(square / (means.length - 1) / means.length) }
}

/** Mean waits of batches of Poisson arrivals, in service times; the first batch warms up. */
function waitsOf(servers: number, load: number, size: number): number[] {
  const memory = { cpuFreeAt: new Float64Array(servers), cpuPpm: 0, cpuSeenAt: 0 } as WriterMemory
  const arrivals = createStream(7, `arrivals ${servers}`)
  const services = createStream(7, `services ${servers}`)
  const means: number[] = []
  let now = 0
  for (let batch = 0; batch <= batches; batch++) {
    let waited = 0
    for (let k = 0; k < size; k++) {
      now += exponentialMicros(arrivals, service / (servers * load))
      const takes = exponentialMicros(services, service)
      waited += occupyCpu(memory, now, takes) - takes - now
    }
    if (batch > 0) means.push(waited / size / service)
  }
  return means
}

test.each([
  [1, 0.5],
  [1, 0.7],
  [1, 0.9],
  [2, 0.5],
  [2, 0.7],
  [2, 0.9],
  [8, 0.5],
  [8, 0.7],
  [8, 0.9],
])('W2, W13: %d CPUs, %d busy: the waits of Erlang C', (servers, load) => {
  const expected = erlangWait(servers, load)
  const { mean, half } = intervalOf(waitsOf(servers, load, load > 0.8 ? 20_000 : 5_000))
  expect(Math.abs(mean - expected)).toBeLessThan(half)
  expect(half / expected).toBeLessThan(0.3)
})

/** Machine repair: `sessions` of mean think time at so many CPUs: answers a second. */
function answersPerSecond(sessions: number, servers: number, think: number, takes: number) {
  let weight = 1
  let sum = 1
  let busy = 0
  for (let inside = 1; inside <= sessions; inside++) {
    const working = Math.min(inside, servers)
    weight = (weight * (sessions - inside + 1) * takes) / (think * working)
    sum += weight
    busy += weight * working
  }
  return ((busy / sum) * 1_000_000) / takes
}

function crowd(sessions: number, memoryPerVcpu: number, type: string): Scenario {
  return {
    version: 1,
    name: 'crowd',
    title: 'A crowd at some CPUs?',
    question: 'How many answers a second?',
    seed: 5,
    cluster: {
      instances: [{ id: 'w1', az: 'a', class: type }],
      parameters: {
        'instance.cpuPerRead': `${service}us`,
        'instance.memoryPerVcpu': memoryPerVcpu,
        'network.tailProbability': 0,
        'storage.gossipPeriod': '10000ms',
      },
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [
      {
        id: 'shop',
        kind: 'sessions',
        on: 'w1',
        sessions,
        think: '40ms',
        transaction: { reads: 1, writes: 0 },
        keys: { table: 'account', pattern: 'uniform' },
        service: 'exponential',
      },
    ],
  }
}

/** There and back, as long as thinking goes on: a mean of 0.25 ms each way. */
const think = 40_000 + 2 * 250

test.each([
  [1, 5, 16, 'db.r5.large'],
  [2, 10, 8, 'db.r5.large'],
  [8, 38, 8, 'db.r5.2xlarge'],
])('W13: in a run of the engine, %d CPUs and %d sessions: machine repair', (...given) => {
  const [servers, sessions, memoryPerVcpu, type] = given
  const parsed = parseScenario(crowd(sessions, memoryPerVcpu, type))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const means: number[] = []
  let before = 0
  for (let batch = 0; batch <= batches; batch++) {
    runUntil(simulation, (batch + 1) * 2_000_000, Number.MAX_SAFE_INTEGER)
    const { answered } = simulation.world.applications[0]!
    if (batch > 0) means.push((answered - before) / 2)
    before = answered
  }
  const expected = answersPerSecond(sessions, servers, think, service)
  const { mean, half } = intervalOf(means)
  expect(Math.abs(mean - expected)).toBeLessThan(half)
  expect(half / expected).toBeLessThan(0.05)
  const unhindered = (sessions * 1_000_000) / (think + service)
  expect(mean + half).toBeLessThan(unhindered)
})
