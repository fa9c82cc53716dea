/**
 * A bill equals what comes of adding up by oneself: the facts of changed capacity and of a grown
 * volume, the seconds of each instance and its minimum. Rules B1, B3, B8, B9 and E15.
 */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Usage } from '../../contract/bill.ts'
import { costOfUsage } from '../../report/costOfUsage.ts'
import { type Cluster, factsOf, give, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { usageOf } from './usageOf.ts'

const second = 1_000_000

const kinds = fc.constantFrom('serverless', 'db.r6g.large', 'db.r5.2xlarge', 'db.t4g.medium')
const hourly: Record<string, number> = {
  'db.r6g.large': 0.26,
  'db.r5.2xlarge': 1.16,
  'db.t4g.medium': 0.073,
}
const turn = fc.record({
  level: fc.integer({ min: 0, max: 12 }),
  seconds: fc.integer({ min: 1, max: 500 }),
})

/** ACU seconds, from the facts alone. */
function addedUp(cluster: Cluster, ids: string[], until: number): number {
  return ids.reduce((sum, id) => {
    const own = factsOf(cluster, 'CapacityChanged').filter(its => its.parameters.instance === id)
    const steps = [{ at: 0, acu: 0.5 }, ...own.map(({ at, parameters: { acu } }) => ({ at, acu }))]
    const ends = [...steps.slice(1).map(({ at }) => at), until]
    return sum + steps.reduce((all, { at, acu }, k) => all + (acu * (ends[k]! - at)) / second, 0)
  }, 0)
}

test.prop([fc.tuple(kinds, kinds), fc.array(turn, { minLength: 1, maxLength: 4 })], {
  numRuns: 10,
})('B1, B3, B8, B9: compute and storage of any cluster', ([first, other], turns) => {
  const instances = [
    { id: 'w1', az: 'b', class: first },
    { id: 'r1', az: 'a', class: other, role: 'reader' },
  ] as const
  const cluster = startElastic({ instances: [...instances], connections: 2 })
  for (const { level, seconds } of turns) {
    give(cluster, { do: 'SetDemand', workload: 'crowd', level })
    run(cluster, seconds * second + 54_321)
  }
  const { world } = cluster.simulation
  const usage: Usage = usageOf(world, [])
  const elastic = instances.filter(its => its.class === 'serverless').map(({ id }) => id)
  const fixed = instances.filter(its => its.class !== 'serverless')
  const acu = (addedUp(cluster, elastic, world.now) * 0.12) / 3_600
  const billed = Math.max(600, world.now / second)
  const byClass = fixed.reduce((sum, its) => sum + (billed * hourly[its.class]!) / 3_600, 0)
  const storage = (world.now / second) * (10 / (730 * 3_600)) * 0.1
  const cost = costOfUsage(world.setup, usage)
  expect(Number(cost.compute)).toBeCloseTo(acu + byClass, 5)
  expect(Number(cost.storage)).toBeCloseTo(storage, 5)
})
