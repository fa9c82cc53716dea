/** Looking inside through the worker's calls, on the opening story. Rules L4, L11, P4. */
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
  await Promise.all([loadLater(), import('./realInsides.ts'), import('./insideAt.ts')])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(fakePage().port as unknown as MessagePort)
  await scheduler.until(api.open(openingName))
  return { api, ask: <Result>(promise: Promise<Result>) => scheduler.until(promise) }
}

test('looking moves nothing, and what is seen follows from the run and the instant', async () => {
  const { api, ask } = await open()
  await ask(api.seek(300_000))
  const digest = await ask(api.digest())
  const subjects = ['copy:pg1/a1', 'page:3']
  const look = () => Promise.all(subjects.map(subject => ask(api.inside(subject))))
  const seen = await look()
  expect(seen[0]).toMatchObject({ inside: 'copy', segment: 'pg1/a1', at: 300_000 })
  expect(seen[1]).toMatchObject({ inside: 'page', page: 3, at: 300_000 })
  expect(await ask(api.digest())).toBe(digest)
  await ask(api.seek(100_000))
  await ask(api.seek(300_000))
  expect(await look()).toEqual(seen)
})

test('a transaction is the same whenever one looks back, and open before its end', async () => {
  const { api, ask } = await open()
  await ask(api.seek(300_000))
  const facts = await ask(api.facts({ fact: 'TransactionCommitted', within: ['200ms', '300ms'] }))
  const committed = facts[0]
  if (committed?.fact !== 'TransactionCommitted') throw new Error('nothing was committed')
  const { transaction, lsn, latencyMicros } = committed.parameters
  const subject = `transaction:${transaction}@${committed.at - 1}`
  const seen = await ask(api.inside(subject))
  expect(seen).toMatchObject({ state: 'committed', commitLsn: lsn, latencyMicros })
  await ask(api.seek(900_000))
  expect(await ask(api.inside(subject))).toEqual({ ...seen, at: 900_000 })
  await ask(api.seek(committed.at - 1))
  expect(await ask(api.inside(subject))).toMatchObject({ state: 'open', latencyMicros: null })
})

test('what does not exist has no inside', async () => {
  const { api, ask } = await open()
  await ask(api.seek(100_000))
  expect(await ask(api.inside('copy:pg9/a1'))).toBe(null)
  expect(await ask(api.inside('page:99999'))).toBe(null)
  expect(await ask(api.inside('transaction:99999'))).toMatchObject({ state: 'unknown', rungs: [] })
})
