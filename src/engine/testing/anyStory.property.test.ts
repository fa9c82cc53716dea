/**
 * Whatever cluster, whatever breaks and heals, in whatever order: every law holds after each
 * event, save and restore change nothing, and after healing all goes on and comes to rest. What
 * was once found broken is told again first.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runUntil } from '../simulation.ts'
import { type Story, storyOf } from './randomStory.ts'
import { startCluster } from './startCluster.ts'
import { tellStory } from './tellStory.ts'

test('the laws, save and restore, progress and rest hold in any story', () => {
  fc.assert(fc.property(storyOf(10), tellStory), { numRuns: 12, seed: 11 })
}, 120_000)

test('D10: with hedgeMin 0 time goes on although no copy has been measured', () => {
  const parameters = { 'storage.hedgeMin': '0ms', 'instance.bufferPoolPages': 4 }
  const { simulation } = startCluster({ reads: 2, think: '1ms', parameters })
  expect(runUntil(simulation, 100_000, 100_000).stopped).toBe('reached')
})

const twoLives: Story = {
  cast: { groups: 3, sessions: 12, think: '500us', writes: 2 },
  turns: [
    { what: 'InstanceCrash', target: 0, strength: 0, micros: 20_000 },
    { what: 'HealAll', target: 0, strength: 0, micros: 1_100_000 },
    { what: 'InstanceCrash', target: 0, strength: 0, micros: 0 },
    { what: 'NodeCrash', target: 4, strength: 0, micros: 5000 },
    { what: 'HealAll', target: 0, strength: 0, micros: 1_600_000 },
  ],
}

test('R6: a writer that dies again while it opens the volume comes to rest as well', () => {
  tellStory(twoLives)
})
