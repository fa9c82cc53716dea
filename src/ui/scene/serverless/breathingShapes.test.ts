/** Capacity is area, CPU a ring, need a halo. */
import { describe, expect, it } from 'vitest'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { serverlessFrame } from '../testing/serverlessFrames.ts'
import { type BreathingShape, breathingShapes } from './breathingShapes.ts'

function breathe(changes: Partial<CapacityView>): BreathingShape {
  const frame = serverlessFrame([changes])
  const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
  return breathingShapes(frame, layoutStage(frame, view, { width: 1440, height: 620 }))[0]!
}

describe('the breathing instance', () => {
  it('fills its outline at the maximum', () => {
    const full = { exact: 16_000_000, target: 16_000_000 }
    const { radius, outline } = breathe(full)
    expect(radius).toBe(outline)
  })

  it('has a halo outside when it needs more than it has, and inside when less', () => {
    const short = breathe({})
    expect(short.halo).toBeGreaterThan(short.radius)
    const idle = breathe({ need: { cpu: 4_000_000, memory: 0, network: 0, floor: 0 } })
    expect(idle.halo).toBeLessThan(idle.radius)
    expect(idle.halo).toBeGreaterThan(2)
  })

  it('keeps the halo near its outline however much it needs', () => {
    const { halo, outline } = breathe({
      need: { cpu: 900_000_000, memory: 0, network: 0, floor: 0 },
    })
    expect(halo).toBe(outline + 8)
  })

  it('is an outline without ring and halo while paused and while it wakes', () => {
    for (const state of ['paused', 'resuming'] as const) {
      const { radius, halo, ring } = breathe({ state, busyPpm: 0 })
      expect({ radius, halo, ring }).toEqual({ radius: 0, halo: null, ring: '' })
    }
  })

  it('has the CPU in use of what it has as its ring', () => {
    expect(breathe({ busyPpm: 0 }).ring).toBe('')
    expect(breathe({ busyPpm: 250_000 }).ring).not.toBe(breathe({ busyPpm: 500_000 }).ring)
  })
})
