/** What a node knows through the worker's calls, on the opening story. Rules L10, M17. */
import { expect, test } from 'vitest'
import { openingName } from '../engine/answers.ts'
import { createEngineApi } from './createEngineApi.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { fakePage } from './testing/fakePage.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'

async function open() {
  const scheduler = fakeScheduler()
  // The scheduler of the tests lets no file be read: all that is needed is loaded before.
  await Promise.all([loadLater(), import('./realEars.ts'), import('./knowledgeAt.ts')])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(fakePage().port as unknown as MessagePort)
  await scheduler.until(api.open(openingName))
  return { api, ask: <Result>(promise: Promise<Result>) => scheduler.until(promise) }
}

test('asking moves nothing, and the answer is a function of the run and the instant', async () => {
  const { api, ask } = await open()
  await ask(api.seek(300_000))
  const digest = await ask(api.digest())
  const known = await ask(api.knowledge('w1'))
  expect(known).toMatchObject({ actor: 'w1', role: 'writer', at: 300_000, from: 0 })
  expect(known!.others.filter(({ heard }) => heard).length).toBeGreaterThan(5)
  expect(await ask(api.digest())).toBe(digest)
  await ask(api.seek(100_000))
  await ask(api.seek(300_000))
  expect(await ask(api.knowledge('w1'))).toEqual(known)
})

test('after a crash the writer learns nothing at once, then that the node is silent', async () => {
  const { api, ask } = await open()
  await ask(api.seek(300_000))
  await ask(api.command({ do: 'InjectFault', fault: 'NodeCrash', target: 'node-c1' }))
  const silent = async () => {
    const known = await ask(api.knowledge('w1'))
    return known!.others.filter(({ isSilent }) => isSilent).map(({ actor }) => actor)
  }
  expect(await silent()).toEqual([])
  await ask(api.seek(400_000))
  expect(await silent()).toEqual(['node-c1'])
  expect(await ask(api.knowledge('shop'))).toBe(null)
})
