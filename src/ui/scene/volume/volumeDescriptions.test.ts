/** What is drawn as a sign on a node is also said to those who do not see it. */
import { expect, test } from 'vitest'
import type { ActiveFault } from '../../../engine/contract/faults.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { volumeDescriptions } from './volumeDescriptions.ts'

function saidOf(...faults: Omit<ActiveFault, 'since'>[]): string[] {
  const frame = exampleFrame()
  const active = faults.map(fault => ({ since: 0, ...fault }))
  return volumeDescriptions({ ...frame, faults: active }).map(({ text }) => text)
}

test.each([
  [{ fault: 'NodeLoss' }, 'is lost for good, with its disk'],
  [{ fault: 'HotNode', factor: 4 }, 'is hot, 4 times as slow'],
  [{ fault: 'SlowDisk', factor: 8 }, 'has a slow disk, 8 times as slow'],
  [
    { fault: 'DiskCongestion', ratioPpm: 250_000 },
    'has a congested disk, 25 % of its reads and writes take longer',
  ],
  [{ fault: 'DiskFailure', ratioPpm: 500_000 }, 'has a failing disk, 50 % of its writes fail'],
] as const)('$fault', (fault, words) => {
  expect(saidOf({ ...fault, target: 'node-c2' })).toEqual([`node-c2 ${words}`])
})

test('two faults of one node and a zone that is cut off are told apart', () => {
  const target = 'node-a1'
  const faults = [
    { fault: 'SlowDisk', factor: 2, target },
    { fault: 'HotNode', factor: 3, target },
    { fault: 'ZoneIsolation', target: 'az-b' },
  ] as const
  const frame = exampleFrame()
  const active = faults.map(fault => ({ since: 0, ...fault }))
  const said = volumeDescriptions({ ...frame, faults: active })
  expect(new Set(said.map(({ id }) => id)).size).toBe(3)
})

test('a healthy volume has nothing to say', () => {
  expect(saidOf()).toEqual([])
})
