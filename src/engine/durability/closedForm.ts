/**
 * The closed form: copies and zones fail apart from each other, so what counts are binomials over
 * the copies of the zones that are up. Only sums of what is positive, so that 1e-15 keeps its
 * digits. Rules H3, H4.
 */
import type { DurabilityMeasure, FailureTimes, ZoneDownRisk } from '../contract/durability.ts'
import { type Layout, layoutsOf, neededFor } from './layouts.ts'
import { year } from './year.ts'

/** Groups of 10 GB in a volume of 64 TB (2017 §2.2). */
const groupsOf64Tb = 6_400

/** A binomial law: of n, each good with probability `good`. */
interface Odds {
  good: number
  bad: number
}

export function closedForm(layout: Layout, measure: DurabilityMeasure, times: FailureTimes) {
  return measure === 'stalled'
    ? stalledShare(layout, layout.write, times)
    : lossesAYear(layout, layout.read, times)
}

/** H3: share of time in which fewer than `needed` copies are up. */
export function stalledShare(layout: Layout, needed: number, times: FailureTimes): number {
  const copy = copyOdds(times)
  return overZones(layout, times, up => atMost(up * layout.each, needed - 1, copy))
}

/** H4: how often a year, while there are enough, one copy or zone less makes it too few. */
function lossesAYear(layout: Layout, needed: number, times: FailureTimes): number {
  return crossingsAYear(layout, needed, times) / (1 - stalledShare(layout, needed, times))
}

function crossingsAYear(layout: Layout, needed: number, times: FailureTimes): number {
  const { segmentMttf, zoneMtbf } = times
  const copy = copyOdds(times)
  const { each } = layout
  return overZones(layout, times, up => {
    const lastCopy = exactly(up * each, needed, copy) * needed * (year / segmentMttf)
    if (layout.zones - up >= layout.mostDown) return lastCopy
    return lastCopy + up * (year / zoneMtbf) * zoneDecides(up * each - each, each, needed, copy)
  })
}

/** The others have too few copies, and with those of the zone that fails they had enough. */
function zoneDecides(others: number, each: number, needed: number, copy: Odds): number {
  let sum = 0
  for (let rest = 0; rest < needed && rest <= others; rest++) {
    for (let gone = Math.max(0, needed - rest); gone <= each; gone++) {
      sum += exactly(others, rest, copy) * exactly(each, gone, copy)
    }
  }
  return sum
}

/** The truth about a zone that is down: of the schemes with two zones left, at any instant. */
export function zoneDownRisks(times: FailureTimes): ZoneDownRisk[] {
  const copy = copyOdds(times)
  return layoutsOf(true, true).map(layout => {
    const chance = (measure: DurabilityMeasure) =>
      atMost(layout.zones * layout.each, neededFor(layout, measure) - 1, copy)
    const lost = chance('lost')
    return {
      scheme: layout.scheme,
      stalled: chance('stalled'),
      lost,
      volumeLost: anyOf(groupsOf64Tb, lost),
    }
  })
}

/** 1 − (1 − chance)^count, as a sum that keeps small chances. */
function anyOf(count: number, chance: number): number {
  let sum = 0
  let none = 1
  for (let index = 0; index < count; index++) {
    sum += chance * none
    none *= 1 - chance
  }
  return sum
}

function copyOdds({ segmentMttf, repair }: FailureTimes): Odds {
  return { good: segmentMttf / (segmentMttf + repair), bad: repair / (segmentMttf + repair) }
}

/** A mean over how many zones are up. */
function overZones(
  { zones, mostDown }: Layout,
  { zoneMtbf, zoneOutage }: FailureTimes,
  of: (up: number) => number,
): number {
  const zone = { good: 1, bad: zoneOutage / zoneMtbf }
  let [sum, whole] = [0, 0]
  for (let up = zones - mostDown; up <= zones; up++) {
    const weight = exactly(zones, up, zone)
    sum += weight * of(up)
    whole += weight
  }
  return sum / whole
}

function atMost(n: number, most: number, odds: Odds): number {
  let sum = 0
  for (let count = 0; count <= Math.min(n, most); count++) sum += exactly(n, count, odds)
  return sum
}

function exactly(n: number, count: number, { good, bad }: Odds): number {
  if (count > n) return 0
  let term = 1
  for (let index = 0; index < count; index++) term *= (good * (n - index)) / (index + 1)
  for (let index = count; index < n; index++) term *= bad
  return term
}
