/** The buffer pool: what may leave it, and when. */
import { expect, test } from 'vitest'
import type { World } from '../world.ts'
import { cachePage, createBufferPool, notePageChange, touchPage, warmUp } from './bufferPool.ts'
import { poolPages } from './createInstance.ts'

test('D6: a warm pool holds as many of the first pages as fit', () => {
  const pool = createBufferPool(10, 4)
  warmUp(pool)
  expect([0, 3, 4, 9].map(page => touchPage(pool, page))).toEqual([true, true, false, false])
})

test('D7: a page leaves only when its latest change is durable', () => {
  const pool = createBufferPool(3, 1)
  warmUp(pool)
  notePageChange(pool, 0, 50)
  expect(cachePage(pool, 2, 49)).toBe(false)
  expect(touchPage(pool, 0)).toBe(true)
  expect(cachePage(pool, 2, 50)).toBe(true)
  expect(touchPage(pool, 0)).toBe(false)
  expect(touchPage(pool, 2)).toBe(true)
})

test('D6: CLOCK spares a page that was used since the hand passed', () => {
  const pool = createBufferPool(6, 3)
  warmUp(pool)
  cachePage(pool, 3, 0)
  expect(pool.frameOfPage[0]).toBe(-1)
  touchPage(pool, 1)
  cachePage(pool, 4, 0)
  expect(pool.frameOfPage[1]).toBeGreaterThanOrEqual(0)
  expect(pool.frameOfPage[2]).toBe(-1)
})

test('D6: the pool is as large as set, else its share of memory, never more than all pages', () => {
  const worldOf = (pages: number, share: number, set: number) =>
    ({
      pageRecords: new Int32Array(pages),
      parameters: {
        'instance.memoryPerVcpu': 8,
        'instance.bufferPoolShare': share,
        'instance.bufferPoolPages': set,
      },
    }) as unknown as World
  expect(poolPages(worldOf(2_000_000, 700_000, 0), 2)).toBe(734_003)
  expect(poolPages(worldOf(2_000_000, 100_000, 0), 2)).toBe(104_857)
  expect(poolPages(worldOf(2_000_000, 700_000, 64), 2)).toBe(64)
  expect(poolPages(worldOf(40, 700_000, 0), 2)).toBe(40)
})
