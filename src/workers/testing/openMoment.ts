/** A moment of a story as the page would be told of it: the real engine behind its wire. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { Scenario } from '../../engine/contract/scenario.ts'
import type { EngineApi } from '../api.ts'
import { createEngineApi } from '../createEngineApi.ts'
import { loadLater } from '../loadLater.ts'
import { realEngine } from '../realEngine.ts'
import { createSession } from '../session.ts'
import { fakePage } from './fakePage.ts'
import { type FakeScheduler, fakeScheduler } from './fakeScheduler.ts'

export interface OpenMoment {
  frame: Frame
  api: EngineApi
  /** Runs the worker until it has answered. */
  ask<Result>(promise: Promise<Result>): Promise<Result>
}

/** Parts of the worker that come late need time of their own, which the clock of tests is not. */
function breathe(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

async function answered<Result>(
  scheduler: FakeScheduler,
  promise: Promise<Result>,
): Promise<Result> {
  const state = { isDone: false }
  const finish = () => {
    state.isDone = true
  }
  promise.then(finish, finish)
  while (!state.isDone) {
    await scheduler.runFor(1)
    await breathe()
  }
  return promise
}

/** `story`: a name or a scenario; `at`: model time as a person writes it. */
export async function openMoment(story: Scenario | string, at: string): Promise<OpenMoment> {
  const scheduler = fakeScheduler()
  const page = fakePage()
  await loadLater()
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(page.port as unknown as MessagePort)
  const ask = <Result>(promise: Promise<Result>) => answered(scheduler, promise)
  const opened = await ask(api.open(story))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  await ask(api.seek(at))
  await ask(api.settled())
  const frame = page.packets.at(-1)?.frame
  if (frame === undefined) throw new Error('no frame came')
  return { frame, api, ask }
}
