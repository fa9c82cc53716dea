/** Stories: background work changes pages too, collides, tries again and is never heard of. */
import { expect, test } from 'vitest'
import { setWriters } from '../../../testing/setWriters.ts'
import { playFor, run } from '../../../testing/sqlStage.ts'
import { playOn, runOn, setMmStage, tellMm, told, type MmStage } from '../../../testing/mmStage.ts'

const purging = { 'multiMaster.purge': 1, 'multiMaster.purgeDelay': 100_000 }

function sentFor(stage: MmStage, reason: string) {
  return told(stage, 'ProposalSent').filter(({ parameters }) => parameters.reason === reason)
}

/** Plays on in small steps until so many are sent for this reason. */
function playUntilSent(stage: MmStage, reason: string, count: number, between?: () => void): void {
  for (let step = 0; step < 2_000 && sentFor(stage, reason).length < count; step++) {
    between?.()
    playOn(stage, 100)
  }
  expect(sentFor(stage, reason).length).toBe(count)
}

test('T27: what a commit replaced is purged after its delay, once a page', () => {
  const stage = setMmStage({ parameters: purging, indexes: ['by_a (a)'] })
  runOn(stage, 1, { write: [1, 2] })
  runOn(stage, 1, { write: [3] })
  playOn(stage, 90_000)
  expect(sentFor(stage, 'purge')).toEqual([])
  const versions = Array.from(stage.mm.pages.version)
  const pages = new Set(stage.mm.writers[0]!.purge.waiting.map(its => its.page))
  playOn(stage, 500_000)
  const purged = sentFor(stage, 'purge').map(({ parameters }) => parameters.page)
  expect(new Set(purged)).toEqual(pages)
  expect(purged).toHaveLength(pages.size)
  for (const page of pages) expect(stage.mm.pages.version[page]).toBe(versions[page]! + 1)
  expect(stage.mm.writers[0]!.purge).toMatchObject({ waiting: [], proposal: 0, refused: 0 })
})

test('T27: what a typed commit replaced is purged too', () => {
  const stage = setWriters(2, { ...purging, 'multiMaster.purgeDelay': '100ms' })
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1', 'w1')
  const { purge } = stage.simulation.world.multiMaster!.writers[0]!
  expect(purge.waiting.length).toBeGreaterThan(0)
  playFor(stage, 500_000)
  expect(purge).toMatchObject({ waiting: [], proposal: 0 })
  expect(purge.done).toBeGreaterThan(0)
  expect(stage.simulation.broken).toBeNull()
})

test('T27: switched off, nothing is purged', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 5_000_000)
  expect(sentFor(stage, 'purge')).toEqual([])
})

test('T28: user work that meets a purge gets 1213; a purge that meets it tries again', () => {
  const stage = setMmStage({ parameters: { ...purging, 'client.retryTries': 0 } })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 99_000)
  playUntilSent(stage, 'purge', 1)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 20_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { instance: 'w2', winner: 'w1', page: 0 } })

  playOn(stage, 500_000)
  runOn(stage, 1, { write: [3] })
  playOn(stage, 99_000)
  const before = sentFor(stage, 'purge').length
  let turn = 0
  playUntilSent(stage, 'purge', before + 1, () => {
    if (turn++ % 20 === 0) runOn(stage, 2, { write: [2] })
  })
  playOn(stage, 1_000_000)
  const { purge } = stage.mm.writers[0]!
  expect(purge.refused).toBeGreaterThan(0)
  expect(purge.waiting).toEqual([])
  const at = told(stage, 'TransactionRolledBack').map(({ parameters }) => parameters.application)
  expect(at).not.toContain('s1')
})

test('T28: purge goes on when its writer is back', () => {
  const stage = setMmStage({ parameters: purging })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 50_000)
  tellMm(stage, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  playOn(stage, 500_000)
  expect(sentFor(stage, 'purge')).toEqual([])
  tellMm(stage, { do: 'HealFault', fault: 'InstanceCrash', target: 'w1' })
  playOn(stage, 3_000_000)
  expect(stage.mm.writers[0]!.purge).toMatchObject({ waiting: [], done: 1 })
})

test('T14: user work that meets a rollback gets 1213, and the rollback goes on', () => {
  const stage = setMmStage({ parameters: { 'client.retryTries': 0 } })
  runOn(stage, 1, { write: [1, 40] })
  playOn(stage, 1_400)
  runOn(stage, 2, { write: [41] })
  playOn(stage, 3_000)
  playUntilSent(stage, 'rollback', 1)
  const [{ parameters }] = sentFor(stage, 'rollback') as [(typeof stage.facts)[number]]
  expect(parameters).toMatchObject({ page: 0 })
  tellMm(stage, { do: 'RunTransaction', session: 's2', on: 'w2', table: 'account', write: [3] })
  playOn(stage, 500_000)
  const rolledBack = told(stage, 'TransactionRolledBack')
  expect(rolledBack.map(its => its.parameters.instance)).toEqual(['w1', 'w2'])
  expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
})

test('T14: a rollback that meets user work tries again until all is undone', () => {
  const parameters = { 'client.retryTries': 0, 'multiMaster.replicationLag': 2_000 }
  const stage = setMmStage({ parameters })
  runOn(stage, 1, { write: [1, 9, 17, 25, 33] })
  playOn(stage, 7_000)
  runOn(stage, 2, { write: [34] })
  playUntilSent(stage, 'rollback', 1)
  runOn(stage, 2, { write: [18] })
  playOn(stage, 500_000)
  const refused = told(stage, 'ProposalRefused').map(its => its.parameters.proposal)
  const undoing = sentFor(stage, 'rollback')
  expect(undoing.length).toBeGreaterThan(4)
  expect(undoing.some(its => refused.includes(its.parameters.proposal))).toBe(true)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(1)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
  expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
})
