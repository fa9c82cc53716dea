/** Order of keys: by their values in turn; a shorter key equals all that begin with it. */
import type { Dialect } from '../../../contract/sql.ts'
import { compareValues, type Comparison } from '../values/compareValues.ts'
import type { SqlValue } from '../values/value.ts'
import type { Key, Series } from './tableTypes.ts'

function compareAt(left: SqlValue, right: SqlValue, dialect: Dialect): Comparison {
  if (typeof left !== 'number' || typeof right !== 'number') {
    return compareValues(left, right, dialect)
  }
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Compares as many values as `probe` has. */
export function compareKeys(key: Key, probe: Key, dialect: Dialect): Comparison {
  for (let place = 0; place < probe.length; place++) {
    const order = compareAt(key[place]!, probe[place]!, dialect)
    if (order !== 0) return order
  }
  return 0
}

export function areEqualKeys(key: Key, other: Key, dialect: Dialect): boolean {
  return key.length === other.length && compareKeys(key, other, dialect) === 0
}

/** Value of a series at a place, for the row of this number. */
export function seriesValue(series: Series, place: number, ordinal: number): SqlValue {
  return series.ordinalAt.includes(place) ? ordinal : series.constants[place]!
}

/** All values of a series for the row of this number; frozen. */
export function seriesValues(series: Series, ordinal: number): readonly SqlValue[] {
  const values = series.constants.slice()
  for (const place of series.ordinalAt) values[place] = ordinal
  return Object.freeze(values)
}

/** Compares the key of a scenario's row without making it. */
export function compareSeries(
  series: Series,
  ordinal: number,
  probe: Key,
  dialect: Dialect,
): Comparison {
  for (let place = 0; place < probe.length; place++) {
    const order = compareAt(seriesValue(series, place, ordinal), probe[place]!, dialect)
    if (order !== 0) return order
  }
  return 0
}
