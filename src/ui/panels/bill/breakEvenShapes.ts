/**
 * A month's compute against mean capacity: rising lines for Serverless, level ones for the classes
 * of a family, and a dot where two cost the same.
 */
import { scaleLinear } from 'd3-scale'
import type { BreakEven } from '../../../engine/contract/bill.ts'
import type { Family } from './rowsOf.ts'

export interface Rising {
  generation: 'v1' | 'v2'
  x: number
  y: number
}

export interface Level {
  class: string
  y: number
  crossing: { acu: number; x: number } | null
}

export interface BreakEvenShapes {
  left: number
  right: number
  top: number
  foot: number
  acuTicks: { acu: number; x: number }[]
  dollarTicks: { dollars: number; y: number }[]
  rising: Rising[]
  levels: Level[]
  /** The mean of the run; null where it has no serverless instance, or lies beyond. */
  here: number | null
}

const margin = { left: 46, right: 12, top: 12, foot: 34 }
const nano = 1_000_000_000

export interface BreakEvenAsk {
  family: Family
  hours: number
  /** Of the run, in ACU. */
  mean: number | null
  width: number
  height: number
}

export function breakEvenShapes(breakEven: BreakEven, ask: BreakEvenAsk): BreakEvenShapes {
  const { family, hours, mean } = ask
  const { classes, nanoPerAcuHour } = breakEven
  const own = classes.filter(its => its.class.startsWith(`db.${family}.`)).slice(0, 2)
  const month = (nanoPerHour: number) => (nanoPerHour * hours) / nano
  const acus = own.map(({ acuV2 }) => acuV2 ?? 0)
  const most = Math.max(1, 1.4 * Math.max(0, ...acus), 1.15 * (mean ?? 0))
  const right = Math.max(margin.left + 60, ask.width - margin.right)
  const foot = ask.height - margin.foot
  const x = scaleLinear([0, most], [margin.left, right])
  const dearest = Math.max(
    month(nanoPerAcuHour.v2 * most),
    ...own.map(its => month(its.nanoPerHour)),
  )
  const y = scaleLinear([0, Math.max(1, dearest * 1.05)], [foot, margin.top])
  return {
    left: margin.left,
    right,
    top: margin.top,
    foot,
    acuTicks: x.ticks(6).map(acu => ({ acu, x: x(acu) })),
    dollarTicks: y.ticks(4).map(dollars => ({ dollars, y: y(dollars) })),
    rising: (['v2', 'v1'] as const).map(generation => ({
      generation,
      x: x(most),
      y: y(month(nanoPerAcuHour[generation] * most)),
    })),
    levels: own.map(({ class: name, nanoPerHour, acuV2 }) => ({
      class: name,
      y: y(month(nanoPerHour)),
      crossing: acuV2 === null || acuV2 > most ? null : { acu: acuV2, x: x(acuV2) },
    })),
    here: mean === null ? null : x(mean),
  }
}
