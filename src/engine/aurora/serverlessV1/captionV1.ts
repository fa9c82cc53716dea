/**
 * What is true of an instance of Serverless v1 just now, where the core has nothing worse to say:
 * at its capacity, looking for a scaling point and who blocks it, switching, asleep, waking.
 */
import type { Parameters } from '../../contract/commands.ts'
import type { Frame } from '../../contract/frame.ts'
import type { CapacityView } from '../../contract/serverlessView.ts'
import type { V1View } from '../../contract/serverlessV1.ts'
import { dimLights, isCalm } from '../serverless/captionServerless.ts'

export function captionV1(frame: Frame, view: CapacityView): void {
  const v1 = view.v1!
  const isAsleep = view.state === 'paused' || view.state === 'resuming'
  if (isAsleep) dimLights(frame, view)
  else if (v1.state !== 'recreating' && !isCalm(frame)) return
  const key = `serverlessV1.${situationOf(view, v1)}`
  const parameters = parametersOf(frame, view, v1)
  frame.caption = { key, parameters }
  frame.hint = { key: key.replace('serverlessV1.', 'serverlessV1.hint.'), parameters }
  frame.glowing = null
}

function situationOf(view: CapacityView, { state, search, lastEnd, endsAt }: V1View): string {
  if (state === 'recreating' && endsAt === 0) return 'noHosts'
  if (state === 'searching') return searchOf(search!)
  if (state !== 'running') return state
  if (view.connections === 0 && view.pauseAfterMicros > 0) return 'idle'
  return lastEnd === 'rollback' || lastEnd === 'cancel' ? 'rolledBack' : 'running'
}

function searchOf(search: NonNullable<V1View['search']>): string {
  const { attachLeftMicros, isPoolEmpty, blockers } = search
  if (attachLeftMicros > 0 && isPoolEmpty) return 'emptyPool'
  if (attachLeftMicros > 0) return 'attaching'
  return blockers.length > 0 ? `blocked.${blockers[0]!.because}` : 'searching'
}

function parametersOf({ at }: Frame, view: CapacityView, v1: V1View): Parameters {
  const { search } = v1
  const left = search ? search.since + search.timeoutMicros - at : v1.endsAt - at
  return {
    instance: view.id,
    acu: v1.saved / 1_000_000,
    target: (search?.target ?? v1.saved) / 1_000_000,
    session: search?.blockers[0]?.session ?? '',
    table: search?.blockers[0]?.table ?? '',
    openMicros: search?.blockers[0]?.openMicros ?? 0,
    blockers: search?.blockers.length ?? 0,
    attachMicros: search?.attachLeftMicros ?? 0,
    leftMicros: Math.max(0, left),
    onTimeout: search?.onTimeout ?? 'rollback',
    passedMicros: at - v1.since,
    pauseMicros: Math.max(0, view.pauseAfterMicros - view.idleMicros),
    cpuPpm: view.busyPpm,
    held: v1.held,
  }
}
