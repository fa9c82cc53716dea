/** Makes a fact pattern of what stands in the form, or tells each mistake with what is allowed. */
import type { FactPattern } from '../../../engine/contract/pattern.ts'
import type { DurationText, Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { fieldKind } from './fieldKind.ts'
import { type Read, readValue, type ValueRules } from './readValue.ts'
import { readTime, timeRule, timeText } from '../../widgets/readTime.ts'
import type { Condition, Wish } from './wish.ts'

/** Where a mistake stands: an input of the form. */
export type WishPlace = 'limit' | 'times' | number

export interface WishProblem {
  place: WishPlace
  message: string
}

export type WishRead =
  | { ok: true; pattern: FactPattern; limit: DurationText }
  | { ok: false; problems: WishProblem[] }

/** What the run at hand allows: its instant, and names that can be asked for. */
export interface WishRules extends ValueRules {
  at: Micros
  /** Nothing can be looked at beyond. */
  last: Micros
}

type Where = NonNullable<FactPattern['where']>

export function readWish(wish: Wish, rules: WishRules): WishRead {
  const limit = readLimit(wish.limit, rules)
  const times = readTimes(wish.times)
  const { where, problems } = readConditions(wish, rules)
  const all = [...problems, ...problemOf('times', times), ...problemOf('limit', limit)]
  if (!limit.ok || !times.ok || all.length > 0) return { ok: false, problems: all }
  const pattern: FactPattern = { fact: wish.fact }
  if (Object.keys(where).length > 0) pattern.where = where
  if (times.value > 1) pattern.count = { min: times.value }
  return { ok: true, pattern, limit: limit.value }
}

function problemOf(place: WishPlace, read: Read<unknown>): WishProblem[] {
  return read.ok ? [] : [{ place, message: read.message }]
}

function readLimit(text: string, { at, last }: WishRules): Read<DurationText> {
  const micros = readTime(text)
  if (micros === null) {
    return { ok: false, message: `“${text}” is no instant. Allowed: ${timeRule}.` }
  }
  if (micros > at && micros <= last) return { ok: true, value: timeText(micros) }
  const wrong = micros > at ? 'lies beyond the end of the run' : 'has passed'
  const allowed = `after ${formatInstant(at)} and up to ${formatTime(last)}`
  return { ok: false, message: `${text} ${wrong}. Allowed: an instant ${allowed}.` }
}

const mostTimes = 1_000_000

function readTimes(text: string): Read<number> {
  const times = /^\d+$/.test(text.trim()) ? Number(text) : 0
  if (times >= 1 && times <= mostTimes) return { ok: true, value: times }
  return { ok: false, message: `“${text}” is no count. Allowed: 1 to 1,000,000.` }
}

function readConditions({ fact, conditions }: Wish, rules: WishRules) {
  const where: Where = {}
  const problems: WishProblem[] = []
  for (const [place, condition] of conditions.entries()) {
    const { field } = condition
    const kind = fieldKind(fact, field)
    const read = kind === null ? unknownField(field) : readValue(kind, condition.value, rules)
    if (read.ok) where[field] = joined(where[field], condition, read.value)
    else problems.push({ place, message: read.message })
  }
  return { where, problems }
}

function unknownField(field: string): Read<never> {
  return { ok: false, message: `Nothing can be asked of ${field}.` }
}

/** `at least` and `at most` of one field make a range; else the last one counts. */
function joined(
  before: Where[string] | undefined,
  { test }: Condition,
  value: string | number | boolean,
): Where[string] {
  if (test === 'is' || typeof value !== 'number') return value
  const range = typeof before === 'object' && !Array.isArray(before) ? before : {}
  return { ...range, [test]: value }
}
