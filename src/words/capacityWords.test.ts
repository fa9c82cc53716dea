/** The words beside a capacity. */
import { describe, expect, it } from 'vitest'
import { exampleCapacity } from '../ui/scene/testing/serverlessFrames.ts'
import { blockerWords, pauseCountdown, phaseWords, wholeSeconds } from './capacityWords.ts'
import { formatAcu } from './formatAcu.ts'
import { formatDollars } from './formatDollars.ts'

describe('words of capacity', () => {
  it('counts down to the pause only where nothing keeps it awake', () => {
    const idle = exampleCapacity({ blockers: [], idleMicros: 130_000_000 })
    expect(pauseCountdown(idle)).toBe(170_000_000)
    expect(pauseCountdown(exampleCapacity())).toBeNull()
    expect(pauseCountdown({ ...idle, pauseAfterMicros: 0 })).toBeNull()
    expect(pauseCountdown({ ...idle, state: 'paused' })).toBeNull()
  })

  it('names what binds, what holds, and how long it sleeps', () => {
    expect(phaseWords(exampleCapacity(), 0)[0]).toBe('rising: memory')
    const holding = exampleCapacity({ target: 1_000_000, lowMicros: 18_000_000 })
    expect(phaseWords(holding, 0)[0]).toBe('holds 42 s')
    const asleep = exampleCapacity({ state: 'paused', since: 60_000_000 })
    expect(phaseWords(asleep, 3_660_000_000)[0]).toBe('asleep 60 min')
  })

  it('names each blocker with its number', () => {
    expect(blockerWords('userConnections', exampleCapacity())).toBe('3 connections open')
    expect(blockerWords('userConnections', exampleCapacity({ connections: 1 }))).toBe(
      '1 connection open',
    )
    expect(blockerWords('minAboveZero', exampleCapacity({ min: 500_000 }))).toBe(
      'minimum is 0.5 ACU',
    )
  })

  it('writes capacities on their grid and needs with one decimal', () => {
    expect([0, 500_000, 9_500_000, 128_000_000].map(formatAcu)).toEqual(['0', '0.5', '9.5', '128'])
    expect([10_938_000, 40_000].map(formatAcu)).toEqual(['10.9', '0.04'])
  })

  it('shows a meter that is seen to move below a dollar and cents above', () => {
    const texts = ['0', '0.000123', '0.0316', '6.384'].map(formatDollars)
    expect(texts).toEqual(['$0.00', '$0.000123', '$0.0316', '$6.38'])
  })

  it('counts in whole seconds', () => {
    expect([400_000, 23_400_000, 90_000_000].map(wholeSeconds)).toEqual(['0 s', '23 s', '90 s'])
  })
})
