/**
 * A point of a chart that one asks *why* about: what is drawn there, and the stretch of time that
 * its bin covers. As a subject: `point:`, the stretch, and one or more charts with whose line it
 * is, `point:1200-2400:latency:lag/r1`.
 */
import type { Micros } from './units.ts'

/** `cost` is what a run has cost, whether it has serverless instances or not. */
export type AskedChart =
  | ('commits' | 'latency' | 'capacity' | 'cost')
  | ('down' | 'conflicts' | 'lag' | 'points')

export interface AskedLine {
  chart: AskedChart
  /** An instance, an application, a cause; empty where a chart has one line. */
  name: string
}

/** The time after `from`, up to and at `to`. */
export interface AskedPoint {
  from: Micros
  to: Micros
  lines: AskedLine[]
}
