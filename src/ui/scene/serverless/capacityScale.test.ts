/** The sizes in which capacities are drawn. */
import { describe, expect, it } from 'vitest'
import { levelOf, radiusOf } from './capacityScale.ts'

describe('the sizes of a capacity', () => {
  it('gives four times the capacity twice the radius, since the area is the capacity', () => {
    const [small, large] = [radiusOf(16_000_000, 256_000_000, 60), radiusOf(64e6, 256e6, 60)]
    expect(large / small).toBeCloseTo(2)
    expect(radiusOf(256_000_000, 256_000_000, 60)).toBe(60)
  })

  it('keeps half an ACU of 256 visible', () => {
    expect(radiusOf(500_000, 256_000_000, 60)).toBe(5)
  })

  it('lets a need above the maximum be larger than its outline', () => {
    expect(radiusOf(32_000_000, 16_000_000, 60)).toBeGreaterThan(60)
  })

  it('fills the tank in proportion, and no further than its head', () => {
    expect(levelOf(4_000_000, 16_000_000)).toBe(0.25)
    expect(levelOf(40_000_000, 16_000_000)).toBe(1)
    expect(levelOf(0, 0)).toBe(0)
  })
})
