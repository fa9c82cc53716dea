/**
 * Comparing two models on a machine that is never quiet: short slices take turns in one process,
 * each pair gives a ratio of CPU times, and the median of the ratios counts.
 */
import { type Spread, spreadOf } from './spread.ts'

/** Something that can run so many more events. */
export interface Runner {
  advance(events: number): void
}

export interface Slice {
  events: number
  pairs: number
  warmUps: number
}

export interface Comparison {
  /** How many times as fast the first is. */
  ratio: Spread
  /** Millions of events a CPU second. */
  first: Spread
  second: Spread
}

/** Work of all threads of this process, so that collecting garbage counts. */
export function cpuMicros(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const spent = process.cpuUsage(before)
  return spent.user + spent.system
}

export function compare(first: Runner, second: Runner, slice: Slice): Comparison {
  const taken: [number, number][] = []
  for (let pair = -slice.warmUps; pair < slice.pairs; pair++) {
    const one = cpuMicros(() => first.advance(slice.events))
    const other = cpuMicros(() => second.advance(slice.events))
    if (pair >= 0) taken.push([one, other])
  }
  return {
    ratio: spreadOf(taken.map(([one, other]) => other / one)),
    first: spreadOf(taken.map(([one]) => slice.events / one)),
    second: spreadOf(taken.map(([, other]) => slice.events / other)),
  }
}
