/** An engine for the tests of the page: it notes what it is asked and answers as told. */
import type { OpenOutcome, Playback } from '../../../workers/api.ts'
import { type Engine, engineStore } from '../engineStore.ts'

export interface FakeEngine {
  calls: unknown[][]
  engine: Engine
}

export const examplePlayback: Playback = {
  at: 2_000,
  horizon: 2_000,
  end: 60_000_000,
  isPlaying: false,
  speed: '1/1500',
  isPaced: true,
  reachedSpeed: 0,
  seeking: null,
  branch: 'main',
  stoppedBy: null,
}

export const exampleOpened: OpenOutcome & { ok: true } = {
  ok: true,
  opened: {
    scenario: { version: 1, name: 'quiet', title: 'Q', question: 'Q?', cluster: { instances: [] } },
    recording: {
      scenario: {
        version: 1,
        name: 'quiet',
        title: 'Q',
        question: 'Q?',
        cluster: { instances: [] },
      },
      seed: 1,
      branch: 'main',
      branches: [],
    },
    view: { at: 2_000, speed: null, selection: null },
    pace: [],
    opensAt: 2_000,
    end: 60_000_000,
  },
}

/** `answers` by the name of the call; what is not told resolves to undefined. */
export function installFakeEngine(answers: Record<string, unknown> = {}): FakeEngine {
  const calls: unknown[][] = []
  const engine = new Proxy({} as Engine, {
    get:
      (_, name: string) =>
      (...given: unknown[]) => {
        calls.push([name, ...given])
        return Promise.resolve(answers[name])
      },
  })
  engineStore.setState({ engine, playback: examplePlayback, opened: null, revision: 0 })
  return { calls, engine }
}
