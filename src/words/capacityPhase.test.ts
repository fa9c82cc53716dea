/** What an instance is doing follows from its numbers alone. */
import { expect, it } from 'vitest'
import { exampleCapacity } from '../ui/scene/testing/serverlessFrames.ts'
import { capacityPhase, needOf } from './capacityPhase.ts'

const arrived = { target: 9_500_000, exact: 9_500_000 }
const low = { target: 2_000_000, exact: 9_500_000 }

it.each([
  ['rises towards a target above it', {}, 'rising'],
  ['rises slowly when the growth allowance is used up', { allowance: 0 }, 'stinted'],
  ['is steady at its target', arrived, 'steady'],
  ['is steady a step of the grid below its target', { target: 9_800_000 }, 'steady'],
  ['holds while the need has been low for less than a minute', low, 'holding'],
  ['falls after that', { ...low, lowMicros: 61_000_000 }, 'falling'],
  ['is drowsy while it pauses', { state: 'pausing' as const }, 'drowsy'],
  ['is asleep when paused, whatever its target says', { state: 'paused' as const }, 'asleep'],
  ['wakes', { state: 'resuming' as const }, 'waking'],
])('%s', (_, changes, phase) => {
  expect(capacityPhase(exampleCapacity(changes))).toBe(phase)
})

it('needs what the greatest pressure asks for', () => {
  expect(needOf(exampleCapacity())).toBe(10_900_000)
})
