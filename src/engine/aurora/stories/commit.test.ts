/** Story: a commit needs four of six copies, and no more. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { crashNode, restartNode } from '../storage/nodePower.ts'
import { digestWorld } from '../digestWorld.ts'
import { factsOf, playTo, setStage } from './stage.ts'

/** Nodes of the fleet that host no segment of the only group are spare. */
const hosts = [0, 1, 3, 4, 6, 7]

test('L7: commits flow through a healthy cluster', () => {
  const stage = setStage(resolveParameters({}))
  playTo(stage, 1_000_000)
  expect(factsOf(stage, 'TransactionCommitted').length).toBeGreaterThan(300)
  expect(stage.world.totals.resent).toBe(0)
})

test('L7 (reference Q2, W4): a commit is acknowledged with the fourth ack, not the third', () => {
  const stage = setStage(resolveParameters({ 'network.jitter': 0 }), { sessions: 1 })
  playTo(stage, 20_000)
  const [committed] = factsOf(stage, 'TransactionCommitted')
  const [sent] = factsOf(stage, 'RecordsSent')
  const acks = factsOf(stage, 'AckReceived').filter(ack => ack.parameters.scl === 4)
  expect(committed!.at).toBe(acks[3]!.at)
  expect(acks[3]!.at).toBeGreaterThan(acks[2]!.at - 1)
  expect(committed!.at - sent!.at).toBe(1700)
})

test.each([0, 1, 2])('Q2: with %i copies gone commits go on', gone => {
  const stage = setStage(resolveParameters({}))
  playTo(stage, 100_000)
  for (const node of hosts.slice(0, gone)) crashNode(stage.ctx, node)
  const before = stage.world.totals.committed
  playTo(stage, 500_000)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 100)
})

test('Q2: with three copies gone commits wait, and arrive when one is back', () => {
  const stage = setStage(resolveParameters({}))
  playTo(stage, 100_000)
  for (const node of hosts.slice(0, 3)) crashNode(stage.ctx, node)
  playTo(stage, 110_000)
  const before = stage.world.totals.committed
  playTo(stage, 3_000_000)
  const { parked } = stage.world.instances[0]!.memory
  expect(stage.world.totals.committed).toBe(before)
  expect(parked.count).toBe(3)
  restartNode(stage.ctx, hosts[0]!)
  playTo(stage, 4_000_000)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 100)
  expect(stage.world.totals.lost).toBe(0)
})

test('a run is the same whether anybody listens or not', () => {
  const parameters = resolveParameters({
    'network.loss': 0.02,
    'storage.lsnAllocationLimit': 50,
    'instance.bufferPoolPages': 8,
  })
  const cast = { groups: 3, sessions: 30, writes: 2, reads: 2 }
  const digests = [true, false].map(isListening => {
    const stage = setStage(parameters, cast)
    stage.ctx.isListening = isListening
    playTo(stage, 100_000)
    crashNode(stage.ctx, 3)
    playTo(stage, 300_000)
    return digestWorld(stage.world)
  })
  expect(digests[0]).toBe(digests[1])
})
