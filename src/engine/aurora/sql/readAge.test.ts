/** The picture of typed SQL at several writers: ages of reads, waits before a first row, rows. */
import { expect, test } from 'vitest'
import { frameOf } from '../frame/frameOf.ts'
import { setWriters } from '../../testing/setWriters.ts'
import { playFor, run, type } from '../../testing/sqlStage.ts'

function setTwo() {
  const stage = setWriters(2)
  run(stage, 'ann', 'SELECT 1', 'w1')
  run(stage, 'bob', 'SELECT 1', 'w2')
  return stage
}

type Stage = ReturnType<typeof setTwo>

function look({ world, context }: Stage['simulation']) {
  return frameOf(world, 0, context.mechanisms)
}

function sessionOf({ simulation }: Stage, name: string) {
  return look(simulation).sql!.sessions.find(its => its.name === name)!
}

test('J24 · a session shows how old what it read last was, until its next answer', () => {
  const stage = setTwo()
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  const { staleMicros } = run(stage, 'bob', 'SELECT balance FROM account WHERE id = 1')
  expect(staleMicros).toBeGreaterThan(0)
  expect(sessionOf(stage, 'bob').staleMicros).toBe(staleMicros)
  expect(sessionOf(stage, 'ann')).not.toHaveProperty('staleMicros')
  run(stage, 'bob', 'SELECT 1')
  expect(sessionOf(stage, 'bob').staleMicros ?? 0).toBe(0)
})

test('J23 · a typed statement under REGIONAL_RAW is among those that wait, peer by peer', () => {
  const stage = setTwo()
  run(stage, 'bob', "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'")
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  type(stage, 'bob', 'SELECT balance FROM account WHERE id = 1')
  playFor(stage, 5_000)
  const waits = look(stage.simulation).multiMaster!.transactions.filter(
    ({ state }) => state === 'syncing',
  )
  expect(waits).toMatchObject([
    { application: 'bob', instance: 'w2', mode: 'REGIONAL_RAW', sync: [{ peer: 'w1' }] },
  ])
  expect(waits[0]!.sync[0]).toMatchObject({ state: 'catchingUp' })
  playFor(stage, 60_000)
  const after = look(stage.simulation).multiMaster!.transactions
  expect(after.filter(({ state }) => state === 'syncing')).toEqual([])
})

test('J20 · the map of pages shows which row an open typed transaction owns', () => {
  const stage = setTwo()
  const owned = () => look(stage.simulation).multiMaster!.pages.flatMap(its => its.owned)
  run(stage, 'ann', 'BEGIN; UPDATE account SET balance = 1 WHERE id = 2')
  expect(owned()).toMatchObject([{ row: 1, instance: 'w1' }])
  run(stage, 'ann', 'COMMIT')
  expect(owned()).toEqual([])
})
