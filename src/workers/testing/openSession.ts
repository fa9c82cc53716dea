/** A session on the small engine, opened, with the page's end of its port. */
import type { Setup } from '../../engine/contract/scenario.ts'
import type { EngineApi, FramePacket, Opened } from '../api.ts'
import { createEngineApi } from '../createEngineApi.ts'
import { createSession, type Session } from '../session.ts'
import { fakeEngine, fakeScenario } from './fakeEngine.ts'
import { fakeLater } from './fakeLater.ts'
import type { FakeOptions } from './fakeMachine.ts'
import { type FakePage, fakePage } from './fakePage.ts'
import { type FakeScheduler, fakeScheduler } from './fakeScheduler.ts'

export interface OpenedSession {
  scheduler: FakeScheduler
  page: FakePage
  api: EngineApi
  session: Session
  opened: Opened
  last: () => FramePacket
  /** Lets time pass until a call is answered. */
  ask: <Result>(promise: Promise<Result>) => Promise<Result>
}

export async function openSession(
  setup: Partial<Setup> = {},
  options: FakeOptions = {},
): Promise<OpenedSession> {
  const scheduler = fakeScheduler()
  const page = fakePage()
  const session = createSession(fakeEngine(options), scheduler)
  const api = createEngineApi(session, fakeLater(setup))
  await api.connectFrames(page.port as unknown as MessagePort)
  const outcome = await scheduler.until(api.open(fakeScenario))
  if (!outcome.ok) throw new Error('the fake opens')
  const last = () => page.packets.at(-1)!
  return { scheduler, page, api, session, opened: outcome.opened, last, ask: scheduler.until }
}
