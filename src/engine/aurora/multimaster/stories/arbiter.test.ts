/** Stories: nobody wins a page, with an arbiter and without; and who is first at one instant. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage, tellMm, told, type MmStage } from '../../../testing/mmStage.ts'
import { pagesOfChange } from '../indexPages.ts'
import { mmGroupOf } from '../mmPlaces.ts'

const noRetry = { 'client.retryTries': 0 }

/** With a zone down every answer must be yes: two at once, two and two. */
function raceWithoutZone(arbiter: number): MmStage {
  const parameters = { ...noRetry, 'multiMaster.choiceArbiter': arbiter }
  const stage = setMmStage({ zones: [0, 1, 2, 0], parameters })
  tellMm(stage, { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' })
  playOn(stage, 1_000)
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 300_000)
  return stage
}

test('T29: without an arbiter all lose where nobody wins', () => {
  const stage = raceWithoutZone(0)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(2)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(0)
})

test('T30: an arbiter names the lowest proposal, and the other gives way', () => {
  const stage = raceWithoutZone(1)
  const ruled = told(stage, 'ContestRuled')
  const lowest = Math.min(...ruled.map(({ parameters }) => parameters.proposal))
  expect(ruled.length).toBeGreaterThan(1)
  for (const { parameters } of ruled) expect(parameters.winner).toBe(lowest)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(1)
  expect(told(stage, 'TransactionRolledBack')[0]!.parameters.cause).toBe('noWinner')
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.segments.flatMap(({ open }) => open)).toEqual([])
})

test('T30: a stale base is nothing for an arbiter', () => {
  const stage = setMmStage({ parameters: { ...noRetry, 'multiMaster.choiceArbiter': 1 } })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 10_000)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 100_000)
  expect(told(stage, 'ContestRuled')).toHaveLength(0)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(1)
})

/** A row whose change touches two protection groups, and another that shares both pages' groups. */
function crosswise(stage: MmStage): [number, number] {
  const { world } = stage.simulation
  const pagesOf = (row: number) => {
    const asked = pagesOfChange(world, { writer: 0, serial: 1 }, row)
    return asked.map(({ page }) => page).filter(page => page < stage.mm.sharedPages)
  }
  const groupsOf = (row: number) => new Set(pagesOf(row).map(page => mmGroupOf(world, page))).size
  for (let one = 0; one < 64; one++) {
    for (let other = one + 1; groupsOf(one) === 2 && other < 64; other++) {
      const isSame = pagesOf(one).every(page => pagesOf(other).includes(page))
      if (isSame) return [one, other]
    }
  }
  throw new Error('no such rows')
}

test('T29: two that share pages in two protection groups may each lose one; one is named', () => {
  const outcomes = [0, 1].map(arbiter => {
    const parameters = { ...noRetry, 'multiMaster.choiceArbiter': arbiter }
    const cast = { groups: 2, rows: 64, indexes: ['by_a (a)'], zones: [0, 1, 2, 0], parameters }
    const stage = setMmStage(cast)
    const [one, other] = crosswise(stage)
    for (const link of ['w1<>node-a1', 'w1<>node-b1', 'w2<>node-c1', 'w2<>node-c2']) {
      tellMm(stage, { do: 'InjectFault', fault: 'LinkCut', target: link })
    }
    runOn(stage, 1, { write: [one] })
    runOn(stage, 2, { write: [other] })
    playOn(stage, 500_000)
    return told(stage, 'TransactionCommitted').length
  })
  expect(outcomes[1]).toBeGreaterThanOrEqual(outcomes[0]!)
  expect(outcomes[1]).toBe(1)
})

test('C5: at the same instant the lower writer is first; drawn, either may be', () => {
  const winners = [0, 1].map(random => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
    return new Set(
      seeds.map(seed => {
        const parameters = { ...noRetry, 'multiMaster.choiceRandomTie': random }
        const stage = setMmStage({ seed, zones: [0, 0], parameters })
        runOn(stage, 2, { write: [2] })
        runOn(stage, 1, { write: [1] })
        playOn(stage, 200_000)
        return told(stage, 'TransactionCommitted')
          .map(its => its.parameters.application)
          .join(' ')
      }),
    )
  })
  expect(winners[0]).toEqual(new Set(['s1']))
  expect(winners[1]!.size).toBeGreaterThan(1)
})
