/** Sessions that lose their connection: what they count, and how they come back. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { cut, repair } from '../../kernel/network.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import { factsOf, playTo, setStage } from '../stories/stage.ts'
import { setWorkload } from './setWorkload.ts'

const second = 1_000_000

test('W9: a crash resets connections, and the client knows it one delay later', () => {
  const stage = setStage(resolveParameters({ 'network.jitter': 0 }), { sessions: 12, think: 3000 })
  playTo(stage, 99_000)
  crashInstance(stage.ctx, 0)
  playTo(stage, 99_250)
  const lost = factsOf(stage, 'ConnectionLost')
  expect(lost.length).toBeGreaterThan(0)
  for (const { at, parameters } of lost) {
    expect(at).toBeLessThanOrEqual(99_250)
    expect(parameters.transaction).toBeGreaterThan(0)
  }
})

test('W10: tries begin soon, become rarer, and never lie further apart than the ceiling', () => {
  const stage = setStage(resolveParameters({}), { sessions: 1 })
  playTo(stage, 50_000)
  crashInstance(stage.ctx, 0)
  playTo(stage, 60 * second)
  const application = stage.world.applications[0]!
  expect(application.state[0]).toBe(2)
  const tries = application.attempt[0]!
  expect(tries).toBeGreaterThan(120)
  expect(tries).toBeLessThan(900)
})

test('W9: nobody who waited is forgotten, and the outage is counted', () => {
  const hurried = { 'instance.restart': 500_000, 'failover.recover': 500_000 }
  const stage = setStage({ ...resolveParameters({}), ...hurried }, { sessions: 30 })
  playTo(stage, 100_000)
  crashInstance(stage.ctx, 0)
  restartInstance(stage.ctx, 0)
  playTo(stage, 3 * second)
  const application = stage.world.applications[0]!
  expect([...application.state].filter(state => state === 2)).toHaveLength(0)
  expect(application.downMicros).toBeGreaterThan(second)
  expect(application.downMicros).toBeLessThan(2 * second)
  const unknown = factsOf(stage, 'ConnectionLost').filter(lost => lost.parameters.transaction > 0)
  expect(stage.world.totals.lost).toBe(unknown.length)
})

test('W5: a cut between client and writer loses no session, and nothing runs twice', () => {
  const stage = setStage(resolveParameters({}), { sessions: 6 })
  const { network, applications } = stage.world
  playTo(stage, 50_000)
  cut(network, 0, applications[0]!.actor)
  playTo(stage, 55_000)
  repair(network, 0, applications[0]!.actor)
  playTo(stage, 12 * second)
  const begun = factsOf(stage, 'TransactionBegan').length
  const { answered } = applications[0]!
  expect(begun - answered).toBeLessThanOrEqual(6)
  for (const since of applications[0]!.waitingSince) expect(since).toBeGreaterThan(11 * second)
})

test('W8: sessions are added and retired while it runs', () => {
  const stage = setStage(resolveParameters({}), { sessions: 2, think: second })
  setWorkload(stage.ctx, 0, 10, 1000)
  playTo(stage, 200_000)
  const busy = stage.world.totals.committed
  expect(busy).toBeGreaterThan(200)
  setWorkload(stage.ctx, 0, 0)
  playTo(stage, 300_000)
  expect([...stage.world.applications[0]!.state]).toEqual(new Array(10).fill(3))
  const still = stage.world.totals.committed
  playTo(stage, 400_000)
  expect(stage.world.totals.committed).toBe(still)
  setWorkload(stage.ctx, 0, 1)
  playTo(stage, 500_000)
  expect(stage.world.totals.committed).toBeGreaterThan(still)
})
