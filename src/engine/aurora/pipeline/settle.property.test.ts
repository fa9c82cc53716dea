/** P2: what has been worked off does not depend on how often somebody looks. */
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { digestWorld } from '../digestWorld.ts'
import { copyPlain } from '../../kernel/snapshot.ts'
import { look, run, startCluster } from '../../testing/startCluster.ts'
import { createLane } from './laneOf.ts'
import { settle } from './settle.ts'

const work = fc.record({
  debt: fc.nat(400),
  unsorted: fc.nat(200),
  staging: fc.option(fc.integer({ min: 1, max: 300 })),
  collecting: fc.option(fc.integer({ min: 1, max: 300 })),
  chains: fc.array(fc.integer({ min: 10, max: 40 }), { maxLength: 8 }),
})

const pauses = fc.array(fc.nat(8_000), { minLength: 1, maxLength: 12 })

test('P2: settled in pieces or at once, it comes to the same', () => {
  const { world } = startCluster({ parameters: { 'storage.capacity': 3_000 } }).simulation
  const segment = world.groups[0]!.segments[0]!
  fc.assert(
    fc.property(work, pauses, ({ debt, unsorted, staging, collecting, chains }, waits) => {
      world.now = 0
      const often = createLane(world, segment)
      Object.assign(often, { debt, unsorted })
      if (staging !== null) often.staging = { lsn: 9, records: staging, left: staging, since: 0 }
      if (collecting !== null) {
        often.collecting = { lsn: 5, records: collecting, left: collecting, since: 0 }
      }
      chains.forEach((records, page) => {
        often.chain[page] = records
        often.duePages.slots[page] = page
        often.duePages.count++
        often.dueRecords += records
      })
      const once = copyPlain(often)
      for (const micros of waits) {
        world.now += micros
        settle(world, often)
      }
      settle(world, once)
      expect(often).toEqual(once)
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('P2: a look at the picture changes nothing', () => {
  const cluster = startCluster({ groups: 2, sessions: 8, think: '1ms' })
  run(cluster, 1_500_000)
  const before = digestWorld(cluster.simulation.world)
  for (let k = 0; k < 3; k++) look(cluster)
  expect(digestWorld(cluster.simulation.world)).toBe(before)
})
