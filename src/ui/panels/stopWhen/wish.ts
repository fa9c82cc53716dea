/**
 * What one wishes to stop at, as it stands in the form: every input is kept as it was typed, right
 * or wrong. `readWish` makes a pattern of it, or says what is wrong and what is allowed.
 */
import type { FactKey } from '../../../engine/contract/facts.ts'

export type Test = 'is' | 'min' | 'max'

/** One field that must have a value, or lie on one side of it. */
export interface Condition {
  field: string
  test: Test
  value: string
}

export interface Wish {
  fact: FactKey
  conditions: Condition[]
  /** The how-manieth of them. */
  times: string
  /** The instant up to which one looks. */
  limit: string
}

export const firstWish: Wish = { fact: 'CommitsStalled', conditions: [], times: '1', limit: '' }

/** Another fact has other fields, so the conditions go. */
export function wishFor(wish: Wish, fact: FactKey): Wish {
  return { ...wish, fact, conditions: [] }
}

export function withCondition(wish: Wish, field: string): Wish {
  return { ...wish, conditions: [...wish.conditions, { field, test: 'is', value: '' }] }
}

export function changeCondition(wish: Wish, index: number, change: Partial<Condition>): Wish {
  const conditions = wish.conditions.map((condition, k) =>
    k === index ? { ...condition, ...change } : condition,
  )
  return { ...wish, conditions }
}

export function withoutCondition(wish: Wish, index: number): Wish {
  return { ...wish, conditions: wish.conditions.filter((_, k) => k !== index) }
}
