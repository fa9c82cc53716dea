/**
 * Says a phrase: looks its key up in the catalogue and puts its numbers in. `{name}` is the
 * parameter of that name, written by the unit at the end of its name: `…Micros` as a time, `…At`
 * as an instant, `…Ppm` as a share; `{name|one|many}` counts: "1 commit", "3 commits". An unknown
 * key is said as it is, never thrown.
 */
import { formatCount, formatShare, formatTime } from './formatNumbers.ts'
import { namePlace } from './namePlace.ts'
import { sentences } from './sentences.ts'

type Value = string | number | boolean | string[] | number[]
export interface Sayable {
  key: string
  parameters: Record<string, Value>
}

export type Sentences = Readonly<Record<string, string>>

/** The first catalogue, and those that were loaded later. */
const catalogues: Sentences[] = [sentences]

/** Adds sentences that came with a later part of the page. */
export function learnSentences(more: Sentences): void {
  if (!catalogues.includes(more)) catalogues.push(more)
}

function sayList(parts: string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function sayNumber(name: string, value: number): string {
  if (/(Micros|At|^at|^since)$/.test(name)) return formatTime(value)
  return name.endsWith('Ppm') ? formatShare(value) : formatCount(value)
}

function sayValue(name: string, value: Value | undefined): string {
  if (value === undefined) return '?'
  if (Array.isArray(value)) return sayList(value.map(item => sayValue(name, item)))
  if (typeof value === 'number') return sayNumber(name, value)
  return typeof value === 'string' ? namePlace(value) : String(value)
}

function fill(template: string, parameters: Sayable['parameters']): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one, many) => {
    const said = sayValue(name, parameters[name])
    if (one === undefined) return said
    return `${said} ${parameters[name] === 1 ? one : many}`
  })
}

function find(key: string): string | undefined {
  return catalogues.find(catalogue => Object.hasOwn(catalogue, key))?.[key]
}

export function say({ key, parameters }: Sayable): string {
  const template = find(key)
  if (template === undefined) return key
  const text = fill(template, parameters)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
