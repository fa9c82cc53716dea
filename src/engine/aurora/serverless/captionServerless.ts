/**
 * What is true of the capacity just now, where the core has nothing worse to say: asleep, waking,
 * rising and why, held back by an empty allowance, holding, falling. Rules S3 and S8.
 */
import type { Parameters } from '../../contract/commands.ts'
import type { ApplicationView, Frame } from '../../contract/frame.ts'
import type { CapacityView, ServerlessView } from '../../contract/serverlessView.ts'
import { clientError } from '../endpoint/noteError.ts'
import type { World } from '../world.ts'
import { gridMicroAcu } from './ramp.ts'
import { rampOf } from './rampOf.ts'
import { captionV2 } from './captionV2.ts'
import { mostOf } from './regulate.ts'

/** The core's captions while all is well; a mechanism may speak instead. */
const calm = [
  'caption.allSix',
  'caption.quiet',
  'caption.commitAfterSilence',
  'caption.commitOutOfSilence',
  'caption.coldReads',
]

export function captionServerless(world: World, frame: Frame, view: ServerlessView): void {
  const writer = frame.instances.find(({ role }) => role === 'writer')
  const capacity = view.instances.find(({ id }) => id === writer?.id) ?? view.instances[0]
  if (!capacity || captionV2(frame, view, capacity)) return
  const isAsleep = capacity.state === 'paused' || capacity.state === 'resuming'
  if (isAsleep && writer?.id === capacity.id) dimLights(frame, capacity)
  else if (!isCalm(frame)) return
  const key = isCalledInVain(frame, capacity) ? 'wakingTooSlow' : situationOf(world, capacity)
  const parameters = { ...parametersOf(frame, capacity), ...patienceOf(world) }
  frame.caption = { key: `serverless.${key}`, parameters }
  frame.hint = { key: `serverless.hint.${key}`, parameters }
  frame.glowing = null
}

export function isCalm({ caption }: Frame): boolean {
  return calm.some(key => caption.key.startsWith(key))
}

/** Nobody is refused: whoever asks waits until it is awake. */
export function dimLights({ lights }: Frame, { id: instance, state }: CapacityView): void {
  const phrase = { key: `light.serverless.${state}`, parameters: { instance } }
  lights.commits = { state: 'waiting', phrase }
  lights.reads = { state: 'waiting', phrase }
}

/** S8: a client has given up its first try during this resume. */
function isCalledInVain({ applications }: Frame, { state, since }: CapacityView): boolean {
  const isInVain = ({ lastError }: ApplicationView) =>
    lastError?.code === clientError.noConnection && lastError.at >= since
  return state === 'resuming' && applications.some(isInVain)
}

function patienceOf({ parameters }: World): Parameters {
  return {
    patienceMicros: parameters['client.connectTimeout'],
    resumeMicros: parameters['serverlessV2.resume'],
  }
}

function situationOf(world: World, view: CapacityView): string {
  const { state, exact, target, lowMicros, holdMicros } = view
  if (state === 'paused') return 'asleep'
  if (state === 'resuming') return 'waking'
  if (state === 'pausing') return 'pausing'
  if (target > exact) return rising(world, view)
  if (target < exact) return lowMicros < holdMicros ? 'holding' : 'falling'
  if (target === view.max && mostOf(view.need) > target) return 'atMaximum'
  return view.min === 0 && target === gridMicroAcu ? idling(view) : 'steady'
}

/** Out of tokens it gains no more than what is refilled. */
function rising(world: World, { allowance, binding }: CapacityView): string {
  const { refill } = rampOf(world)
  return allowance < refill ? 'allowanceEmpty' : `rising.${binding}`
}

function idling({ blockers }: CapacityView): string {
  return blockers.length > 0 ? 'keptAwake' : 'idle'
}

function parametersOf({ at }: Frame, view: CapacityView): Parameters {
  return {
    instance: view.id,
    acu: view.reported / 1_000_000,
    target: view.target / 1_000_000,
    max: view.max / 1_000_000,
    need: Math.floor(mostOf(view.need) / 10_000) / 100,
    connections: view.connections,
    because: [...view.blockers],
    leftMicros: Math.max(0, view.holdMicros - view.lowMicros),
    pauseMicros: Math.max(0, view.pauseAfterMicros - view.idleMicros),
    passedMicros: at - view.since,
    waking: view.waking,
  }
}
