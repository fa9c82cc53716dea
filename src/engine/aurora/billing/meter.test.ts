/** The meter loses nothing between its whole units. */
import { expect, test } from 'vitest'
import { addCapacity, addIo, createMeter } from './meter.ts'

test('B1: what is below a millionth of an ACU second is kept for the next time', () => {
  const meter = createMeter()
  for (let turn = 0; turn < 5; turn++) addCapacity(meter, 1, 300_000)
  expect(meter).toMatchObject({ microAcuSeconds: 1, rest: 500_000 })
  addCapacity(meter, 1, 500_000)
  expect(meter).toMatchObject({ microAcuSeconds: 2, rest: 0 })
})

test('B7: redo adds up over the whole run, pages read are told as a sum', () => {
  const meter = createMeter()
  addIo(meter, 3, 1_000)
  expect(meter.ios).toBe(3 + 1)
  addIo(meter, 5, 3_097)
  expect(meter.ios).toBe(5 + 2)
})
