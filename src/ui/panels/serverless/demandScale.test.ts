/** The slider of a demand reaches beyond the peak of its curve. */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import { roundUp } from '../../widgets/roundUp.ts'
import { demandScale, peakOf } from './demandScale.ts'

describe('the slider of a demand', () => {
  it('rounds up to 1, 2 or 5 of a power of ten', () => {
    expect([1, 1.1, 3, 7, 44, 550, 1_000].map(roundUp)).toEqual([1, 2, 5, 10, 50, 1_000, 1_000])
  })

  it('reaches twice the peak of its curve, and as far as it was moved', () => {
    expect(demandScale('ACU', 22, 4)).toEqual({ top: 50, step: 0.25 })
    expect(demandScale('ACU', 1, 0).top).toBe(5)
    expect(demandScale('tps', 3_000, 9_000).top).toBe(10_000)
  })

  it('reads the peak off the scenario', () => {
    const demand = {
      id: 'crowd',
      kind: 'demand',
      unit: 'ACU',
      points: [
        ['0s', 2],
        ['1m', 9],
      ],
    }
    const scenario = { workload: [demand] } as unknown as Scenario
    expect(peakOf(scenario, 'crowd')).toBe(9)
    expect(peakOf(scenario, 'other')).toBe(0)
    expect(peakOf(undefined, 'crowd')).toBe(0)
  })
})
