/**
 * The small pieces that the definitions of the formats are made of. Each leaf carries, as its
 * description, the words that name what is allowed there: the refusal of a bad value and the
 * published JSON Schema both read it.
 */
import * as v from 'valibot'
import { durationPattern, parseDuration } from './duration.ts'
import { durationRule } from './formatDuration.ts'
import { parseSpeed, speedPattern } from './speed.ts'
import { speedRule } from './speeds.ts'

/** An object with these keys and no others; every unknown key is told, not only the first. */
export function record<E extends v.ObjectEntries>(entries: E) {
  return v.objectWithRest(entries, v.never())
}

export function words(longest: number) {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.description(`a text of 1 to ${longest} characters`),
  )
}

export const nameRule =
  'a name in lower case: a letter, then letters, digits or hyphens, at most 40'

export const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/), v.description(nameRule))

export const duration = v.pipe(
  v.string(),
  v.regex(durationPattern),
  v.check(text => parseDuration(text) !== null),
  v.description(durationRule),
)

const relativePattern = /^\d{1,15}(\.\d{1,15})?(us|ms|s|min|h|d)\+?$/

/** An instant, or `"1.2ms+"`: that long after the entry before. */
export const scriptInstant = v.pipe(
  v.string(),
  v.regex(relativePattern),
  v.check(text => parseDuration(text.replace('+', '')) !== null),
  v.description(`${durationRule}, or with + behind it, that long after the entry before`),
)

export const speed = v.pipe(
  v.string(),
  v.regex(speedPattern),
  v.check(text => parseSpeed(text) !== null),
  v.description(speedRule),
)

export function whole(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.integer(),
    v.minValue(min),
    v.maxValue(max),
    v.description(`a whole number from ${min} to ${max}`),
  )
}

export function number(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.minValue(min),
    v.maxValue(max),
    v.description(`a number from ${min} to ${max}`),
  )
}

/** A share from 0 to 1; more than six decimals would not survive as parts per million. */
export const ratio = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(1),
  v.check(share => Math.round(share * 1_000_000) / 1_000_000 === share),
  v.description('a number from 0 to 1 with at most six decimals'),
)

export function oneOf<const T extends readonly [string, ...string[]]>(options: T) {
  const list = options.map(option => JSON.stringify(option)).join(', ')
  return v.pipe(v.picklist(options), v.description(options.length > 1 ? `one of ${list}` : list))
}

export function listOf<S extends v.GenericSchema>(item: S, most: number) {
  const list: v.GenericSchema<unknown[]> = v.array(item)
  return v.pipe(list, v.maxLength(most), v.description(`a list of at most ${most}`))
}
