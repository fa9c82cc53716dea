/**
 * Which way the capacity of an instance goes just now, read off the frame: asleep, waking, rising,
 * held back by an empty growth allowance, holding before it falls, falling, or steady.
 */
import type { CapacityView } from '../engine/contract/serverlessView.ts'

export type CapacityPhase =
  | 'asleep'
  | 'waking'
  | 'drowsy'
  | 'rising'
  | 'stinted'
  | 'holding'
  | 'falling'
  | 'steady'

/** A quarter of the grid: what is nearer than this to its target has arrived. */
const near = 125_000
/** The allowance refills by less than this in a second. */
const dry = 250_000

export function needOf({ need }: CapacityView): number {
  return Math.max(need.cpu, need.memory, need.network, need.floor)
}

function activePhase(view: CapacityView): CapacityPhase {
  if (view.v1) return 'steady'
  const missing = view.target - view.exact
  if (missing > near) return view.allowance < dry && missing > dry ? 'stinted' : 'rising'
  if (missing >= -near) return 'steady'
  return view.lowMicros < view.holdMicros ? 'holding' : 'falling'
}

export function capacityPhase(view: CapacityView): CapacityPhase {
  if (view.state === 'paused') return 'asleep'
  if (view.state === 'resuming') return 'waking'
  return view.state === 'pausing' ? 'drowsy' : activePhase(view)
}
