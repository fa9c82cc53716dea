/** Traffic is counted for each writer and zone; gossip and what clients say belong to none. */
import { expect, test } from 'vitest'
import { countTraffic } from './countTraffic.ts'
import { movingRows } from './movingRows.ts'

/** Actors: two nodes in two zones, two writers, an application. */
const ends = {
  zoneOf: Int8Array.from([0, 1, -1, -1, -1]),
  writerOf: Int8Array.from([-1, -1, 0, 1, -1]),
  zones: 2,
  writers: 2,
}

function rowsOf(pairs: [number, number][]) {
  const bytes = new DataView(new ArrayBuffer(16 + 40 * pairs.length))
  bytes.setFloat64(0, pairs.length, true)
  pairs.forEach(([from, to], row) => {
    bytes.setUint16(16 + 40 * row + 34, from, true)
    bytes.setUint16(16 + 40 * row + 36, to, true)
  })
  return movingRows(bytes.buffer)
}

test('each writer has its own traffic into each zone, there and back', () => {
  const rows = rowsOf([
    [2, 0],
    [0, 2],
    [3, 0],
    [3, 1],
  ])
  expect(countTraffic(rows, ends)).toEqual([2, 0, 1, 1])
})

test('gossip, peers and clients are not on the way of a writer to storage', () => {
  const rows = rowsOf([
    [0, 1],
    [2, 3],
    [4, 2],
  ])
  expect(countTraffic(rows, ends)).toEqual([0, 0, 0, 0])
})
