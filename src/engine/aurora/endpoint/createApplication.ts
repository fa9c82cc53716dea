/**
 * An application: sessions that think, ask for a transaction, wait for the answer and think again.
 * Each has one connection to the writer. Rule W5.
 */
import type { Application } from '../application.ts'
import type { World } from '../world.ts'

export const sessionState = { thinking: 0, waiting: 1, reconnecting: 2, retired: 3 } as const

export function createApplication(world: World, index: number): Application {
  const { id, on, sessions, thinkMicros } = world.setup.workload[index]!
  const instance = world.instances.findIndex(its => its.id === on)
  return {
    id,
    actor: world.instances.length + world.nodes.length + index,
    instance,
    target: new Uint8Array(sessions).fill(instance),
    sessions,
    thinkMicros,
    nextRow: 0,
    ...sessionColumns(sessions),
    lastErrorCode: 0,
    lastErrorAt: 0,
    errors: 0,
    retried: 0,
    errorCounts: {},
    outage: null,
    staleReads: 0,
    worstStaleMicros: 0,
    answered: 0,
    lost: 0,
    lastLatencyMicros: 0,
    lastAnswerAt: 0,
    downMicros: 0,
    downSince: -1,
  }
}

function sessionColumns(sessions: number) {
  return {
    state: new Uint8Array(sessions),
    attempt: new Int32Array(sessions),
    waitingSince: new Float64Array(sessions),
    tries: new Int32Array(sessions),
    heardAt: new Float64Array(sessions),
    isAsked: new Uint8Array(sessions),
    isWatched: new Uint8Array(sessions),
  }
}

/** Room for so many sessions; new ones are retired until somebody wakes them. */
export function growSessions(application: Application, sessions: number): void {
  const before = application.state.length
  if (sessions <= before) return
  const bigger = sessionColumns(sessions)
  const target = new Uint8Array(sessions).fill(application.instance)
  target.set(application.target)
  bigger.state.set(application.state)
  bigger.state.fill(sessionState.retired, before)
  bigger.attempt.set(application.attempt)
  bigger.waitingSince.set(application.waitingSince)
  bigger.tries.set(application.tries)
  bigger.heardAt.set(application.heardAt)
  bigger.isAsked.set(application.isAsked)
  bigger.isWatched.set(application.isWatched)
  Object.assign(application, bigger, { target })
}
