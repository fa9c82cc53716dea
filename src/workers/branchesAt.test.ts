/** Branches are compared at the instant shown, however far each of them has been computed. */
import { expect, test } from 'vitest'
import type { Command } from '../engine/contract/commands.ts'
import { openingName } from '../engine/answers.ts'
import { createEngineApi } from './createEngineApi.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { fakePage } from './testing/fakePage.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }

async function open() {
  const scheduler = fakeScheduler()
  const page = fakePage()
  await Promise.all([loadLater(), import('./realAnswers.ts'), import('./branchesAt.ts')])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(page.port as unknown as MessagePort)
  await scheduler.until(api.open(openingName))
  const ask = <Result>(promise: Promise<Result>) => scheduler.until(promise)
  return { api, ask, last: () => page.packets.at(-1)! }
}

test('a branch computed further is gone back over, and the screen stays', async () => {
  const { api, ask, last } = await open()
  await ask(api.seek('200ms'))
  const then = last().frame.totals.committed
  await ask(api.seek('400ms'))
  const later = last().frame.totals.committed
  await ask(api.seek('100ms'))
  await ask(api.command(crash))
  await ask(api.seek('200ms'))
  const branches = await ask(api.compareBranches())
  expect(branches.map(({ at }) => at)).toEqual([200_000, 200_000])
  expect(branches.map(({ isPresent }) => isPresent)).toEqual([false, true])
  expect(branches[0]!.figures!.committed).toBe(then)
  expect(then).toBeLessThan(later)
  expect(last().playback.at).toBe(200_000)
})

test('B9: a branch costs what its bill says, provisioned instances too', async () => {
  const { api, ask } = await open()
  await ask(api.seek('300ms'))
  const [branch] = await ask(api.compareBranches())
  const { cost } = await ask(api.report())
  expect(Number(cost.total)).toBeGreaterThan(0)
  expect(Number(branch!.figures!.cost)).toBeCloseTo(Number(cost.total), 3)
})
