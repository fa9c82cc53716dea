/** `window.playground` as Formats §4 has it, on a page that lends a fake engine. */
import { expect, test } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import { createPlayground, type PlaygroundParts } from './playground.ts'

type Answers = Partial<Record<keyof PlaygroundParts['engine'], (...parameters: never[]) => unknown>>

function create(answers: Answers = {}) {
  const seen: string[] = []
  const page = { frame: null as Frame | null }
  const engine = new Proxy({} as PlaygroundParts['engine'], {
    get: (_, name: keyof Answers) => {
      const answer = answers[name] as ((...parameters: unknown[]) => unknown) | undefined
      return async (...parameters: unknown[]) => answer?.(...parameters)
    },
  })
  const door = createPlayground({
    engine,
    frame: () => page.frame,
    description: () => null,
    learn: async () => undefined,
    onOpened: () => seen.push('opened'),
    onChanged: () => seen.push('changed'),
  })
  const receive = (at: number) => {
    page.frame = { at } as Frame
    door.noteReceived()
  }
  return { ...door, seen, receive }
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const state = { isSettled: false }
  void promise.finally(() => {
    state.isSettled = true
  })
  for (let step = 0; step < 20; step++) await Promise.resolve()
  return state.isSettled
}

test('idle waits until the newest frame has been painted at its instant', async () => {
  const { playground, receive, notePainted } = create()
  receive(5)
  const idle = playground.idle()
  expect(await isSettled(idle)).toBe(false)
  notePainted(4)
  expect(await isSettled(idle)).toBe(false)
  notePainted(5)
  expect(await isSettled(idle)).toBe(true)
  receive(5)
  expect(await isSettled(playground.idle())).toBe(false)
})

test('idle waits for requests that are open', async () => {
  let answer: (value: unknown) => void = () => undefined
  const report = () => new Promise(resolve => (answer = resolve))
  const { playground, receive, notePainted } = create({ report })
  receive(5)
  notePainted(5)
  const asked = playground.report()
  const idle = playground.idle()
  expect(await isSettled(idle)).toBe(false)
  answer({})
  await asked
  expect(await isSettled(idle)).toBe(true)
})

test('a command answers with nothing but whether it was accepted, and why not', async () => {
  const accepted = { accepted: true, at: 5, branch: 'main' }
  const yes = create({ command: () => accepted })
  expect(await yes.playground.command({ do: 'HealAll' })).toEqual({ accepted: true })
  expect(yes.seen).toEqual(['changed'])
  const reason = { key: 'reason.x', parameters: {} }
  const no = create({ command: () => ({ accepted: false, reason, at: 5 }) })
  expect(await no.playground.command({ do: 'HealAll' })).toEqual({ accepted: false, reason })
})

test('load tells the page, and rejects bad input with place and allowed values', async () => {
  const good = create({ open: () => ({ ok: true, opened: {} }) })
  await good.playground.load('four-of-six')
  expect(good.seen).toEqual(['opened', 'changed'])
  const problems = [{ path: 'seed', message: '"x" is no number', allowed: '0 to 9' }]
  const bad = create({ open: () => ({ ok: false, problems }) })
  await expect(bad.playground.load('{}')).rejects.toThrow(
    'seed: "x" is no number (allowed: 0 to 9)',
  )
  expect(bad.seen).toEqual([])
})

test('until yields the fact and its instant, and rejects at the limit', async () => {
  const fact = { id: 1, at: 7 }
  const found = create({ until: () => ({ found: true, at: 7, fact }) })
  expect(await found.playground.until({ fact: 'VdlAdvanced' })).toEqual({ at: 7, fact })
  const none = create({ until: () => ({ found: false, at: 9, limit: 9 }) })
  await expect(none.playground.until({ fact: 'VdlAdvanced' })).rejects.toThrow(/up to 9 µs/)
})

test('frame and describe are answered at once, or say that it is too early', () => {
  const { playground, receive } = create()
  expect(() => playground.frame()).toThrow(/no frame yet/)
  expect(() => playground.describe()).toThrow(/catalogue/)
  receive(5)
  expect(playground.frame()).toEqual({ at: 5 })
})
