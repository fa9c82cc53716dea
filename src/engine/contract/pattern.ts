/**
 * A closed form for "this happened": the same for expectations, goals, breakpoints and searches.
 * Formats §1. Input form, as people write it.
 */
import type { FactKey } from './facts.ts'
import type { DurationText } from './units.ts'

export type PatternScalar = string | number | boolean

export interface FactPattern {
  fact: FactKey
  /** Field of the fact's parameters → a value, one of several, or a range (inclusive). */
  where?: Record<string, PatternScalar | PatternScalar[] | { min?: number; max?: number }>
  /** From and to, inclusive. */
  within?: [DurationText, DurationText]
  /** How often; at least once when left out. */
  count?: { min?: number; max?: number }
}
