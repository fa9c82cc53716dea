/** The slider of a range stops on the grid of half an ACU. */
import { describe, expect, it } from 'vitest'
import { capacityStops, nearestStop, rangeBetween } from './capacityStops.ts'

describe('the sliders of the range', () => {
  it('stands on the grid of half an ACU from 0 to 256, ascending', () => {
    expect(capacityStops[0]).toBe(0)
    expect(capacityStops.at(-1)).toBe(256)
    expect(capacityStops.every(stop => Number.isInteger(stop * 2))).toBe(true)
    expect([...capacityStops].sort((a, b) => a - b)).toEqual(capacityStops)
    expect(new Set(capacityStops).size).toBe(capacityStops.length)
  })

  it('finds the stop nearest to what a scenario asks for', () => {
    expect(capacityStops[nearestStop(9.5)]).toBe(9.5)
    expect(capacityStops[nearestStop(129)]).toBe(128)
  })

  it('offers no maximum below 1 ACU', () => {
    expect(rangeBetween(0.5, 0.5)).toEqual({ min: 0.5, max: 1 })
    expect(rangeBetween(0, 32)).toEqual({ min: 0, max: 32 })
  })
})
