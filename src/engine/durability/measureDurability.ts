/**
 * The three answers along one time: lines at once, then histories in rounds, so that intervals are
 * seen to shrink. Every point, measure and scheme has a stream of its own. Rule H9.
 */
import type {
  DurabilityAnswer,
  DurabilityCurve,
  DurabilityMeasure,
  DurabilityPoint,
  DurabilityRequest,
  DurabilityValue,
  FailureTimes,
} from '../contract/durability.ts'
import type { Micros } from '../contract/units.ts'
import { chainOf } from './chain.ts'
import { closedForm, zoneDownRisks } from './closedForm.ts'
import { createTally, drawHistories, sampledOf, type Subject, type Tally } from './histories.ts'
import { type Layout, layoutsOf } from './layouts.ts'
import { solveChain } from './solveChain.ts'
import { year } from './year.ts'

/** Hears of the answer as it stands after `done` of `all` rounds. */
export type TellDurability = (news: { done: number; all: number; answer: DurabilityAnswer }) => void

const rounds = 10
const second = 1_000_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Where a time is looked at when it varies. */
const grid: Record<keyof FailureTimes, Micros[]> = {
  segmentMttf: [
    ...[day, 3 * day, 10 * day, 30 * day, 90 * day],
    ...[year / 2, year, 3 * year, 10 * year, 30 * year, 100 * year],
  ],
  repair: [
    ...[8 * second, 20 * second, minute, 3 * minute, 10 * minute, 30 * minute],
    ...[hour, 3 * hour, 8 * hour, day],
  ],
  zoneMtbf: [10 * day, 30 * day, 90 * day, year / 2, year, 3 * year, 10 * year, 30 * year],
  zoneOutage: [minute, 5 * minute, 20 * minute, hour, 4 * hour, 12 * hour, 2 * day, 7 * day],
}

interface Drawn extends Subject {
  value: DurabilityValue
  tally: Tally
}

/** The same numbers for the same request. */
export function measureDurability(
  request: DurabilityRequest,
  tell: TellDurability,
): DurabilityAnswer {
  const { times, along, isZoneGone, isOneAtATime, histories } = request
  const layouts = layoutsOf(isZoneGone, isOneAtATime)
  const answer: DurabilityAnswer = {
    curves: layouts.map(layout => curveOf(layout, times, along, grid[along])),
    here: layouts.map(layout => curveOf(layout, times, along, [times[along]])),
    zoneDown: zoneDownRisks(times),
  }
  tell({ done: 0, all: rounds, answer })
  const drawn = answer.curves.flatMap((curve, index) =>
    drawnOf(layouts[index] as Layout, curve, request),
  )
  for (let done = 1; done <= rounds; done++) {
    for (const point of drawn) draw(point, shareOf(histories, done))
    tell({ done, all: rounds, answer })
  }
  return answer
}

/** Histories of a round, so that all rounds together have as many as were asked for. */
function shareOf(histories: number, done: number): number {
  return Math.floor((histories * done) / rounds) - Math.floor((histories * (done - 1)) / rounds)
}

function curveOf(
  layout: Layout,
  times: FailureTimes,
  along: keyof FailureTimes,
  places: Micros[],
): DurabilityCurve {
  return {
    scheme: layout.scheme,
    states: chainOf(layout, times).upCopies.length,
    points: places.map((at): DurabilityPoint => {
      const its = { ...times, [along]: at }
      const value = (measure: DurabilityMeasure): DurabilityValue => ({
        closed: closedForm(layout, measure, its),
        markov: solveChain(layout, measure, its),
        sampled: null,
      })
      return { at, stalled: value('stalled'), lost: value('lost') }
    }),
  }
}

function drawnOf(layout: Layout, curve: DurabilityCurve, request: DurabilityRequest): Drawn[] {
  const { times, along, seed } = request
  return curve.points.flatMap(point =>
    (['stalled', 'lost'] as const).map(measure => ({
      layout,
      measure,
      times: { ...times, [along]: point.at },
      value: point[measure],
      tally: createTally(seed, `durability ${layout.scheme} ${measure} ${point.at}`),
    })),
  )
}

function draw(drawn: Drawn, count: number): void {
  drawHistories(drawn.tally, drawn, count)
  drawn.value.sampled = sampledOf(drawn.tally, drawn.measure)
}
