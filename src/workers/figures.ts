/**
 * What the timeline reads off a world as it goes: figures by which branches are compared, and the
 * gauge of serverless instances, which the chart keeps for each bin.
 */
import type { Simulation } from '../engine/index.ts'
import type { BranchFigures } from './api.ts'

export const phases = ['active', 'holding', 'pausing', 'paused', 'resuming'] as const

/** Micro-ACU seconds metered, up to when, I/Os; then three numbers an instance: see `gaugeOf`. */
export type Gauge = readonly number[]
export const gaugeStart = 3
export const gaugeStep = 3

/** Of each serverless instance what it reports, the greatest of its needs, and its phase. */
export function gaugeOf({ world }: Simulation): Gauge | null {
  const { serverless } = world
  if (!serverless || serverless.capacities.length === 0) return null
  const { meter, capacities } = serverless
  const gauge = [meter.microAcuSeconds, meter.settledAt, meter.ios]
  for (const { reported, need, state, exact, target, lowMicros } of capacities) {
    const isHeld = lowMicros > 0 && lowMicros <= world.parameters['serverlessV2.holdDown']
    const isHolding = state === 'active' && isHeld && target < exact
    const most = Math.max(need.cpu, need.memory, need.network, need.floor)
    gauge.push(reported, most, phases.indexOf(isHolding ? 'holding' : state))
  }
  return gauge
}

export function figuresOf({ world }: Simulation): BranchFigures {
  const { now, totals, applications, multiMaster } = world
  let lost = 0
  let downMicros = 0
  for (const application of applications) {
    lost += application.lost
    downMicros += application.downMicros
    if (application.downSince >= 0) downMicros += now - application.downSince
  }
  return { committed: totals.committed, rolledBack: multiMaster?.rolledBack ?? 0, lost, downMicros }
}
