/** Stories: several page changes at once, perhaps in several protection groups. */
import { expect, test } from 'vitest'
import { messageNumber } from '../../messageNumber.ts'
import type { MmStage } from '../../../testing/mmStage.ts'
import { playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'
import { pagesOfChange } from '../indexPages.ts'
import { mmGroupOf } from '../mmPlaces.ts'
import { addSharedPage } from '../addSharedPage.ts'

const kinds: number[] = [
  messageNumber.Propose,
  messageNumber.Vote,
  messageNumber.Finalize,
  messageNumber.Redo,
]

/** Messages of the first proposal, its redo included. */
function countSent(stage: MmStage): number {
  const seen = new Set<number>()
  const { messages } = stage.simulation.world.network
  for (let step = 0; step < 2_000; step++) {
    playOn(stage, 20)
    for (let slot = 1; slot < messages.usedRows; slot++) {
      const kind = messages.kind[slot]!
      if (messages.flags[slot] === 0 || !kinds.includes(kind)) continue
      const isRedo = kind === messageNumber.Redo
      if (isRedo ? messages.e[slot] === 0 : messages.b[slot] === 1) seen.add(messages.id[slot]!)
    }
  }
  return seen.size
}

/** Shared pages of a change of this row by writer 1, and the protection groups they lie in. */
function touchedBy({ simulation: { world }, mm }: MmStage, row: number) {
  const pages = pagesOfChange(world, { writer: 0, serial: 1 }, row)
    .map(({ page }) => page)
    .filter(page => page < mm.sharedPages)
  return { pages, groups: new Set(pages.map(page => mmGroupOf(world, page))).size }
}

/** The first row of which the change touches so many protection groups. */
function rowTouching(stage: MmStage, groups: number): number {
  for (let row = 0; row < 320; row++) if (touchedBy(stage, row).groups === groups) return row
  throw new Error('no such row')
}

test.each([
  [1, 2, 19],
  [2, 2, 2 * 18 + 1],
  [2, 3, 2 * 18 + 2],
  [3, 4, 3 * 18 + 3],
])(
  'T3: a group in %i protection groups costs with %i writers %i messages',
  (groups, writers, n) => {
    const stage = setMmStage({ writers, groups: 4, indexes: ['by_a (a)', 'by_b (b)'] })
    const row = rowTouching(stage, groups)
    runOn(stage, 1, { write: [row] })
    expect(countSent(stage)).toBe(n)
    expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  },
)

test('T1: each page change of a group has an LSN, and all of them are accepted at once', () => {
  const stage = setMmStage({ indexes: ['by_a (a)'] })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 50_000)
  const { log, vdl } = stage.mm.writers[0]!
  expect(log.map(({ lsn, isCommit, state }) => ({ lsn, isCommit, state }))).toEqual(
    [1, 2, 3, 4].map(lsn => ({ lsn, isCommit: lsn === 4, state: 'committed' })),
  )
  expect(vdl).toBe(4)
  for (const page of touchedBy(stage, 1).pages) {
    expect(stage.mm.pages.version[page]).toBe(2)
    expect(stage.mm.writers[1]!.cache[page]).toBe(2)
  }
})

/** Two rows on different pages of the table and on the same page of the index. */
function neighboursInIndex(stage: MmStage): [number, number] {
  const [, entry] = touchedBy(stage, 0).pages
  for (let row = 8; row < 320; row++) {
    if (touchedBy(stage, row).pages[1] === entry) return [0, row]
  }
  throw new Error('no such rows')
}

test('C19: rows far apart in the table collide on a page of a secondary index', () => {
  const stage = setMmStage({ indexes: ['by_a (a)'] })
  const [one, other] = neighboursInIndex(stage)
  runOn(stage, 1, { write: [one] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [other] })
  playOn(stage, 20_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  const [, entry] = touchedBy(stage, one).pages
  expect(rolledBack).toMatchObject({ parameters: { cause: 'inFlight', winner: 'w1', page: entry } })
  playOn(stage, 500_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})

test('C20: refused on one page a group leaves no trace on the others', () => {
  const stage = setMmStage({
    groups: 4,
    indexes: ['by_a (a)'],
    parameters: { 'client.retryTries': 0 },
  })
  const [one, other] = neighboursInIndex(stage)
  runOn(stage, 1, { write: [one] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [other] })
  playOn(stage, 100_000)
  const [page] = touchedBy(stage, other).pages
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(1)
  expect(stage.mm.pages.version[page!]).toBe(1)
  expect(stage.mm.tentatives.map(copy => copy[page!])).toEqual([0, 0, 0, 0, 0, 0])
})

test('T8: without a write set in one of its protection groups a group is stalled', () => {
  const stage = setMmStage({ groups: 4, indexes: ['by_a (a)'] })
  const row = rowTouching(stage, 2)
  const { world } = stage.simulation
  const away = mmGroupOf(world, touchedBy(stage, row).pages[1]!)
  for (const { node } of world.groups[away]!.segments.slice(0, 3)) {
    tellMm(stage, { do: 'InjectFault', fault: 'NodeCrash', target: world.nodes[node]!.id })
  }
  runOn(stage, 1, { write: [row] })
  playOn(stage, 3_000_000)
  expect(told(stage, 'TransactionRolledBack')).toHaveLength(0)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(0)
  tellMm(stage, { do: 'HealAll' })
  playOn(stage, 3_000_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
})

test('T23: undo pages of the system are contested, private ones are not', () => {
  const outcomes = [0, 1].map(shared => {
    const parameters = { 'multiMaster.choiceSharedUndo': shared, 'client.retryTries': 0 }
    const stage = setMmStage({ writers: 3, parameters })
    for (let turn = 0; turn < 27; turn++) {
      runOn(stage, 1 + (turn % 3), { write: [10 * turn] })
      playOn(stage, 100)
    }
    playOn(stage, 200_000)
    return told(stage, 'TransactionRolledBack').length
  })
  expect(outcomes[0]).toBe(0)
  expect(outcomes[1]).toBeGreaterThan(0)
})

test('T24: a page added while the cluster runs is cached by its maker alone', () => {
  const stage = setMmStage()
  const { sharedPages } = stage.mm
  for (let added = 0; added < 100; added++) {
    expect(addSharedPage(stage.simulation.context, 1)).toBe(sharedPages + added)
  }
  expect(stage.mm.writers.map(({ cache }) => cache[sharedPages + 99])).toEqual([0, 1])
  expect(stage.mm.versions.every(copy => copy[sharedPages + 99] === 1)).toBe(true)
  playOn(stage, 10_000)
})
