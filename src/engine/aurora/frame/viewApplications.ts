/**
 * The applications: who thinks, who waits, and how it feels to them. *Stalled* is said from the
 * moment at which no write set remains; while one does, a commit that waits is in flight (Q6).
 */
import type { ApplicationView } from '../../contract/frame.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { clientError } from '../endpoint/noteError.ts'
import type { Application } from '../application.ts'
import type { World } from '../world.ts'

export function viewApplications(world: World): ApplicationView[] {
  return world.applications.map(application => viewApplication(world, application))
}

function viewApplication(world: World, application: Application): ApplicationView {
  const { answered, lastLatencyMicros, lastAnswerAt, downMicros, downSince } = application
  const sessions = countSessions(application)
  const isTrying = triesAgain(application, world.now)
  const hasAnswer = answered > 0
  return {
    id: application.id,
    on: world.instances[application.instance]!.id,
    ...sessions,
    lastLatencyMicros: hasAnswer ? lastLatencyMicros : null,
    lastAnswerAt: hasAnswer ? lastAnswerAt : null,
    answered,
    lost: application.lost,
    lastError: errorOf(application),
    route: world.setup.workload[world.applications.indexOf(application)]!.route,
    errors: application.errors,
    retried: application.retried,
    downMicros: downMicros + (downSince < 0 ? 0 : world.now - downSince),
    feels: feelingOf(world, { ...sessions, isTrying }, hasAnswer),
  }
}

function errorOf({ lastErrorCode: code, lastErrorAt: at }: Application) {
  return code === 0 ? null : { code, at }
}

function countSessions({ state, waitingSince }: Application) {
  const counts = [0, 0, 0, 0]
  let oldestWaitingAt: number | null = null
  for (let session = 0; session < state.length; session++) {
    counts[state[session]!]!++
    if (state[session] !== sessionState.waiting) continue
    oldestWaitingAt = Math.min(oldestWaitingAt ?? Infinity, waitingSince[session]!)
  }
  const [thinking, waiting, reconnecting] = counts as [number, number, number, number]
  const sessions = thinking + waiting + reconnecting
  return { sessions, thinking, waiting, reconnecting, oldestWaitingAt }
}

/** W10: some session has tried to connect again since it lost its connection, or does so now. */
function triesAgain(application: Application, now: number): boolean {
  const { state, tries, heardAt, lastErrorCode, lastErrorAt, downSince } = application
  const isGivenUp = lastErrorCode === clientError.noConnection && lastErrorAt >= downSince
  return state.some(
    (its, session) =>
      its === sessionState.reconnecting &&
      (isGivenUp || tries[session]! > 1 || heardAt[session]! <= now),
  )
}

interface Sessions {
  waiting: number
  reconnecting: number
  isTrying: boolean
}

function feelingOf(
  { status }: World,
  { waiting, reconnecting, isTrying }: Sessions,
  hasAnswer: boolean,
): ApplicationView['feels'] {
  if (waiting > 0 && status.isStalled) return 'stalled'
  if (reconnecting > 0) return isTrying ? 'reconnecting' : 'lost'
  if (waiting > 0) return 'inFlight'
  return hasAnswer ? 'answered' : 'idle'
}
