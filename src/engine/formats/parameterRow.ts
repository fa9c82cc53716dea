/**
 * One tunable: its unit, range and default as people write them, what the number rests on, and
 * the stable number under which links carry it. Numbers are never given twice.
 */
import type { ParameterDescription } from '../contract/parameters.ts'

export interface ParameterRow {
  /** Stable; links of every version carry it. */
  number: number
  unit: ParameterDescription['unit']
  range: readonly [string | number, string | number]
  default: string | number
  basis: ParameterDescription['basis']
  source: string
  summary: string
}
