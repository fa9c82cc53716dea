/** Three answers to how copies are lost, against tables reckoned exactly and against each other. */
import { expect, test } from 'vitest'
import type { DurabilityRequest, FailureTimes } from '../contract/durability.ts'
import { chainOf } from './chain.ts'
import { closedForm, stalledShare, zoneDownRisks } from './closedForm.ts'
import { createTally, drawHistories, sampledOf } from './histories.ts'
import { type Layout, layoutsOf } from './layouts.ts'
import { measureDurability } from './measureDurability.ts'
import { solveChain } from './solveChain.ts'
import { year } from './year.ts'

const second = 1_000_000

/** A copy is bad with probability p, a zone down with q. */
function timesOf(p: number, q: number): FailureTimes {
  const [segmentMttf, zoneMtbf] = [(1 - p) * year, (1 - q) * year]
  return { segmentMttf, repair: p * year, zoneMtbf, zoneOutage: q * year }
}

function layout(scheme: Layout['scheme'], isZoneGone = false): Layout {
  return layoutsOf(isZoneGone, false).find(one => one.scheme === scheme)!
}

function close(found: number, told: number, digits = 1e-9): void {
  expect(Math.abs(found / told - 1)).toBeLessThan(digits)
}

test('H3: shares of time without a set are those reckoned with exact fractions', () => {
  const six = layout('4/6')
  const rows: [number, number, number, number, number][] = [
    [0.0001, 0.00001, 1.231795306e-8, 3.017992237e-10, 3.629667808e-8],
    [0.001, 0.0001, 1.247908622e-6, 3.181021292e-8, 3.626678756e-6],
    [0.01, 0.01, 1.475568347e-3, 3.155506839e-4, 1.172268802e-3],
    [0.1, 0.01, 2.578893085e-2, 3.06805663e-3, 3.3052942e-2],
  ]
  for (const [p, q, write, read, three] of rows) {
    close(stalledShare(six, 4, timesOf(p, q)), write)
    close(stalledShare(six, 3, timesOf(p, q)), read)
    close(closedForm(layout('2/3'), 'stalled', timesOf(p, q)), three)
  }
})

test('H2: with a zone gone for long 3/4 writes where 4/6 stands still', () => {
  const times = timesOf(0.01, 0.001)
  close(closedForm(layout('4/6', true), 'stalled', times), 4.132422142e-2)
  close(closedForm(layout('3/4', true), 'stalled', times), 2.589846532e-3)
  close(stalledShare(layout('3/4', true), 2, times), 4.472226397e-5)
})

test('H3: while a zone is down 4/6 writes less than 2/3, and hardly loses anything', () => {
  const [six, three, four] = zoneDownRisks(timesOf(0.01, 0.001))
  close(six!.stalled, 1 - 0.96059601, 1e-7)
  close(three!.stalled, 1 - 0.9801, 1e-7)
  close(four!.stalled, 1 - 0.99940797, 1e-6)
  expect(six!.stalled).toBeGreaterThan(three!.stalled)
  expect(six!.lost * 30).toBeLessThan(three!.lost)
  const tenSeconds = { ...timesOf(0.5, 0.5), segmentMttf: year, repair: 10 * second }
  const [quick, two] = zoneDownRisks(tenSeconds)
  close(quick!.lost, 6.024803092e-13)
  close(quick!.volumeLost, 3.855873971e-9)
  close(two!.volumeLost, 4.047859837e-3)
})

test('H5: 3 zones of 2 copies have 56 states, and the chain finds what the formula says', () => {
  const times = timesOf(0.02, 0.003)
  expect(chainOf(layout('4/6'), times).arrows).toHaveLength(56)
  expect(chainOf(layout('2/3'), times).arrows).toHaveLength(20)
  const ways = [false, true].flatMap(gone => [false, true].map(single => [gone, single] as const))
  for (const [isZoneGone, isOneAtATime] of ways) {
    for (const one of layoutsOf(isZoneGone, isOneAtATime)) {
      close(solveChain(one, 'stalled', times), closedForm(one, 'stalled', times), 1e-11)
    }
  }
})

test('H3: with one zone away at a time 4/6 needs two copies more to fail, as AZ+1 says', () => {
  const times = { segmentMttf: year, repair: 10 * second, zoneMtbf: year, zoneOutage: 1e6 * second }
  const [six, three] = layoutsOf(false, true)
  const p = 10 / 31_557_600
  close(closedForm(six!, 'lost', times), 18 * p * p + 36 * p * 0.0317, 0.1)
  expect(chainOf(six!, times).arrows).toHaveLength(28)
  expect(closedForm(three!, 'lost', times)).toBeGreaterThan(1e4 * closedForm(six!, 'lost', times))
})

test('H6: a loss counts from a whole group: as the formula where it is rare, else less', () => {
  const [rare, often] = [timesOf(1e-6, 1e-6), timesOf(0.2, 0.1)]
  for (const one of layoutsOf(false, false)) {
    close(solveChain(one, 'lost', rare), closedForm(one, 'lost', rare), 1e-4)
    expect(solveChain(one, 'lost', often)).toBeLessThan(closedForm(one, 'lost', often))
  }
  const pair = layout('2/3', true)
  close(closedForm(pair, 'lost', often), 2 * (1 / 0.8 + 1 / 0.9), 1e-12)
  close(solveChain(pair, 'lost', often), 2 * (1 / 0.8 + 1 / 0.9), 1e-12)
})

test('H8: of 100 intervals of 95 %, nearly 95 % hold what the chain says', () => {
  const times = { ...timesOf(0.001, 0.001), segmentMttf: year, repair: 3600 * second }
  for (const measure of ['stalled', 'lost'] as const) {
    const told = solveChain(layout('4/6'), measure, times)
    const held = Array.from({ length: 100 }, (_, seed) => {
      const tally = createTally(seed, measure)
      drawHistories(tally, { layout: layout('4/6'), measure, times }, 500)
      const { mean, halfWidth } = sampledOf(tally, measure)
      return Math.abs(mean - told) <= halfWidth
    }).filter(isHeld => isHeld)
    expect(held.length).toBeGreaterThan(86)
    expect(held.length).toBeLessThan(100)
  }
})

const request: DurabilityRequest = {
  seed: 3,
  times: { segmentMttf: year, repair: 10 * second, zoneMtbf: year, zoneOutage: 3600 * second },
  along: 'repair',
  isZoneGone: false,
  isOneAtATime: true,
  histories: 100,
}

test('H9: lines come first, then ten rounds; a request has the same answer each time', () => {
  const heard: string[] = []
  const answer = measureDurability(request, ({ done, all, answer: so }) => {
    const point = so.curves[0]!.points[0]!
    heard.push(`${done}/${all} ${point.lost.sampled?.histories ?? 'none'}`)
  })
  expect(heard.slice(0, 3)).toEqual(['0/10 none', '1/10 10', '2/10 20'])
  expect(heard.at(-1)).toBe('10/10 100')
  expect(answer.curves.map(({ scheme }) => scheme)).toEqual(['4/6', '2/3'])
  expect(measureDurability(request, () => undefined)).toEqual(answer)
  const other = measureDurability({ ...request, seed: 4 }, () => undefined)
  expect(other.curves[0]!.points[0]!.lost.markov).toBe(answer.curves[0]!.points[0]!.lost.markov)
  expect(other.curves[0]!.points[0]!.lost.sampled).not.toEqual(
    answer.curves[0]!.points[0]!.lost.sampled,
  )
})
