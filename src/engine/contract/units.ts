/**
 * The units that cross every wall of the house. All are plain integers: a browser and Node must
 * agree on every bit, and hours of model time must fit.
 */

/** Microseconds since the start of the run, or a length of time in microseconds. Below 2^53. */
export type Micros = number

/** Log sequence number, given by the writer, only grows; 0 means "before the first record". */
export type Lsn = number

/** A share in parts per million: 0 to 1,000,000. */
export type Ppm = number

/** Number of a fact within a run: 1, 2, 3 …; 0 means "no cause inside the run". */
export type FactId = number

/** A speed of viewing: model time over real time, as `"1/1500"`, `"1"`, `"20"` or `"max"`. */
export type SpeedText = string

/** A length of time with its unit, as `"250us" "1.5ms" "60s" "5min" "2h" "1d"`. */
export type DurationText = string
