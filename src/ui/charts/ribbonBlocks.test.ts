/** Bins without service that follow each other are one block; a short one stays visible. */
import { expect, test } from 'vitest'
import type { ChartPoint } from './chartPoints.ts'
import { ribbonBlocks } from './ribbonBlocks.ts'

function blocks(shares: (number | null)[], wide = 10) {
  const points = shares.map((share, index) => ({ at: index, more: [share] }) as ChartPoint)
  return ribbonBlocks(
    points,
    ({ more }) => more[0] ?? null,
    at => at * wide,
  )
}

test('neighbouring bins are one block from edge to edge', () => {
  expect(blocks([0, 0.5, 1, 0, 0, 0.25, null])).toEqual([
    { x: 5, width: 20, share: 1 },
    { x: 45, width: 10, share: 0.25 },
  ])
})

test('where all is well there is none', () => {
  expect(blocks([0, null, 0])).toEqual([])
})

test('a block is never too thin to be seen', () => {
  expect(blocks([0, 1, 0], 0.1)[0]?.width).toBe(2)
})
