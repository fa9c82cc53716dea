/** A drawn curve: strokes, keys, few points; and lines of text, each wrong one told. */
import { expect, test } from 'vitest'
import { clockOf, plotOf, spotAt } from './curveShapes.ts'
import { levelAt, levelsOf, paint, parts, pointsOf, spanOf } from './drawnCurve.ts'
import { readCsv } from './readCsv.ts'
import { keyed } from './useStroke.ts'

const second = 1_000_000
const hour = 3_600 * second
const day = 24 * hour
const flat = Array.from({ length: parts + 1 }, () => 2)

test('a stroke sets every level it passes, a point only the nearest', () => {
  const stroked = paint(flat, { part: 10.2, level: 4 }, { part: 14, level: 8 })
  expect(stroked.slice(9, 16)).toEqual([2, 4, 5, 6, 7, 8, 2])
  const back = paint(flat, { part: 14, level: 8 }, { part: 10, level: 4 })
  expect(back).toEqual(stroked)
  const spot = { part: 3.6, level: 7 }
  expect(paint(flat, spot, spot).indexOf(7)).toBe(4)
})

test('points on a straight line are left out, and what is left is the same curve', () => {
  const stroked = paint(flat, { part: 10, level: 4 }, { part: 14, level: 8 })
  const points = pointsOf(stroked, day)
  expect(points).toEqual([
    ['0d', 2],
    ['270min', 2],
    ['5h', 4],
    ['7h', 8],
    ['450min', 2],
    ['1d', 2],
  ])
  const hours = [0, 4.5, 5, 7, 7.5, 24]
  const curve = points.map(([, level], index): [number, number] => [
    hours[index]! * hour,
    level * 1_000_000,
  ])
  expect(levelsOf({ curve, repeatMicros: day }, day)).toEqual(stroked)
})

test('a curve is looked at over the span that it fits into', () => {
  expect(spanOf({ curve: [[0, 1]], repeatMicros: 0 })).toBe(600 * second)
  expect(spanOf({ curve: [[5 * hour, 1]], repeatMicros: 0 })).toBe(6 * hour)
  expect(spanOf({ curve: [], repeatMicros: day })).toBe(day)
  expect(spanOf({ curve: [[9 * day, 1]], repeatMicros: 0 })).toBe(7 * day)
})

test('levels are linear between points, stay behind the last one, and repeat', () => {
  const curve: [number, number][] = [
    [10, 1_000_000],
    [20, 2_000_000],
  ]
  const at = (repeat: number) => [0, 15, 29, 45].map(when => levelAt(curve, repeat, when))
  expect(at(0)).toEqual([1, 1.5, 2, 2])
  expect(at(30)).toEqual([1, 1.5, 2, 1.5])
})

test('keys move the cursor and the level there; with Shift the level goes along', () => {
  const begin = { levels: flat, cursor: 5, most: 10 }
  const press = (key: string, shiftKey = false) => keyed({ key, shiftKey }, begin)!
  expect(press('ArrowRight')).toEqual({ levels: flat, cursor: 6 })
  expect(press('End').cursor).toBe(parts)
  expect(press('ArrowUp').levels[5]).toBe(2.5)
  expect(press('ArrowDown', true).levels[5]).toBe(0)
  const raised = keyed({ key: 'ArrowUp', shiftKey: true }, begin)!
  const carried = keyed({ key: 'ArrowRight', shiftKey: true }, { ...raised, most: 10 })!
  expect(carried.levels.slice(4, 8)).toEqual([2, 4.5, 4.5, 2])
  expect(keyed({ key: 'a', shiftKey: false }, begin)).toBeNull()
})

test('a pointer outside the drawing is kept within it', () => {
  const plot = plotOf(400)
  expect(spotAt({ x: -50, y: 999 }, 8, plot)).toEqual({ part: 0, level: 0 })
  expect(spotAt({ x: 999, y: -50 }, 8, plot)).toEqual({ part: parts, level: 8 })
})

test('times are clocks by the span', () => {
  expect(clockOf(90 * 60 * second, day)).toBe('1:30')
  expect(clockOf(day, day)).toBe('24:00')
  expect(clockOf(25 * hour, 7 * day)).toBe('d2 1:00')
  expect(clockOf(30 * 60 * second, hour)).toBe('30 min')
})

test('lines: clocks, lengths and seconds; a head, comments and empty lines are passed over', () => {
  const text = 'time;level\n# night\n0:00;0.5\n\n90min\t4\n7200 7.25\n'
  expect(readCsv(text, 1_024)).toMatchObject({
    points: [
      ['0d', 0.5],
      ['90min', 4],
      ['2h', 7.25],
    ],
    high: 7.25,
    problems: [],
  })
})

test('lines: every wrong one is told with its number', () => {
  const { points, problems } = readCsv('0:00,1\nnoon,2\n1:00\n2:00,-1\n1:30,3\n1:00,4', 1_024)
  expect(points).toHaveLength(2)
  expect(problems).toEqual([
    { line: 2, text: '“noon” is no time: 9:30, 90min or seconds' },
    { line: 3, text: 'a time and a level, not 1 values' },
    { line: 4, text: '“-1” is no level: a number from 0 to 1024' },
    { line: 6, text: '1:00 is not later than the line before' },
  ])
  expect(readCsv('', 9).problems).toHaveLength(1)
})
