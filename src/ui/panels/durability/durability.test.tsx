/** The laboratory's chart, words and file, from an answer made by hand. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { DurabilityAnswer, DurabilityPoint } from '../../../engine/contract/durability.ts'
import { readSetting, writeSetting } from '../../store/settingAddress.ts'
import { Durability } from './Durability.tsx'
import { durabilityNames, durabilitySetting, readDurability } from './durabilityAddress.ts'
import { durabilityCsv } from './durabilityCsv.ts'
import { durabilityShapes } from './durabilityShapes.ts'
import { durabilityStore } from './durabilityStore.ts'
import { openingTimes, timeChoices } from './timeStops.ts'

const second = 1_000_000

function point(at: number, lost: number): DurabilityPoint {
  const sampled = { mean: lost * 1.1, halfWidth: lost / 5, histories: 1_000, hits: 400 }
  const value = { closed: lost * 1.01, markov: lost, sampled }
  return { at, lost: value, stalled: { closed: lost / 1e6, markov: lost / 1e6, sampled: null } }
}

const curves: DurabilityAnswer['curves'] = [
  { scheme: '4/6', states: 28, points: [point(10 * second, 1e-12), point(3_600 * second, 1e-6)] },
  { scheme: '2/3', states: 10, points: [point(10 * second, 1e-3), point(3_600 * second, 1e-1)] },
]
const risk = { stalled: 0.0394, lost: 6.02e-13, volumeLost: 3.86e-9 }
const answer: DurabilityAnswer = {
  curves,
  here: curves.map(curve => ({ ...curve, points: curve.points.slice(0, 1) })),
  zoneDown: [
    { scheme: '4/6', ...risk },
    { scheme: '2/3', stalled: 0.0199, lost: 0.0199, volumeLost: 1 },
    { scheme: '3/4', ...risk },
  ],
}
const size = { width: 600, height: 300 }

test('more losses stand higher, by powers of ten, and whiskers hold their dot', () => {
  const shapes = durabilityShapes(curves, { measure: 'lost', here: 100 * second, ...size })
  const [six, three] = shapes.schemes
  expect(six!.dots).toHaveLength(2)
  for (const { y, top, foot } of [...six!.dots, ...three!.dots]) {
    expect(top).toBeLessThan(y)
    expect(foot).toBeGreaterThan(y)
  }
  expect(three!.dots[0]!.y).toBeLessThan(six!.dots[0]!.y)
  expect(six!.dots[1]!.y).toBeLessThan(six!.dots[0]!.y)
  expect(shapes.powers.map(({ exponent }) => exponent)).toEqual([-12, -10, -8, -6, -4, -2, 0])
  expect(shapes.here).toBeGreaterThan(six!.dots[0]!.x)
  expect(shapes.here).toBeLessThan(six!.dots[1]!.x)
})

test('what no history came to has no dot, and names of lines stand apart', () => {
  const same = [curves[0]!, { ...curves[0]!, scheme: '2/3' as const }]
  const { schemes } = durabilityShapes(same, { measure: 'lost', here: 0, ...size })
  expect(Math.abs(schemes[0]!.label.y - schemes[1]!.label.y)).toBeGreaterThanOrEqual(16)
  const stalled = durabilityShapes(curves, { measure: 'stalled', here: 0, ...size })
  expect(stalled.schemes.flatMap(({ dots }) => dots)).toEqual([])
  expect(stalled.here).toBeNull()
})

test('the file has a line for each scheme, time and measure', () => {
  const lines = durabilityCsv(curves, openingTimes, 'repair').trimEnd().split('\n')
  expect(lines).toHaveLength(1 + 8)
  expect(lines[1]).toBe(
    '4/6,lost,a_year,31557600,10,31557600,3600,1.01e-12,1e-12,1.1e-12,2e-13,1000,400',
  )
  expect(lines[2]).toBe('4/6,stalled,share_of_time,31557600,10,31557600,3600,1e-18,1e-18,,,,')
})

test('it says plainly that 4/6 writes less while a zone is down, and what it keeps', () => {
  durabilityStore.setState({ state: 'done', answer, done: 10, all: 10 })
  // The server draws what a store began with.
  Object.assign(durabilityStore.getInitialState(), durabilityStore.getState())
  const text = renderToStaticMarkup(<Durability />)
  expect(text).toContain('4/6 writes less than 2/3')
  expect(text).toContain('4/6 stalls with a chance of 3.94 %, 2/3 of 1.99 %')
  expect(text).toContain('1 in 1.66 × 10¹²')
  expect(text).toContain('once in 1,000 years')
  expect(text).toContain('3,000 histories for each dot, seed 1')
  expect(text).not.toMatch(/durability\.|\{|undefined/)
})

test('every slider stops at the value that it begins with', () => {
  for (const { name, stops } of timeChoices) expect(stops).toContain(openingTimes[name])
})

test('an address opens the same setting, and nothing that cannot be set', () => {
  const first = readDurability({})
  expect(durabilitySetting(first)).toEqual({})
  for (const { name, stops } of timeChoices) {
    for (const stop of stops) {
      const asked = { ...first, along: name, times: { ...first.times, [name]: stop } }
      const query = writeSetting('', durabilityNames, durabilitySetting(asked))
      expect(readDurability(readSetting(query, durabilityNames))).toEqual(asked)
    }
  }
  const other = { ...first, isZoneGone: true, isOneAtATime: false, measure: 'stalled' } as const
  const asked = { ...other, histories: 300, seed: 9 }
  const query = writeSetting('?dialog=durability', durabilityNames, durabilitySetting(asked))
  expect(query).toBe(
    '?dialog=durability&zones=two&zones_fail=apart&histories=300&seed=9&shown=stalled',
  )
  expect(readDurability(readSetting(query, durabilityNames))).toEqual(asked)
  const wrong = { repair_s: '11', along: 'x', histories: '7', seed: '-1', shown: 'all' }
  expect(readDurability(wrong)).toEqual(first)
})

test('a setting leaves the rest of the query as it is, and goes when it is not wished', () => {
  const query = '?panel=why&dialog=durability&seed=9&zones=two'
  expect(writeSetting(query, durabilityNames, {})).toBe('?panel=why&dialog=durability')
  expect(writeSetting('?seed=9', durabilityNames, {})).toBe('')
})
