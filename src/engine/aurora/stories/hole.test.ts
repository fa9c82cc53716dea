/** Story: a batch is lost on its way to one copy; a resend or gossip fills the hole. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { cut, repair } from '../../kernel/network.ts'
import { factsOf, playTo, setStage } from './stage.ts'

test('L10: a batch that one member misses is sent to it alone again, ever more rarely', () => {
  const stage = setStage(resolveParameters({ 'storage.gossipPeriod': '10s' }), { sessions: 1 })
  const node = stage.world.nodes[6]!.actor
  playTo(stage, 30_000)
  cut(stage.world.network, 0, node)
  playTo(stage, 400_000)
  const [sent] = factsOf(stage, 'RecordsSent').filter(({ at }) => at > 30_000)
  const again = factsOf(stage, 'RecordsResent').filter(
    ({ parameters }) => parameters.batch === sent!.parameters.batch,
  )
  expect(new Set(again.map(({ parameters }) => parameters.segment))).toEqual(new Set(['pg1/c1']))
  const waits = again.map(({ at }) => at - sent!.at)
  expect(waits).toHaveLength(4)
  expect(waits[0]).toBeGreaterThanOrEqual(20_000)
  expect(waits[0]).toBeLessThan(27_000)
  for (let n = 1; n < 4; n++) expect(waits[n]! - waits[n - 1]!).toBeGreaterThanOrEqual(40_000)
})

test('L10 (reference N4): when the link is mended the hole is filled and the ring is empty', () => {
  const stage = setStage(resolveParameters({}), { sessions: 4 })
  const node = stage.world.nodes[6]!.actor
  playTo(stage, 30_000)
  cut(stage.world.network, 0, node)
  playTo(stage, 100_000)
  repair(stage.world.network, 0, node)
  playTo(stage, 5_000_000)
  expect(factsOf(stage, 'HoleFilled').length).toBe(factsOf(stage, 'HoleOpened').length)
  const [first, second] = stage.world.groups[0]!.segments.filter(({ slot }) => slot > 3)
  expect(Math.abs(first!.scl - second!.scl)).toBeLessThan(30)
  expect(stage.world.instances[0]!.memory.groups[0]!.batches.length).toBeLessThan(10)
})

test('L10: a long outage leaves no endless list: gossip brings the rest', () => {
  const stage = setStage(resolveParameters({}), { sessions: 50, think: 1000 })
  cut(stage.world.network, 0, stage.world.nodes[6]!.actor)
  cut(stage.world.network, stage.world.nodes[6]!.actor, 0)
  playTo(stage, 2_000_000)
  const { batches } = stage.world.instances[0]!.memory.groups[0]!
  const half = batches.length
  playTo(stage, 5_000_000)
  expect(batches.length).toBeLessThan(half * 1.2)
  const [lagging] = stage.world.groups[0]!.segments.filter(({ node }) => node === 6)
  expect(stage.world.groups[0]!.tipLsn - lagging!.scl).toBeLessThan(30_000)
})
