/**
 * What a chain comes to in the long run. State after state is cut out and its arrows are joined
 * (Grassmann, Taksar and Heyman 1985): nothing is ever subtracted, so a share of 1e-15 is as exact
 * as one of 0.5. Rules H5, H6.
 */
import type { DurabilityMeasure, FailureTimes } from '../contract/durability.ts'
import { type Chain, chainOf } from './chain.ts'
import { type Layout, neededFor } from './layouts.ts'
import { year } from './year.ts'

/** The same unit as `closedForm`: a share of time, or losses a year. */
export function solveChain(layout: Layout, measure: DurabilityMeasure, times: FailureTimes) {
  const chain = chainOf(layout, times)
  const needed = neededFor(layout, measure)
  const isBad = (state: number) => (chain.upCopies[state] as number) < needed
  return measure === 'stalled' ? shareOf(chain, isBad) : year * entryRate(chain, isBad)
}

function shareOf(chain: Chain, isBad: (state: number) => boolean): number {
  const shares = longRun(ratesOf(chain, to => to))
  return shares.reduce((sum, share, state) => sum + (isBad(state) ? share : 0), 0)
}

/** H6: who loses it begins again whole; losses in the long run are 1 / mean time to the first. */
function entryRate(chain: Chain, isBad: (state: number) => boolean): number {
  const good = chain.upCopies.map((_, state) => state).filter(state => !isBad(state))
  const places = new Map(good.map((state, place) => [state, place]))
  const left = { ...chain, arrows: good.map(state => chain.arrows[state] ?? []) }
  const shares = longRun(ratesOf(left, to => places.get(to) ?? 0))
  return left.arrows.reduce((sum, arrows, place) => {
    const lost = arrows.reduce((rate, arrow) => rate + (isBad(arrow.to) ? arrow.rate : 0), 0)
    return sum + (shares[place] as number) * lost
  }, 0)
}

function ratesOf({ arrows }: Pick<Chain, 'arrows'>, placeOf: (state: number) => number) {
  const rates = arrows.map(() => new Float64Array(arrows.length))
  arrows.forEach((outward, from) => {
    for (const { to, rate } of outward) {
      const row = rates[from] as Float64Array
      row[placeOf(to)] = (row[placeOf(to)] as number) + rate
    }
  })
  return rates
}

/** Shares of time by state; `rates` is used up. */
function longRun(rates: Float64Array[]): number[] {
  for (let cut = rates.length - 1; cut > 0; cut--) cutOut(rates, cut)
  const weights = [1]
  for (let state = 1; state < rates.length; state++) {
    weights.push(weights.reduce((sum, weight, from) => sum + weight * at(rates, from, state), 0))
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => weight / whole)
}

/** Ways through the last state become ways past it. */
function cutOut(rates: Float64Array[], cut: number): void {
  const out = rates[cut] as Float64Array
  let outward = 0
  for (let to = 0; to < cut; to++) outward += out[to] as number
  for (let from = 0; from < cut; from++) {
    const row = rates[from] as Float64Array
    const share = (row[cut] as number) / outward
    row[cut] = share
    for (let to = 0; to < cut; to++) row[to] = (row[to] as number) + share * (out[to] as number)
  }
}

function at(rates: Float64Array[], from: number, to: number): number {
  return (rates[from] as Float64Array)[to] as number
}
