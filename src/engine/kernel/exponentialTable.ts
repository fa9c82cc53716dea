/**
 * The exponential distribution as integers: where each of 4096 equally likely slices begins, in
 * parts of 2^-20 of the mean. Built once from the exact `ln`, so that every engine samples the
 * same delays; a test holds the hash of the whole table.
 */
import { ln } from './exactMath.ts'

export const SLICE_BITS = 12
export const SLICES = 1 << SLICE_BITS
export const UNITS_PER_MEAN = 1 << 20

/** Slice i lies between entry i and entry i + 1; the last slice has no end. */
export const exponentialTable: Int32Array = buildTable()

function buildTable(): Int32Array {
  const begins = new Int32Array(SLICES)
  for (let slice = 0; slice < SLICES; slice++) {
    begins[slice] = Math.round(-ln((SLICES - slice) / SLICES) * UNITS_PER_MEAN)
  }
  return begins
}
