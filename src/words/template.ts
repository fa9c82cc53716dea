/**
 * Sentences with places for numbers. `{name}` is the parameter of that name, written by the unit
 * at the end of its name: `…Micros` as a time, `…At` as an instant, `…Ppm` as a share.
 * `{name~}` is a small number in words; `{name|one|many}` counts: "one copy is", "six copies are".
 */
import { formatCount, formatShare, formatTime } from './formatNumbers.ts'
import { namePlace } from './namePlace.ts'

export type Value = string | number | boolean | string[] | number[]
export type Parameters = Record<string, Value>

/** A sentence, or the choice between several by its numbers. */
export type Sentences = Readonly<Record<string, string | ((parameters: Parameters) => string)>>

const numbers = [
  ...['no', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
]

function sayList(parts: string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function sayNumber(name: string, value: number): string {
  if (/(Micros|At)$|^(at|since)$/.test(name)) return formatTime(value)
  return name.endsWith('Ppm') ? formatShare(value) : formatCount(value)
}

function sayValue(name: string, value: Value | undefined): string {
  if (value === undefined) return '?'
  if (Array.isArray(value)) return sayList(value.map(item => sayValue(name, item)))
  if (typeof value === 'number') return sayNumber(name, value)
  return typeof value === 'string' ? namePlace(value) : String(value)
}

function inWords(name: string, value: Value | undefined): string {
  return (typeof value === 'number' ? numbers[value] : undefined) ?? sayValue(name, value)
}

const place = /\{(\w+)(~|\|([^|}]*)\|([^}]*))?\}/g

/** One place filled; a match is the whole, the name, the form and its two nouns. */
function fillPlace(match: (string | undefined)[], parameters: Parameters): string {
  const [, name = '', form, one, many] = match
  const value = parameters[name]
  if (form === undefined) return sayValue(name, value)
  if (form === '~') return inWords(name, value)
  return `${inWords(name, value)} ${value === 1 ? one : many}`
}

/** First letters of sentences; names such as `w1` and `pg1` stay as they are. */
const beginning = /(^|[.?!] )([a-z])(?![a-z]*\d)/g

/** Puts the numbers in; each sentence begins with a capital. */
export function fillTemplate(template: string, parameters: Parameters): string {
  return template
    .replace(place, (...match: string[]) => fillPlace(match, parameters))
    .replace(beginning, (_, before: string, letter: string) => before + letter.toUpperCase())
}
