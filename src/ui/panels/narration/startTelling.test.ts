/** However fast a run goes, it is told a sentence every four seconds, and nothing is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Fact } from '../../../engine/contract/facts.ts'
import { moreSentences } from '../../../words/moreSentences.ts'
import { narrationKinds } from '../../../words/narrationWords.ts'
import { learnSentences } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { startTelling, type Telling } from './startTelling.ts'

learnSentences(moreSentences)
learnSentences(whySentences)

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const kinds = new Set(narrationKinds.map(([kind]) => kind))

/** A node crashes every 10 ms of the test's own clock. */
function storm() {
  const facts: Fact[] = []
  const timer = setInterval(() => {
    const id = facts.length
    facts.push({ id, at: id, fact: 'NodeCrashed', parameters: { node: 'node-c1' } } as Fact)
  }, 10)
  return { facts, end: () => clearInterval(timer) }
}

function told(changes: Partial<Telling> = {}) {
  const said: string[] = []
  const run = storm()
  const stop = startTelling({
    facts: async () => [...run.facts],
    wish: () => ({ kinds, detail: 'brief' }),
    isBusy: () => false,
    say: text => said.push(text),
    ...changes,
  })
  return { said, stop, run }
}

test('a sentence every four seconds, each with how much more there was', async () => {
  const { said } = told()
  await vi.advanceTimersByTimeAsync(12_100)
  expect(said).toHaveLength(3)
  expect(said.at(-1)).toMatch(/399 more things happened\.$/)
})

test('nothing while the voice still speaks, and then all of it in one', async () => {
  let isBusy = false
  const { said } = told({ isBusy: () => isBusy })
  await vi.advanceTimersByTimeAsync(4_100)
  isBusy = true
  await vi.advanceTimersByTimeAsync(8_000)
  expect(said).toHaveLength(1)
  isBusy = false
  await vi.advanceTimersByTimeAsync(4_000)
  expect(said).toHaveLength(2)
  expect(said.at(-1)).toMatch(/1199 more things happened\.$/)
})

test('nothing once it is ended, not even what was being asked for', async () => {
  const { said, stop } = told()
  await vi.advanceTimersByTimeAsync(3_990)
  stop()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(said).toEqual([])
})

test('nothing of what happened before it began', async () => {
  const { said, run } = told()
  run.end()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(said).toEqual([])
})
