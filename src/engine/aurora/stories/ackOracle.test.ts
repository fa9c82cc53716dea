/**
 * Story: how long a write set takes. With six independent acknowledgements, exponential with a mean
 * of one millisecond, the durable instant of a batch is the k-th smallest of n, whose mean is
 * 1/n + 1/(n-1) + … (k terms). The simulated network must come to the same, within 4.5 standard
 * errors. A preset of its own: no boxcar, no disk time, nothing takes time but the acknowledgement.
 */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { setLaw } from '../../kernel/network.ts'
import { crashNode } from '../storage/nodePower.ts'
import { atLeast } from '../storage/quorum.ts'
import { playTo, setStage, type Stage } from './stage.ts'

const hour = 3_600_000_000
const samples = 6000
const all = [0, 1, 2, 3, 4, 5]
const noDelay = 0
const ackDelay = 1

interface Case {
  needed: number
  members: number[]
  /** Storage nodes that are down: 0 and 1 are those of the first zone. */
  down?: number[]
}

function preset(): Stage {
  const parameters = {
    ...resolveParameters({}),
    'storage.persist': 0,
    'storage.boxcarStart': 0,
    'network.resendFirst': hour,
    'network.resendMax': hour,
    'storage.gossipPeriod': 100 * hour,
    'instance.cpuPerRead': 0,
    'instance.cpuPerWrite': 0,
  }
  const stage = setStage(parameters, { sessions: 1, think: 1, reads: 0, rows: 8 })
  const { network, nodes } = stage.world
  network.laws[noDelay] = { meanMicros: 0, jitterPpm: 0, tailPpm: 0, tailFactor: 1 }
  network.laws[ackDelay] = { meanMicros: 1000, jitterPpm: 1_000_000, tailPpm: 0, tailFactor: 1 }
  for (const { actor } of nodes) {
    setLaw(network, 0, actor, noDelay)
    setLaw(network, actor, 0, ackDelay)
  }
  return stage
}

/** Milliseconds from sending to durable, of so many batches one after the other. */
function durableTimes({ needed, members, down = [] }: Case): number[] {
  const stage = preset()
  stage.world.groups[0]!.write = atLeast(needed, members)
  for (const node of down) crashNode(stage.ctx, node)
  const times: number[] = []
  let sentAt = 0
  stage.ctx.sink = ({ fact, at }) => {
    if (fact === 'RecordsSent') sentAt = at
    if (fact === 'VdlAdvanced') times.push((at - sentAt) / 1000)
  }
  for (let at = 0; times.length < samples; at += 1_000_000) playTo(stage, at)
  return times.slice(0, samples)
}

/** Mean and variance of the k-th smallest of n exponential times of mean 1. */
function expected(k: number, n: number): { mean: number; error: number } {
  let mean = 0
  let variance = 0
  for (let rank = 0; rank < k; rank++) {
    mean += 1 / (n - rank)
    variance += 1 / (n - rank) ** 2
  }
  return { mean, error: Math.sqrt(variance / samples) }
}

const cases: [string, Case, number, number][] = [
  ['4 of 6, all up', { needed: 4, members: all }, 6, 0.95],
  ['4 of 6, one node down', { needed: 4, members: all, down: [0] }, 5, 1.2833],
  ['4 of 6, a zone down', { needed: 4, members: all, down: [0, 1] }, 4, 2.0833],
  ['all six', { needed: 6, members: all }, 6, 2.45],
  ['2 of 3', { needed: 2, members: [0, 2, 4] }, 3, 0.8333],
  ['3 of 4', { needed: 3, members: [0, 1, 2, 3] }, 4, 1.0833],
]

test.each(cases)('L4, L5: %s takes as long as the arithmetic says', (_, given, n, mean) => {
  const oracle = expected(given.needed, n)
  expect(oracle.mean).toBeCloseTo(mean, 3)
  const times = durableTimes(given)
  const measured = times.reduce((sum, time) => sum + time, 0) / samples
  expect(Math.abs(measured - oracle.mean)).toBeLessThan(4.5 * oracle.error)
})

/** Of 4 of 6: the time within which a share of the batches is durable. */
const percentiles: [number, number][] = [
  [0.5, 0.8641557139],
  [0.9, 1.6049038127],
  [0.99, 2.4682861092],
]

test.each(percentiles)('L4: of 4 of 6, a share of %f is durable within %f ms', (share, within) => {
  const times = durableTimes({ needed: 4, members: all })
  const found = times.filter(time => time <= within).length / samples
  expect(Math.abs(found - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / samples))
})
