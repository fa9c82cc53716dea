/** The laws of Multi-Master catch what they forbid: planted mistakes in storage and state. */
import { afterEach, expect, test, vi } from 'vitest'
import { playOn, runOn, setMmStage } from '../testing/mmStage.ts'
import { verdict } from '../aurora/multimaster/multiMaster.ts'
import { outcome } from '../aurora/multimaster/rowChanges.ts'

const mistakes = vi.hoisted(() => ({ isCredulous: false, isHalf: false }))

vi.mock('../aurora/multimaster/copies.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/multimaster/copies.ts')>()
  const refusalAt: typeof real.refusalAt = (...given) =>
    mistakes.isCredulous ? real.refusal.none : real.refusalAt(...given)
  const keepForGood: typeof real.keepForGood = (ctx, proposal, part, slot) => {
    const pages = mistakes.isHalf ? part.pages.slice(0, 1) : part.pages
    real.keepForGood(ctx, proposal, { ...part, pages }, slot)
  }
  return { ...real, refusalAt, keepForGood }
})

afterEach(() => {
  mistakes.isCredulous = false
  mistakes.isHalf = false
})

function contested() {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [2] })
  return stage
}

test('C13–C18 hold in a contest', () => {
  const stage = contested()
  playOn(stage, 1_000_000)
  expect(stage.mm.rolledBack).toBe(1)
})

test('C15 catches a copy that says yes to two changes of one base', () => {
  mistakes.isCredulous = true
  expect(() => playOn(contested(), 100_000)).toThrow('oneYesAtATime')
})

test('C13 catches another successor of a version', () => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.pages.lastProposal[0] = 77
  expect(() => playOn(stage, 1)).toThrow('oneSuccessor')
})

test.each([-1, 5])('C14 catches a copy that moves by %i', moved => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.versions[3]![0]! += moved
  expect(() => playOn(stage, 1)).toThrow('versionsWithoutGap')
})

test('C14 catches a version that goes back', () => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.pages.version[0]! -= 1
  expect(() => playOn(stage, 1)).toThrow(/versionsWithoutGap|oneSuccessor/)
})

test('C16 catches a writer that does not see its own change', () => {
  const stage = contested()
  playOn(stage, 3_000)
  const writer = stage.mm.pages.lastWriter[0]!
  stage.mm.writers[writer]!.cache[0] = 1
  expect(() => playOn(stage, 1)).toThrow('ownReadsAreFresh')
})

test('C17 catches a commit that three copies hold', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 20_000)
  stage.mm.writers[0]!.log[0]!.heldBy = 0b111
  expect(() => playOn(stage, 1)).toThrow('commitHasWriteSets')
})

test('C18 catches a value of a transaction that was rolled back', () => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.rows.base[2] = stage.mm.ended.find(({ state }) => state === 'rolledBack')!.serial
  stage.mm.changes.outcome.fill(outcome.rolledBack)
  expect(() => playOn(stage, 1)).toThrow('rolledBackIsGone')
})

test('C20 catches a copy that takes one page of a group and not the other', () => {
  mistakes.isHalf = true
  const stage = setMmStage({ indexes: ['by_a (a)'] })
  runOn(stage, 1, { write: [1] })
  expect(() => playOn(stage, 100_000)).toThrow('groupIsWhole')
})

test('C20 catches a group of which one record is crossed out', () => {
  const stage = setMmStage({ indexes: ['by_a (a)'] })
  runOn(stage, 1, { write: [1] })
  playOn(stage, 100_000)
  stage.mm.writers[0]!.log[1]!.state = 'refused'
  expect(() => playOn(stage, 1)).toThrow('groupIsWhole')
})

test('C28 catches a place that goes back', () => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.writers[1]!.applied[0]! -= 1
  expect(() => playOn(stage, 1)).toThrow('appliedNeverFalls')
})

test('C29 catches half of a transaction', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 300] })
  playOn(stage, 20_000)
  const [change] = stage.mm.ended[0]!.changes
  stage.mm.changes.endPlace[change!]! += 1
  expect(() => playOn(stage, 1)).toThrow('visibleAsAWhole')
})

test('C30 catches a lock of one writer that another’s transaction has', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 300] })
  playOn(stage, 1_500)
  const [hold] = stage.mm.writers[0]!.holds
  stage.mm.writers[1]!.holds.push({ ...hold! })
  expect(() => playOn(stage, 1)).toThrow('locksAreLocal')
})

test('T41 catches a change left undecided by a writer that is online again', () => {
  const stage = contested()
  playOn(stage, 100_000)
  stage.mm.proposals[1]!.verdict = verdict.orphaned
  expect(() => playOn(stage, 1)).toThrow('noTentativeOutlives')
})
