/** How far the slider of a demand goes, and in what steps: round numbers around its curve. */
import type { Scenario } from '../../../engine/contract/scenario.ts'
import { roundUp } from '../../widgets/roundUp.ts'

export interface DemandScale {
  top: number
  step: number
}

/** The highest level of its curve; 0 where the scenario has none. */
export function peakOf(scenario: Scenario | undefined, id: string): number {
  const demand = scenario?.workload?.find(each => each.kind === 'demand' && each.id === id)
  if (demand?.kind !== 'demand') return 0
  const { points = [], curve } = demand
  return Math.max(0, curve?.high ?? 0, ...points.map(([, level]) => level))
}

/** Twice the peak of the curve, or what the maximum capacity would carry, whichever is more. */
export function demandScale(unit: 'ACU' | 'tps', peak: number, level: number): DemandScale {
  const least = unit === 'ACU' ? 4 : 1_000
  const top = roundUp(Math.max(least, 2 * peak, level))
  return { top, step: top / 200 }
}
