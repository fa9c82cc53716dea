/** Stories: who wins a page, a stale base, and nobody. */
import { expect, test } from 'vitest'
import { chainOf, playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'

test('T4: one writer alone commits in about two round trips', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(0)
  expect(stage.mm.pages.version[0]).toBe(2)
  expect(stage.mm.writers[1]!.cache[0]).toBe(2)
})

test('C3: of changes of different rows of one page one is kept; the other gets 1213', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 200_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'inFlight', winner: 'w1', page: 0 } })
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
  expect(chainOf(stage, rolledBack!).slice(0, 3)).toEqual([
    'ProposalRefused',
    'VoteGiven',
    'ProposalSent',
  ])
  const { lastErrorCode, retried } = stage.simulation.world.applications[1]!
  expect({ lastErrorCode, retried }).toEqual({ lastErrorCode: 1213, retried: 1 })
})

test('C1: a base that storage has left behind is refused while redo is on its way', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 10_000)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 5_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'staleBase', base: 1, version: 2 } })
  expect(chainOf(stage, rolledBack!).slice(0, 3)).toEqual([
    'ProposalRefused',
    'VoteGiven',
    'PageVersionAdvanced',
  ])
  playOn(stage, 500_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})

test('C2: once the redo is applied, the same page takes the other writer’s change', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 40_000)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 40_000)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(0)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})

test('T8: with a zone down every answer must be yes, so two at once both lose', () => {
  const stage = setMmStage({ zones: [0, 1, 2, 0] })
  tellMm(stage, { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' })
  playOn(stage, 1_000)
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 52_000)
  const rolledBack = told(stage, 'TransactionRolledBack')
  const causes = rolledBack.map(({ parameters }) => parameters.cause)
  expect(causes.slice(0, 2)).toEqual(['noWinner', 'noWinner'])
  playOn(stage, 2_000_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})

test('C6: a row of a remote transaction still open gives 1213 without a message to storage', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280] })
  playOn(stage, 40_000)
  runOn(stage, 2, { write: [1] })
  playOn(stage, 2_000)
  const sent = told(stage, 'ProposalSent').filter(({ parameters }) => parameters.instance === 'w2')
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'rowOwned', winner: 'w1' } })
  expect(sent).toHaveLength(0)
  playOn(stage, 1_000_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})
