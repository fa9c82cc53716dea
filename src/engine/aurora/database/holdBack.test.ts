/** Back-pressure at a small allocation limit. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { crashNode, restartNode } from '../storage/nodePower.ts'
import { factsOf, playTo, setStage } from '../stories/stage.ts'
import { allocationLimit } from './holdBack.ts'

const teaching = resolveParameters({ 'storage.lsnAllocationLimit': 50 })

test('L8: no LSN above VDL + LAL, whoever waits', () => {
  const stage = setStage(teaching, { sessions: 40, think: 1000, writes: 3 })
  for (let at = 0; at < 200_000; at += 500) {
    playTo(stage, at)
    const writer = stage.world.instances[0]!
    expect(writer.memory.nextLsn - 1).toBeLessThanOrEqual(allocationLimit(stage.world, writer))
  }
  expect(factsOf(stage, 'BackPressureBegan').length).toBeGreaterThan(0)
  expect(stage.world.totals.committed).toBeGreaterThan(100)
})

test('L8: without a write set the writer stops at the limit and goes on after', () => {
  const stage = setStage(teaching, { sessions: 40, think: 1000, writes: 1 })
  playTo(stage, 50_000)
  for (const node of [0, 1, 3]) crashNode(stage.ctx, node)
  playTo(stage, 500_000)
  const { memory } = stage.world.instances[0]!
  expect(memory.nextLsn - 1 - memory.vdl).toBeGreaterThan(46)
  expect(memory.blocked.count + memory.parked.count).toBe(40)
  const before = stage.world.totals.committed
  restartNode(stage.ctx, 0)
  playTo(stage, 1_500_000)
  expect(stage.world.totals.committed).toBeGreaterThan(before + 100)
  const began = factsOf(stage, 'BackPressureBegan').length
  expect(factsOf(stage, 'BackPressureEnded').length).toBeGreaterThanOrEqual(began - 1)
})

test('L2: a mini-transaction never needs more room than there is', () => {
  const stage = setStage(
    { ...teaching, 'instance.redoPerRow': 100, 'storage.lsnAllocationLimit': 50 },
    { sessions: 2 },
  )
  playTo(stage, 200_000)
  expect(stage.world.totals.committed).toBeGreaterThan(5)
})
