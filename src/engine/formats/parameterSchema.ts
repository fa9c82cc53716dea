/** The definition of `cluster.parameters`, made from the parameter table: names and ranges. */
import * as v from 'valibot'
import type { ParameterName } from '../contract/parameters.ts'
import { durationPattern } from './duration.ts'
import type { ParameterRow } from './parameterRow.ts'
import { isInRange, parameterRows } from './parameterRows.ts'
import { parameterNames } from './parameterTable.ts'
import { record } from './schemaParts.ts'

const kinds: Record<ParameterRow['unit'], string> = {
  duration: 'a duration',
  ratio: 'a ratio with at most six decimals',
  count: 'a whole number',
  bytes: 'a whole number of bytes',
  gib: 'a whole number of GiB',
  dollars: 'dollars with at most six decimals',
}

/** As `a duration from "0.1ms" to "5ms"`. */
export function rangeRule(row: ParameterRow): string {
  const [min, max] = row.range.map(bound => JSON.stringify(bound))
  return min === max ? `${min}, in this version` : `${kinds[row.unit]} from ${min} to ${max}`
}

function durationValue(row: ParameterRow) {
  return v.pipe(
    v.string(),
    v.regex(durationPattern),
    v.check(value => isInRange(row, value)),
    v.description(rangeRule(row)),
  )
}

function numberValue(row: ParameterRow) {
  const [min, max] = row.range.map(Number)
  return v.pipe(
    v.number(),
    v.minValue(min ?? 0),
    v.maxValue(max ?? 0),
    v.check(value => isInRange(row, value)),
    v.description(rangeRule(row)),
  )
}

function valueOf(name: ParameterName) {
  const row = parameterRows[name]
  return v.optional(row.unit === 'duration' ? durationValue(row) : numberValue(row))
}

type ParameterEntries = Record<ParameterName, ReturnType<typeof valueOf>>

const entries = Object.fromEntries(parameterNames.map(key => [key, valueOf(key)]))

export const parameterSchema = record(entries as ParameterEntries)
