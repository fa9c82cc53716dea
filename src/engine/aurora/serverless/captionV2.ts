/**
 * What is said before anything of the control loop: the cluster is stopped, memory has run out or
 * is about to, an instance moves to another host. Rules S16, S22 and S19.
 */
import type { Parameters } from '../../contract/commands.ts'
import type { Frame } from '../../contract/frame.ts'
import type { CapacityView, ServerlessView } from '../../contract/serverlessView.ts'
import type { V2ClusterView } from '../../contract/serverlessV2.ts'

/** True: it has spoken. */
export function captionV2(frame: Frame, { v2 }: ServerlessView, view: CapacityView): boolean {
  if (v2?.stop) {
    sayStopped(frame, v2.stop)
    return true
  }
  const key = view.v2 === undefined ? null : situationOf(view, view.v2)
  if (key === null) return false
  say(frame, key, {
    instance: view.id,
    acu: view.reported / 1_000_000,
    memory: Math.floor(view.need.memory / 10_000) / 100,
    max: view.max / 1_000_000,
    from: view.v2?.migration?.from ?? '',
    to: view.v2?.migration?.to ?? '',
    leftMicros: Math.max(0, (view.v2?.migration?.endsAt ?? 0) - frame.at),
  })
  return true
}

function situationOf({ state }: CapacityView, v2: NonNullable<CapacityView['v2']>): string | null {
  if (v2.isIncompatible) return 'incompatible'
  if (state !== 'active') return null
  if (v2.shortMicros > 0) return 'short'
  return v2.migration ? 'migrating' : null
}

function sayStopped(frame: Frame, { state, endsAt }: NonNullable<V2ClusterView['stop']>): void {
  const phrase = { key: 'light.serverless.stopped', parameters: {} }
  frame.lights.commits = { state: 'off', phrase }
  frame.lights.reads = { state: 'off', phrase }
  say(frame, state, { leftMicros: Math.max(0, endsAt - frame.at) })
}

function say(frame: Frame, key: string, parameters: Parameters): void {
  frame.caption = { key: `serverless.${key}`, parameters }
  frame.hint = { key: `serverless.hint.${key}`, parameters }
  frame.glowing = null
}
