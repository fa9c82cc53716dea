/**
 * The Markov chain: a state counts zones by whether they are up and how many of their copies are
 * bad. Which zone it is makes no difference, so 3 zones of 2 copies have 56 states, or 28 if at
 * most one is down. Rule H5.
 */
import type { FailureTimes } from '../contract/durability.ts'
import type { Layout } from './layouts.ts'

/** Zones by kind: `bad` copies while up stands at `bad`, while down at `each + 1 + bad`. */
type ZoneCounts = readonly number[]

export interface Arrow {
  to: number
  /** A microsecond. */
  rate: number
}

export interface Chain {
  /** Good copies in zones that are up, by state; in state 0 all. */
  upCopies: number[]
  arrows: Arrow[][]
}

export function chainOf(layout: Layout, times: FailureTimes): Chain {
  const states = countsOf(layout).filter(state => downOf(state, layout) <= layout.mostDown)
  const numbers = new Map(states.map((state, index) => [state.join(), index]))
  return {
    upCopies: states.map(state => upCopiesOf(state, layout)),
    arrows: states.map(state =>
      state.flatMap((zones, kind) =>
        changesOf(kind, layout, times).flatMap(({ by, rate }) => {
          const to = numbers.get(moved(state, kind, by).join())
          return to === undefined || zones === 0 ? [] : [{ to, rate: zones * rate }]
        }),
      ),
    ),
  }
}

/** Every way to deal the zones to the kinds, first all zones to the first. */
function countsOf({ zones, each }: Layout): ZoneCounts[] {
  const deal = (left: number, kinds: number): number[][] => {
    if (kinds === 1) return [[left]]
    const firsts = Array.from({ length: left + 1 }, (_, index) => left - index)
    return firsts.flatMap(first => deal(left - first, kinds - 1).map(rest => [first, ...rest]))
  }
  return deal(zones, 2 * (each + 1))
}

function downOf(state: ZoneCounts, { each }: Layout): number {
  return state.slice(each + 1).reduce((sum, zones) => sum + zones, 0)
}

function upCopiesOf(state: ZoneCounts, { each }: Layout): number {
  return state.slice(0, each + 1).reduce((sum, zones, bad) => sum + zones * (each - bad), 0)
}

/** What may happen to one zone of a kind: how the kind changes, and how often. */
function changesOf(kind: number, { each }: Layout, times: FailureTimes) {
  const isDown = kind > each
  const bad = isDown ? kind - each - 1 : kind
  const zone = isDown
    ? { by: -each - 1, rate: 1 / times.zoneOutage }
    : { by: each + 1, rate: 1 / times.zoneMtbf }
  const fails = { by: 1, rate: (each - bad) / times.segmentMttf }
  const repaired = { by: -1, rate: bad / times.repair }
  return [zone, fails, repaired].filter(({ rate }) => rate > 0)
}

function moved(state: ZoneCounts, kind: number, by: number): ZoneCounts {
  return state.map((zones, index) => {
    return zones - (index === kind ? 1 : 0) + (index === kind + by ? 1 : 0)
  })
}
