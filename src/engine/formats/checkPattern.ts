/** What only a look at a whole fact pattern can tell: its fields, and ranges in order. */
import { at, type Given, isDraft, mustBeOneOf } from './draft.ts'
import { parseDuration } from './duration.ts'
import { fieldsOf } from './factFields.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

function checkFields(pattern: Given): Problem[] {
  const fact = at(pattern, 'fact').value
  const where = at(pattern, 'where')
  const fields = typeof fact === 'string' ? fieldsOf(fact) : []
  if (fields.length === 0 || !isDraft(where.value)) return []
  return Object.keys(where.value).flatMap(field => {
    const given = { value: field, path: [...where.path, field] }
    return mustBeOneOf(given, fields, `field of ${String(fact)}`)
  })
}

function outOfOrder({ path }: Given, from: unknown, to: unknown): Problem[] {
  const message = `${showValue(from)} is after ${showValue(to)}`
  return [{ path: renderPath(path), message, allowed: 'the smaller one first' }]
}

function checkWithin(pattern: Given): Problem[] {
  const within = at(pattern, 'within')
  if (!Array.isArray(within.value)) return []
  const [from, to] = within.value
  const isSound = (parseDuration(from) ?? 0) <= (parseDuration(to) ?? Infinity)
  return isSound ? [] : outOfOrder(within, from, to)
}

function checkCount(pattern: Given): Problem[] {
  const count = at(pattern, 'count')
  const min = at(count, 'min').value
  const max = at(count, 'max').value
  const isWrong = typeof min === 'number' && typeof max === 'number' && min > max
  return isWrong ? outOfOrder(count, min, max) : []
}

export function checkPattern(pattern: Given): Problem[] {
  return [...checkFields(pattern), ...checkWithin(pattern), ...checkCount(pattern)]
}
