/**
 * How long things take and what is picked: whole microseconds drawn from a named stream.
 *
 * A delay is a fixed part plus an exponential part, and now and then it is many times as long:
 * the heavy tail that quorums exist to hide (Verbitski 2017 §2.1). The shape is an assumption;
 * its numbers are parameters.
 */
import { exponentialTable, SLICE_BITS, SLICES, UNITS_PER_MEAN } from './exponentialTable.ts'
import { below, chance, nextUint32, type Stream } from './streams.ts'

export interface DelayLaw {
  meanMicros: number
  /** The share of the mean that is exponential; 0 switches the tail off as well. */
  jitterPpm: number
  /** How many of a million delays are slow ones. */
  tailPpm: number
  /** How many times as long a slow one takes. */
  tailFactor: number
}

const MILLION = 1_000_000
const FRACTION_BITS = 32 - SLICE_BITS
const FRACTION_MASK = (1 << FRACTION_BITS) - 1
const FRACTIONS = 1 << FRACTION_BITS

/**
 * One exponential draw of mean 1. Within a slice the density is flat, which raises the mean by
 * 0.003 %; beyond the last slice it draws again and adds, which is exact: the law has no memory.
 */
function exponentialMeans(stream: Stream): number {
  let begun = 0
  let drawn = nextUint32(stream)
  while (drawn >>> FRACTION_BITS === SLICES - 1) {
    begun += exponentialTable[SLICES - 1] as number
    drawn = nextUint32(stream)
  }
  const slice = drawn >>> FRACTION_BITS
  const begin = exponentialTable[slice] as number
  const width = (exponentialTable[slice + 1] as number) - begin
  return (begun + begin + (width * (drawn & FRACTION_MASK)) / FRACTIONS) / UNITS_PER_MEAN
}

/** At least 1 us when the mean is above 0; a mean of 0 draws nothing. */
export function exponentialMicros(stream: Stream, meanMicros: number): number {
  if (!(meanMicros > 0)) return 0
  return Math.max(1, Math.floor(exponentialMeans(stream) * meanMicros + 0.5))
}

/** At least 1 us when the mean is above 0; without jitter always the mean, and no draw. */
export function delayMicros(stream: Stream, law: DelayLaw): number {
  const mean = law.meanMicros
  if (!(mean > 0)) return 0
  if (law.jitterPpm <= 0) return Math.max(1, Math.floor(mean + 0.5))
  const jitter = (mean * law.jitterPpm) / MILLION
  const plain = mean - jitter + exponentialMeans(stream) * jitter
  const delay = chance(stream, law.tailPpm) ? plain * law.tailFactor : plain
  return Math.max(1, Math.floor(delay + 0.5))
}

/** A whole number of microseconds from 0 to `limitMicros` - 1; nothing is drawn below 2. */
export function uniformBelow(stream: Stream, limitMicros: number): number {
  return limitMicros < 2 ? 0 : below(stream, limitMicros)
}

/** One of n, where the first `hotCount` together are picked with a share of `hotSharePpm`. */
export function hotPick(stream: Stream, n: number, hotSharePpm: number, hotCount: number): number {
  if (hotCount <= 0 || hotCount >= n) return below(stream, n)
  if (chance(stream, hotSharePpm)) return below(stream, hotCount)
  return hotCount + below(stream, n - hotCount)
}
