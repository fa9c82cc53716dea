/** Reads the value of a condition by what its field holds; a mistake names what is allowed. */
import type { FaultDescription } from '../../../engine/contract/faults.ts'
import type { LawCard } from '../../../engine/contract/description.ts'
import type { FieldKind } from './fieldKind.ts'
import { readTime, timeRule } from '../../widgets/readTime.ts'
import type { RunPlaces } from './runPlaces.ts'

export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string }

export interface ValueRules {
  places: RunPlaces
  faults: Pick<FaultDescription, 'fault' | 'title'>[]
  laws: LawCard[]
}

/** Values that one may choose, with their words; null where one types. */
export function optionsOf(
  kind: FieldKind,
  { faults, laws }: ValueRules,
): [string, string][] | null {
  switch (kind.kind) {
    case 'choice':
      return Object.entries(kind.words)
    case 'flag':
      return Object.entries({ true: 'yes', false: 'no' })
    case 'fault':
      return faults.map(({ fault, title }) => [fault, title])
    case 'law':
      return laws.map(({ id, title }) => [id, title])
    default:
      return null
  }
}

export function readValue(
  kind: FieldKind,
  text: string,
  rules: ValueRules,
): Read<string | number | boolean> {
  const options = optionsOf(kind, rules)
  if (options !== null) return readOption(kind, text, options)
  if (kind.kind === 'place') return readPlace(text.trim(), rules.places[kind.of], kind.of)
  return kind.kind === 'time' ? readDuration(text) : readNumber(text)
}

function readOption(
  { kind }: FieldKind,
  text: string,
  options: [string, string][],
): Read<string | boolean> {
  if (options.some(([value]) => value === text)) {
    return { ok: true, value: kind === 'flag' ? text === 'true' : text }
  }
  const allowed = options.map(([, words]) => words).join(', ')
  return { ok: false, message: `Choose a value. Allowed: ${allowed}.` }
}

/** A message names so many and no more. */
const mostNamed = 12

function listed(names: string[]): string {
  const more = names.length - mostNamed
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What can break may also be a link, `w1<>node-a1` or one way `w1>node-a1`. */
function isLink(text: string): boolean {
  return /^[\w-]+<?>[\w-]+$/.test(text)
}

function readPlace(text: string, names: string[], of: string): Read<string> {
  if (names.includes(text) || (of === 'target' && isLink(text))) return { ok: true, value: text }
  const said = text === '' ? 'A name is missing.' : `There is no “${text}” here.`
  const links = of === 'target' ? ', or a link as w1<>node-a1' : ''
  return { ok: false, message: `${said} Allowed: ${listed(names)}${links}.` }
}

function readDuration(text: string): Read<number> {
  const micros = readTime(text)
  if (micros !== null) return { ok: true, value: micros }
  return { ok: false, message: `“${text}” is no length of time. Allowed: ${timeRule}.` }
}

function readNumber(text: string): Read<number> {
  const isNumber = /^-?\d{1,15}(\.\d{1,6})?$/.test(text.trim())
  if (isNumber) return { ok: true, value: Number(text) }
  return { ok: false, message: `“${text}” is no number. Allowed: digits, as 4 or 2.5.` }
}
