/** The window of the space-time diagram through the worker's calls, on the opening story. */
import { expect, test } from 'vitest'
import { openingName } from '../engine/answers.ts'
import { createEngineApi } from './createEngineApi.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { mostMessages } from './spacetimeAt.ts'
import { fakePage } from './testing/fakePage.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'

async function open() {
  const scheduler = fakeScheduler()
  // The scheduler of the tests lets no file be read: all that is needed is loaded before.
  await Promise.all([loadLater(), import('./realRecorder.ts'), import('./spacetimeAt.ts')])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(fakePage().port as unknown as MessagePort)
  await scheduler.until(api.open(openingName))
  return { api, ask: <Result>(promise: Promise<Result>) => scheduler.until(promise) }
}

test('a window is the same whatever is shown, and asking moves nothing', async () => {
  const { api, ask } = await open()
  await ask(api.seek(300_000))
  const digest = await ask(api.digest())
  const question = { from: 295_000, to: 301_000, at: 298_000 }
  const answer = await ask(api.spacetime(question))
  expect(answer.messages.length).toBeGreaterThan(20)
  expect(answer).toMatchObject({ from: 295_000, to: 301_000, isShortened: false })
  expect(await ask(api.digest())).toBe(digest)
  await ask(api.seek(100_000))
  expect(await ask(api.spacetime(question))).toEqual(answer)
})

test('too long a window is shortened round the instant looked at, and says so', async () => {
  const { api, ask } = await open()
  await ask(api.seek(600_000))
  const at = 600_000
  const answer = await ask(api.spacetime({ from: 0, to: 1_200_000, at }))
  expect(answer.isShortened).toBe(true)
  expect(answer.messages.length).toBeLessThanOrEqual(mostMessages + 20)
  expect(answer.from).toBeLessThan(at)
  expect(answer.to).toBeGreaterThanOrEqual(at)
})
