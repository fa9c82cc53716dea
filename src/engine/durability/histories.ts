/**
 * Histories drawn by chance: from a group that is whole until it is whole again, or until it has
 * lost what is measured. Plain ones tell how long that takes. For what hardly ever happens others
 * are drawn in which failures are made likelier, at least one of two changes and zones as likely
 * as copies; each counts with the odds that it has by nature over those by which it was drawn.
 * Once it has happened all goes by nature again. Rules H7, H8.
 */
import type { DurabilityMeasure, FailureTimes, Sampled } from '../contract/durability.ts'
import { createStream, nextUint32, type Stream } from '../kernel/streams.ts'
import { type Layout, neededFor } from './layouts.ts'
import { year } from './year.ts'

/** Sums over the histories of one point and measure, so that rounds can be added. */
export interface Tally {
  stream: Stream
  histories: number
  hits: number
  /** What is measured (with weights), and lengths; each with its squares. */
  found: number
  foundSquares: number
  length: number
  lengthSquares: number
}

/** What is drawn for. */
export interface Subject {
  layout: Layout
  measure: DurabilityMeasure
  times: FailureTimes
}

/** One group as it stands in a history. */
interface Group {
  layout: Layout
  times: FailureTimes
  isDown: boolean[]
  /** By zone. */
  bad: number[]
  badCopies: number
  downZones: number
  upCopies: number
}

interface Past {
  length: number
  /** Time without enough copies, or 1 when they were lost; times the weight. */
  found: number
  isHit: boolean
}

export function createTally(seed: number, name: string): Tally {
  const sums = { found: 0, foundSquares: 0, length: 0, lengthSquares: 0 }
  return { stream: createStream(seed, name), histories: 0, hits: 0, ...sums }
}

/** Draws `count` histories more of either kind. */
export function drawHistories(
  tally: Tally,
  { layout, measure, times }: Subject,
  count: number,
): void {
  for (let index = 0; index < count; index++) {
    const { length } = live(tally.stream, wholeGroup(layout, times), measure, false)
    const { found, isHit } = live(tally.stream, wholeGroup(layout, times), measure, true)
    tally.histories += 1
    tally.hits += isHit ? 1 : 0
    tally.found += found
    tally.foundSquares += found * found
    tally.length += length
    tally.lengthSquares += length * length
  }
}

/** The ratio of two means, with its 95 % interval (delta method). */
export function sampledOf(tally: Tally, measure: DurabilityMeasure): Sampled {
  const { histories, hits, found, foundSquares, length, lengthSquares } = tally
  const scale = measure === 'lost' ? year : 1
  const ratio = found / length
  const spread =
    varianceOf(foundSquares, found, histories) +
    ratio * ratio * varianceOf(lengthSquares, length, histories)
  const error = Math.sqrt(spread / histories) / (length / histories)
  return { mean: scale * ratio, halfWidth: 1.96 * scale * error, histories, hits }
}

function varianceOf(squares: number, sum: number, count: number): number {
  const mean = sum / count
  return Math.max(0, squares / count - mean * mean)
}

function wholeGroup(layout: Layout, times: FailureTimes): Group {
  const { zones, each } = layout
  return {
    ...{ layout, times, badCopies: 0, downZones: 0, upCopies: zones * each },
    isDown: new Array<boolean>(zones).fill(false),
    bad: new Array<number>(zones).fill(0),
  }
}

function live(stream: Stream, group: Group, measure: DurabilityMeasure, isForced: boolean): Past {
  const needed = neededFor(group.layout, measure)
  const past = { length: 0, found: 0, isHit: false }
  let weight = 1
  do {
    const rates = ratesOf(group)
    const stay = 1 / (rates.fails + rates.mends)
    past.length += stay
    if (group.upCopies < needed) past.found += weight * stay
    weight *= change(stream, group, rates, isForced && !past.isHit)
    if (group.upCopies < needed) past.isHit = true
    if (past.isHit && measure === 'lost') return { ...past, found: weight }
  } while (group.badCopies + group.downZones > 0)
  return past
}

function ratesOf({ layout, times, badCopies, downZones }: Group) {
  const { zones, each } = layout
  const copies = (zones * each - badCopies) / times.segmentMttf
  const zonesFail = downZones < layout.mostDown ? (zones - downZones) / times.zoneMtbf : 0
  return {
    copies,
    fails: copies + zonesFail,
    mends: badCopies / times.repair + downZones / times.zoneOutage,
  }
}

/** One change; the odds that it has by nature over those by which it was drawn. */
function change(
  stream: Stream,
  group: Group,
  { copies, fails, mends }: ReturnType<typeof ratesOf>,
  isForced: boolean,
): number {
  const natural = fails / (fails + mends)
  const forced = isForced ? Math.max(natural, 0.5) : natural
  const drawn = mends > 0 ? forced : 1
  if (fraction(stream) >= drawn) {
    mend(stream, group, mends)
    return (1 - natural) / (1 - drawn)
  }
  return (natural / drawn) * fail(stream, group, copies / fails, isForced)
}

/** `copyShare`: of failures by nature, those of copies. */
function fail(stream: Stream, group: Group, copyShare: number, isForced: boolean): number {
  const hasBoth = copyShare > 0 && copyShare < 1
  const drawn = isForced && hasBoth ? 0.5 : copyShare
  if (fraction(stream) < drawn) {
    breakCopy(group, Math.floor(fraction(stream) * goodCopies(group)))
    return copyShare / drawn
  }
  const up = group.layout.zones - group.downZones
  switchZone(group, false, Math.floor(fraction(stream) * up))
  return (1 - copyShare) / (1 - drawn)
}

function mend(stream: Stream, group: Group, mends: number): void {
  const copyShare = group.badCopies / group.times.repair / mends
  if (fraction(stream) < copyShare) {
    mendCopy(group, Math.floor(fraction(stream) * group.badCopies))
  } else {
    switchZone(group, true, Math.floor(fraction(stream) * group.downZones))
  }
}

function goodCopies({ layout, badCopies }: Group): number {
  return layout.zones * layout.each - badCopies
}

function breakCopy(group: Group, which: number): void {
  const { each } = group.layout
  const zone = zoneOf(group.bad, which, bad => each - bad)
  group.bad[zone] = (group.bad[zone] as number) + 1
  group.badCopies += 1
  if (!group.isDown[zone]) group.upCopies -= 1
}

function mendCopy(group: Group, which: number): void {
  const zone = zoneOf(group.bad, which, bad => bad)
  group.bad[zone] = (group.bad[zone] as number) - 1
  group.badCopies -= 1
  if (!group.isDown[zone]) group.upCopies += 1
}

/** The `which`-th of the zones that are as told becomes the other. */
function switchZone(group: Group, isDown: boolean, which: number): void {
  const zone = zoneOf(group.isDown, which, state => (state === isDown ? 1 : 0))
  const copies = group.layout.each - (group.bad[zone] as number)
  group.isDown[zone] = !isDown
  group.downZones += isDown ? -1 : 1
  group.upCopies += isDown ? copies : -copies
}

/** The zone that holds the `which`-th thing, when each holds `countIn` of them. */
function zoneOf<Item>(items: Item[], which: number, countIn: (item: Item) => number): number {
  let left = which
  return items.findIndex(item => {
    left -= countIn(item)
    return left < 0
  })
}

/** From 0 to below 1. */
function fraction(stream: Stream): number {
  return nextUint32(stream) / 4_294_967_296
}
