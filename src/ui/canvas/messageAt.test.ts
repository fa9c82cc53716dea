/** A message is found where it is painted, and nowhere else. */
import { expect, test } from 'vitest'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { createWiring, routeBetween } from '../scene/routes/routeBetween.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { messageAt } from './messageAt.ts'
import { movingFlags, movingRows } from './movingRows.ts'
import { createPlaced, placeMessages } from './placeMessages.ts'
import { createRouteTable } from './routeTable.ts'

const frame = exampleFrame()
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const wiring = createWiring(layoutStage(frame, view, { width: 1440, height: 620 }), false)

const table = createRouteTable(wiring)

/** Two redo messages from 1,000 µs to 2,000 µs: number 7 to a1, number 8 to c1. */
function rows(flags = 0) {
  const bytes = new DataView(new ArrayBuffer(16 + 40 * 2))
  bytes.setFloat64(0, 2, true)
  for (const [row, to] of ['node-a1', 'node-c1'].entries()) {
    const at = 16 + 40 * row
    bytes.setFloat64(at, 7 + row, true)
    bytes.setFloat64(at + 8, 1_000, true)
    bytes.setFloat64(at + 16, 2_000, true)
    bytes.setUint8(at + 32, 3)
    bytes.setUint8(at + 33, flags)
    bytes.setUint16(at + 34, frame.actors.indexOf('w1'), true)
    bytes.setUint16(at + 36, frame.actors.indexOf(to), true)
  }
  return movingRows(bytes.buffer)
}

test('the nearest message within reach is meant, at the instant shown', () => {
  const way = routeBetween(wiring, 'w1', 'node-c1')!
  const { x, y } = positionAt(way, 0.7)
  const at = { wiring, now: 1_700 }
  expect(messageAt(rows(), { x: x + 6, y: y - 5 }, at)).toBe(8)
  expect(messageAt(rows(), { x: x + 40, y }, at)).toBeNull()
  expect(messageAt(rows(), { x, y }, { wiring, now: 2_000 })).toBeNull()
})

/** Every place at which something is painted. */
function painted(flags: number, now: number): [number, number][] {
  const placed = createPlaced()
  placeMessages(placed, rows(flags), table, now)
  return [...placed.kinds, placed.lost, placed.fading].flatMap(({ places, count }) =>
    Array.from({ length: count }, (_, k): [number, number] => [places[2 * k]!, places[2 * k + 1]!]),
  )
}

const shares = [0.2, 0.44, 0.5, 0.59, 0.7, 0.79, 0.85, 0.95]

test.each([
  ['on its way', 0],
  ['lost', movingFlags.lost],
  ['held', movingFlags.held],
  ['dropped', movingFlags.dropped],
])('a message that is %s is found where it is painted, as long as it is', (_, flags) => {
  for (const share of shares) {
    const now = 1_000 + 1_000 * share
    const places = painted(flags, now)
    const found = places.map(([x, y]) => messageAt(rows(flags), { x, y }, { wiring, now }))
    expect(found).toEqual(places.map((_, place) => 7 + place))
    if (places.length > 0) continue
    for (const at of shares) {
      const there = positionAt(routeBetween(wiring, 'w1', 'node-c1')!, at)
      expect(messageAt(rows(flags), there, { wiring, now })).toBeNull()
    }
  }
})
