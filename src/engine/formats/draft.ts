/**
 * A scenario of which nothing is certain yet, read place by place: what is well formed is found,
 * all else is passed over. Each place knows its path, for the problems told about it.
 */
import { nearestName } from './nearestName.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

type Draft = { readonly [key: string]: unknown }
type Path = (string | number)[]
export interface Given {
  value: unknown
  path: Path
}

export function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function at(given: Given, ...keys: string[]): Given {
  let { value } = given
  for (const key of keys) value = isDraft(value) ? value[key] : undefined
  return { value, path: [...given.path, ...keys] }
}

export function each(given: Given, ...keys: string[]): Given[] {
  const { value, path } = at(given, ...keys)
  if (!Array.isArray(value)) return []
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }))
}

export function texts(given: Given[]): string[] {
  return given.map(({ value }) => value).filter(value => typeof value === 'string')
}

export function mustBeOneOf({ value, path }: Given, names: string[], what: string): Problem[] {
  if (typeof value !== 'string' || names.includes(value)) return []
  const nearest = nearestName(value, names)
  const hint = nearest === null ? '' : `; did you mean "${nearest}"?`
  const allowed = names.length > 0 ? names.join(', ') : null
  return [
    { path: renderPath(path), message: `there is no ${what} ${showValue(value)}${hint}`, allowed },
  ]
}
