/** Views over the moving part of a frame. */
import { expect, test } from 'vitest'
import { movingRows } from './movingRows.ts'

test('a buffer that went back to the worker has no rows', () => {
  const buffer = new ArrayBuffer(96)
  new Float64Array(buffer)[0] = 2
  expect(movingRows(buffer).count).toBe(2)
  structuredClone(buffer, { transfer: [buffer] })
  expect(movingRows(buffer).count).toBe(0)
})
