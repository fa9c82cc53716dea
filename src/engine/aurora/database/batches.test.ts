/** The ring of batches of one group. */
import { expect, test } from 'vitest'
import { acknowledgeBatch, batchRow, createBatches, pushBatch } from './batches.ts'

test('L10: a batch leaves when it is the oldest and all members have it', () => {
  const batches = createBatches()
  for (let n = 0; n < 3; n++) pushBatch(batches, 0, 20_000)
  acknowledgeBatch(batches, 2, 0b111111, 0b111111)
  expect(batches.length).toBe(3)
  acknowledgeBatch(batches, 1, 0b111110, 0b111111)
  expect(batches.length).toBe(3)
  acknowledgeBatch(batches, 1, 0b000001, 0b111111)
  expect(batches.length).toBe(1)
  expect(batches.number[batches.head]).toBe(3)
})

test('L10: an ack for a batch that has left, or never was, changes nothing', () => {
  const batches = createBatches()
  acknowledgeBatch(batches, 1, 1, 1)
  pushBatch(batches, 0, 1)
  acknowledgeBatch(batches, 1, 1, 1)
  pushBatch(batches, 0, 1)
  acknowledgeBatch(batches, 1, 1, 3)
  acknowledgeBatch(batches, 9, 1, 3)
  expect([batches.length, batches.acked[batches.head]]).toEqual([1, 0])
})

test('the ring grows and keeps its order', () => {
  const batches = createBatches()
  for (let n = 0; n < 10; n++) pushBatch(batches, n, 1)
  for (let number = 1; number <= 10; number++) acknowledgeBatch(batches, number, 1, 1)
  for (let n = 10; n < 60; n++) pushBatch(batches, n, 1)
  const sentAt = Array.from(
    { length: batches.length },
    (_, n) => batches.sentAt[batchRow(batches, n)],
  )
  expect(sentAt).toEqual(Array.from({ length: 50 }, (_, n) => n + 10))
})
