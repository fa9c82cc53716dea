/**
 * Turns what the validator found into problems that a person can act on: the path, what is wrong,
 * what is allowed there, and the nearest allowed name for a mistyped one. Words of later versions
 * are named as such, so that nobody takes them for a typing error.
 */
import * as v from 'valibot'
import { laterReason } from './laterReason.ts'
import { nearestName } from './nearestName.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

type Schema = v.GenericSchema & {
  entries?: Record<string, Schema>
  item?: Schema
  value?: Schema
  wrapped?: Schema
  options?: readonly unknown[]
  key?: string
}

type Key = string | number

function optionFor(schema: Schema, input: unknown): Schema | undefined {
  const key = schema.key ?? ''
  const asked = (input as Record<string, unknown> | null)?.[key]
  const options = (schema.options ?? []) as Schema[]
  return options.find(({ entries }) => entries?.[key] && v.is(entries[key], asked))
}

/** The definition behind optional keys and, for commands, of the one that `do` names. */
function settle(schema: Schema | undefined, input: unknown): Schema | undefined {
  if (schema?.type === 'optional') return settle(schema.wrapped, input)
  if (schema?.type === 'variant') return optionFor(schema, input) ?? schema
  return schema
}

function step(schema: Schema, key: Key): Schema | undefined {
  if (typeof key === 'number') return schema.item
  if (schema.entries) return Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined
  if (schema.type !== 'variant') return schema.value
  return ((schema.options ?? []) as Schema[])[0]?.entries?.[key]
}

/** Follows a path: the definition of its parent and of the place itself. */
function find(root: Schema, input: unknown, path: readonly Key[]) {
  let here = settle(root, input)
  let parent: Schema | undefined
  let value = input
  for (const key of path) {
    parent = here
    value = (value as Record<Key, unknown> | null | undefined)?.[key]
    here = settle(here && step(here, key), value)
  }
  return { parent, here }
}

function namesAllowed(parent: Schema | undefined): string[] {
  return Object.keys(parent?.entries ?? {})
}

function unknownKey(key: string, parent: Schema | undefined): Omit<Problem, 'path'> {
  const names = namesAllowed(parent)
  const allowed = names.length > 0 ? names.join(', ') : null
  const later = laterReason(key)
  if (later !== null) return { message: later, allowed }
  const nearest = nearestName(key, names)
  const hint = nearest === null ? '' : `; did you mean "${nearest}"?`
  return { message: `there is no "${key}" here${hint}`, allowed }
}

function commandsAllowed(schema: Schema | undefined, key: string): string | null {
  if (schema?.type !== 'variant') return null
  const options = (schema.options ?? []) as Schema[]
  const names = options.map(({ entries }) => (entries?.[key] as { literal?: string })?.literal)
  return `one of ${names.map(name => JSON.stringify(name)).join(', ')}`
}

function picked(schema: Schema | undefined): string[] {
  const options = (schema?.options ?? []) as unknown[]
  return options.filter(option => typeof option === 'string')
}

function badValue(value: unknown, allowed: string | null, names: string[]) {
  const later = typeof value === 'string' ? laterReason(value) : null
  if (later !== null) return { message: later, allowed }
  const nearest = typeof value === 'string' ? nearestName(value, names) : null
  const hint = nearest === null ? '' : `; did you mean "${nearest}"?`
  return { message: `${showValue(value)} is not allowed here${hint}`, allowed }
}

/** Words for a place: its own description, or the keys of the object expected there. */
function allowedAt(here: Schema | undefined, parent: Schema | undefined, key: string) {
  const own = here && v.getDescription(here)
  if (own) return own
  const commands = commandsAllowed(parent, key) ?? commandsAllowed(here, here?.key ?? '')
  if (commands !== null) return commands
  const names = namesAllowed(here)
  if (names.length > 0) return `an object with the keys ${names.join(', ')}`
  return here?.type === 'array' ? 'a list' : null
}

function problemOf(root: Schema, input: unknown, issue: v.BaseIssue<unknown>): Problem {
  const keys = (issue.path ?? []).map(({ key }) => key as Key)
  const { parent, here } = find(root, input, keys)
  const last = keys.at(-1)
  const path = renderPath(keys)
  if (here === undefined && typeof last === 'string') return { path, ...unknownKey(last, parent) }
  const allowed = allowedAt(here, parent, String(last))
  if (issue.input === undefined) return { path, message: 'is missing', allowed }
  return { path, ...badValue(issue.input, allowed, picked(here)) }
}

/** One problem a place: a text that is no length of time is not told twice. */
export function schemaProblems(root: v.GenericSchema, input: unknown): Problem[] {
  const { issues = [] } = v.safeParse(root, input)
  const problems = new Map<string, Problem>()
  for (const issue of issues) {
    const problem = problemOf(root as Schema, input, issue)
    if (!problems.has(problem.path)) problems.set(problem.path, problem)
  }
  return [...problems.values()]
}
