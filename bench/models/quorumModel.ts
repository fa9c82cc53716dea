/**
 * The six-way quorum write, the yardstick of the kernel: a closed loop of clients, each of which
 * sends a record to six nodes, is content with four answers, thinks, and writes again. A write is
 * 13 events: six arrivals, six answers, one thought. Whoever runs it must end with the same sums.
 */
import type { DelayLaw } from '../../src/engine/kernel/distributions.ts'
import type { Runner } from '../compare.ts'

export interface QuorumSums {
  events: number
  commits: number
  now: number
  latencyMicros: number
}

export interface QuorumModel extends Runner {
  sums(): QuorumSums
}

/** 200 us and an exponential part of mean 800 us. */
export const hopLaw: DelayLaw = {
  meanMicros: 1_000,
  jitterPpm: 800_000,
  tailPpm: 0,
  tailFactor: 1,
}

export const thinkMeanMicros = 400
export const writeQuorum = 4
export const copies = 6
