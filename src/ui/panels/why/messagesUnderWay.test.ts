/** Messages are read off the moving part of a frame, as `MovingLayout` says. */
import { expect, test } from 'vitest'
import { messagesUnderWay } from './messagesUnderWay.ts'

interface Row {
  id: number
  arrivesAt: number
  kind: number
  from: number
  to: number
}

function movingOf(rows: Row[]): ArrayBuffer {
  const buffer = new ArrayBuffer(16 + rows.length * 40)
  const view = new DataView(buffer)
  view.setFloat64(0, rows.length, true)
  for (const [k, { id, arrivesAt, kind, from, to }] of rows.entries()) {
    const start = 16 + k * 40
    view.setFloat64(start, id, true)
    view.setFloat64(start + 16, arrivesAt, true)
    view.setUint8(start + 32, kind)
    view.setUint16(start + 34, from, true)
    view.setUint16(start + 36, to, true)
  }
  return buffer
}

const actors = ['shop', 'w1', 'node-a1']

test('what arrives first stands first, each with its word and both ends', () => {
  const moving = movingOf([
    { id: 8, arrivesAt: 900, kind: 4, from: 2, to: 1 },
    { id: 7, arrivesAt: 500, kind: 3, from: 1, to: 2 },
  ])
  expect(messagesUnderWay(moving, actors)).toEqual([
    { id: 7, word: 'redo records', from: 'w1', to: 'node-a1', arrivesAt: 500 },
    { id: 8, word: 'acknowledgement', from: 'node-a1', to: 'w1', arrivesAt: 900 },
  ])
})

test('a buffer that went back to the worker holds no messages', () => {
  expect(messagesUnderWay(new ArrayBuffer(0), actors)).toEqual([])
})
