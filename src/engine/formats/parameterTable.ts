/**
 * Every tunable of the model by its dotted name: the one place for its unit, range, default,
 * basis, source, summary and stable number. The compiler holds it to the names of the contract.
 */
import type {
  ParameterDescription,
  ParameterName,
  ParameterValues,
} from '../contract/parameters.ts'
import { databaseParameters } from './databaseParameters.ts'
import { parseDuration } from './duration.ts'
import { networkParameters } from './networkParameters.ts'
import type { ParameterRow } from './parameterRow.ts'
import { storageParameters } from './storageParameters.ts'

export const parameterTable: Record<ParameterName, ParameterRow> = {
  ...networkParameters,
  ...storageParameters,
  ...databaseParameters,
}

export const parameterNames = Object.keys(parameterTable) as ParameterName[]

/** A ratio in parts per million, or null when it has more than six decimals. */
export function ppmOf(ratio: number): number | null {
  const ppm = Math.round(ratio * 1_000_000)
  // Six decimals survive the division exactly; a seventh does not come back.
  return ppm / 1_000_000 === ratio ? ppm : null
}

/** What the engine runs with: microseconds, parts per million, counts; null when misspelt. */
export function resolveParameter(row: ParameterRow, value: string | number): number | null {
  if (row.unit === 'duration') return parseDuration(value)
  if (typeof value !== 'number') return null
  if (row.unit === 'ratio') return ppmOf(value)
  return Number.isSafeInteger(value) ? value : null
}

export function isInRange(row: ParameterRow, value: string | number): boolean {
  const [min, max] = row.range.map(bound => resolveParameter(row, bound) ?? 0)
  const resolved = resolveParameter(row, value)
  return resolved !== null && resolved >= (min ?? 0) && resolved <= (max ?? 0)
}

/** All values, the defaults where nothing else is given. */
export function resolveParameters(
  given: Partial<Record<ParameterName, string | number>>,
): ParameterValues {
  const values = {} as ParameterValues
  for (const name of parameterNames) {
    const row = parameterTable[name]
    values[name] = resolveParameter(row, given[name] ?? row.default) ?? 0
  }
  return values
}

export function describeParameters(): ParameterDescription[] {
  return parameterNames.map(name => {
    const { unit, range, default: standard, basis, source, summary } = parameterTable[name]
    return { name, unit, min: range[0], max: range[1], default: standard, basis, source, summary }
  })
}
