/**
 * The level of a fluid demand at an instant: linear between the points of its curve, the first
 * level before and the last one after, until the curve begins again. Rule S6.
 */
import type { ResolvedCurve } from '../../contract/demandCurve.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { rampOf } from './rampOf.ts'

/** S30: the one that a command drew, else its own. */
export function curveOf({ serverless, setup }: World, index: number): ResolvedCurve {
  return serverless!.drawn?.[index] ?? setup.demand[index]!
}

/** Millionths of the unit. */
export function levelAt({ points, repeatMicros }: ResolvedCurve, now: Micros): number {
  const at = repeatMicros > 0 ? now % repeatMicros : now
  const next = points.findIndex(point => point.at > at)
  const before = next < 0 ? points.at(-1) : points[Math.max(0, next - 1)]
  const after = next < 0 ? before : points[next]
  if (!before || !after) return 0
  const span = after.at - before.at
  if (span <= 0 || at <= before.at) return before.level
  return before.level + Math.floor(((after.level - before.level) * (at - before.at)) / span)
}

/** A level as CPU in micro-ACU: a transaction of `tps` reads one row and changes one. */
export function microAcuOf(world: World, unit: 'ACU' | 'tps', level: number): number {
  if (unit === 'ACU') return level
  return microAcuOfCpu(world, Math.floor((level * transactionMicros(world)) / 1_000_000))
}

/** The same the other way: millionths of a transaction a second. */
export function transactionsOf(world: World, microAcu: number): number {
  const cpuMicros = (microAcu * cpuOfAcu(world)) / 1_000_000
  return Math.floor((cpuMicros * 1_000_000) / transactionMicros(world))
}

/** CPU microseconds used in a second, as capacity. */
export function microAcuOfCpu(world: World, cpuMicros: number): number {
  return Math.floor((cpuMicros * 1_000_000) / cpuOfAcu(world))
}

/** S13: CPU of an ACU in millionths, and what the platform makes of it. */
function cpuOfAcu(world: World): number {
  const { speedPpm } = rampOf(world)
  return Math.floor((world.parameters['serverlessV2.vcpuPerAcu'] * speedPpm) / 1_000_000)
}

function transactionMicros({ parameters }: World): Micros {
  return parameters['instance.cpuPerRead'] + parameters['instance.cpuPerWrite']
}
