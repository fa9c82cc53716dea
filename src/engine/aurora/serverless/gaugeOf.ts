/**
 * What a timeline keeps of a serverless cluster for its charts: micro-ACU seconds metered, up to
 * when, I/Os, protection groups times microseconds, and groups; then of each serverless instance
 * its index, what it reports, the greatest of its needs, and its phase: 0 active, 1 holding,
 * 2 pausing, 3 paused, 4 resuming.
 */
import type { World } from '../world.ts'
import { mostOf } from './regulate.ts'
import type { Capacity } from './serverless.ts'

const phaseNumbers = { active: 0, pausing: 2, paused: 3, resuming: 4 } as const
const holding = 1

export function gaugeOf(world: World): number[] {
  const { meter, capacities } = world.serverless!
  const { microAcuSeconds, settledAt, ios, groupMicros } = meter
  const gauge = [microAcuSeconds, settledAt, ios, groupMicros, world.groups.length]
  for (const capacity of capacities) {
    const { instance, reported, need } = capacity
    gauge.push(instance, reported, mostOf(need), phaseOf(world, capacity))
  }
  return gauge
}

function phaseOf({ parameters }: World, { state, exact, target, lowMicros }: Capacity): number {
  const isHeld = lowMicros > 0 && lowMicros <= parameters['serverlessV2.holdDown']
  return state === 'active' && isHeld && target < exact ? holding : phaseNumbers[state]
}
