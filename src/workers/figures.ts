/**
 * What the timeline reads off a world as it goes: figures by which branches are compared, and the
 * gauge of serverless instances, which the chart keeps for each bin.
 */
import type { Simulation } from '../engine/index.ts'
import type { BranchFigures } from './api.ts'

/** Numbers as the engine's mechanism gives them; `capacityOf` reads them. */
export type Gauge = readonly number[]

/** Null where no instance is serverless. */
export function gaugeOf({ world, context }: Simulation): Gauge | null {
  if (!world.serverless?.capacities.length) return null
  return context.mechanisms.find(({ gauge }) => gauge)!.gauge!(world)
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
