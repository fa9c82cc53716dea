/**
 * One tunable: its unit and default as people write them, and on its card the range, what the
 * number rests on, and the stable number under which links carry it. Numbers are never given
 * twice.
 */
import type { ParameterDescription } from '../contract/parameters.ts'

export interface ParameterDefault {
  unit: ParameterDescription['unit']
  default: string | number
}

export interface ParameterCard {
  /** Stable; links of every version carry it. */
  number: number
  range: readonly [string | number, string | number]
  basis: ParameterDescription['basis']
  source: string
  summary: string
}

export type ParameterRow = ParameterDefault & ParameterCard
