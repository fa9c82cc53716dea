/** Page reads and their hedges, on a whole cluster with a cold cache. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { crashNode, restartNode } from '../storage/nodePower.ts'
import { factsOf, playTo, setStage } from '../stories/stage.ts'

const small = { 'instance.bufferPoolPages': 4 } as const

function readers(parameters = {}, cast = {}) {
  return setStage(resolveParameters({ ...small, ...parameters }), { writes: 0, reads: 4, ...cast })
}

test('D4 (reference R2): a read asks one segment and no quorum', () => {
  const stage = readers({ 'storage.probeRate': 0 })
  playTo(stage, 300_000)
  const asked = factsOf(stage, 'PageRequested').length
  expect(asked).toBeGreaterThan(100)
  expect(stage.world.totals.hedged).toBeLessThan(asked / 20)
})

test('D8 (reference R4): reads settle on the segments of the own zone', () => {
  const stage = readers({ 'network.tailProbability': 0 })
  playTo(stage, 500_000)
  const late = factsOf(stage, 'PageRequested').slice(-100)
  for (const { parameters } of late) expect(parameters.segment).toMatch(/^pg1\/b/)
})

test('D9 (reference R4): now and then another segment is measured too', () => {
  const stage = readers({ 'storage.probeRate': 0.5, 'network.tailProbability': 0 })
  playTo(stage, 500_000)
  const { readLatency } = stage.world.instances[0]!.memory.groups[0]!
  for (const latency of readLatency) expect(latency).toBeGreaterThan(0)
})

test('D10 (reference R5): the hedge goes to another segment, and the first answer wins', () => {
  const stage = readers()
  playTo(stage, 200_000)
  crashNode(stage.ctx, 3)
  playTo(stage, 400_000)
  const hedges = factsOf(stage, 'ReadHedged').filter(({ at }) => at > 200_000)
  const firsts = new Map(
    factsOf(stage, 'PageRequested').map(({ parameters }) => [parameters.read, parameters.segment]),
  )
  expect(hedges.length).toBeGreaterThan(0)
  for (const { parameters } of hedges) {
    expect(parameters.afterMicros).toBeGreaterThanOrEqual(2000)
    expect(parameters.segment).not.toBe(firsts.get(parameters.read))
  }
  expect(factsOf(stage, 'TransactionCommitted').at(-1)!.at).toBeGreaterThan(390_000)
})

test('D10: the hedge goes elsewhere even when the silent segment was by far the quickest', () => {
  const stage = readers({ 'storage.probeRate': 0 })
  playTo(stage, 200_000)
  const { node } = stage.world.groups[0]!.segments[2]!
  crashNode(stage.ctx, node)
  stage.world.instances[0]!.memory.groups[0]!.readLatency.fill(10_000).fill(1, 2, 3)
  playTo(stage, 210_000)
  const hedges = factsOf(stage, 'ReadHedged').filter(({ at }) => at > 200_000)
  expect(hedges.length).toBeGreaterThan(0)
  for (const { parameters } of hedges) expect(parameters.segment).not.toBe('pg1/b1')
})

test('D10: a segment that stays silent is soon no longer asked first', () => {
  const stage = readers({ 'storage.probeRate': 0 })
  playTo(stage, 200_000)
  crashNode(stage.ctx, 3)
  crashNode(stage.ctx, 4)
  playTo(stage, 1_000_000)
  const late = factsOf(stage, 'PageRequested').slice(-50)
  for (const { parameters } of late) expect(parameters.segment).not.toMatch(/^pg1\/b/)
})

test('D4: with every copy gone reads wait, and go on when one is back', () => {
  const stage = readers()
  playTo(stage, 200_000)
  for (let node = 0; node < 9; node++) crashNode(stage.ctx, node)
  playTo(stage, 2_000_000)
  expect(stage.world.instances[0]!.memory.reads.count).toBe(3)
  const before = stage.world.totals.committed
  restartNode(stage.ctx, 0)
  playTo(stage, 3_000_000)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 20)
})

test('D2: a group that nobody writes to can be read', () => {
  const stage = setStage(resolveParameters(small), { groups: 8, reads: 3, writes: 1, rows: 3200 })
  playTo(stage, 100_000)
  crashNode(stage.ctx, 3)
  playTo(stage, 1_000_000)
  expect(factsOf(stage, 'ReadRefused')).toHaveLength(0)
  expect(stage.world.totals.committed).toBeGreaterThan(100)
})
