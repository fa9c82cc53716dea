/** A moment of a story as the page would be told of it: the real engine behind its wire. */
import type { Frame } from '../../engine/contract/frame.ts'
import type { Scenario } from '../../engine/contract/scenario.ts'
import type { EngineApi } from '../api.ts'
import { createEngineApi } from '../createEngineApi.ts'
import { loadLater } from '../loadLater.ts'
import { realEngine } from '../realEngine.ts'
import { createSession } from '../session.ts'
import { fakePage } from './fakePage.ts'
import { fakeScheduler } from './fakeScheduler.ts'

export interface OpenMoment {
  frame: Frame
  api: EngineApi
  /** Runs the worker until it has answered. */
  ask<Result>(promise: Promise<Result>): Promise<Result>
}

/** `story`: a name or a scenario; `at`: model time as a person writes it. */
export async function openMoment(story: Scenario | string, at: string): Promise<OpenMoment> {
  const scheduler = fakeScheduler()
  const page = fakePage()
  await Promise.all([loadLater(), import('../realEars.ts'), import('../knowledgeAt.ts')])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(page.port as unknown as MessagePort)
  const ask = <Result>(promise: Promise<Result>) => scheduler.until(promise)
  const opened = await ask(api.open(story))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  await ask(api.seek(at))
  await ask(api.settled())
  const frame = page.packets.at(-1)?.frame
  if (frame === undefined) throw new Error('no frame came')
  return { frame, api, ask }
}
