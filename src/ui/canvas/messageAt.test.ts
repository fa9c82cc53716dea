/** A message is found where it is painted, and nowhere else. */
import { expect, test } from 'vitest'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { createWiring, routeBetween } from '../scene/routes/routeBetween.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { messageAt } from './messageAt.ts'
import { movingRows } from './movingRows.ts'

const frame = exampleFrame()
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const wiring = createWiring(layoutStage(frame, view, { width: 1440, height: 620 }), false)

/** Two redo messages from 1,000 µs to 2,000 µs: number 7 to a1, number 8 to c1. */
function rows() {
  const bytes = new DataView(new ArrayBuffer(16 + 40 * 2))
  bytes.setFloat64(0, 2, true)
  for (const [row, to] of ['node-a1', 'node-c1'].entries()) {
    const at = 16 + 40 * row
    bytes.setFloat64(at, 7 + row, true)
    bytes.setFloat64(at + 8, 1_000, true)
    bytes.setFloat64(at + 16, 2_000, true)
    bytes.setUint8(at + 32, 3)
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
