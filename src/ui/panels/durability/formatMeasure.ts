/** A measure in words: how often it is lost, or how long it is stalled. */
import type { DurabilityMeasure } from '../../../engine/contract/durability.ts'
import { formatOften, formatYearly } from '../../../words/formatOdds.ts'

export function formatMeasure(value: number, measure: DurabilityMeasure): string {
  return measure === 'lost' ? formatOften(value) : formatYearly(value)
}
