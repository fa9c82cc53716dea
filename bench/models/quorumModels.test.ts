/** The bench compares like with like: both models of the six-way write do the same work. */
import { expect, test } from 'vitest'
import { quorumOnKernel } from './quorumOnKernel.ts'
import { quorumOnSimjs } from './quorumOnSimjs.ts'

test('the kernel and simjs end with the same sums, whatever the slices', () => {
  for (const [clients, seed] of [
    [1, 1],
    [40, 2],
    [300, 3],
  ] as const) {
    const own = quorumOnKernel(clients, seed)
    const peer = quorumOnSimjs(clients, seed)
    for (const events of [1, 999, 19_000]) own.advance(events)
    peer.advance(20_000)
    expect(own.sums()).toEqual(peer.sums())
    expect(own.sums().commits).toBeGreaterThan(1_000)
  }
})

test('a write takes 13 events', () => {
  const model = quorumOnKernel(1, 1)
  model.advance(13_000)
  expect(Math.abs(model.sums().commits - 1_000)).toBeLessThanOrEqual(1)
})
