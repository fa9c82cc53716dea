/** From a step that blames a fault the way leads on to the command that brought it. */
import { expect, test } from 'vitest'
import type { Cause } from '../contract/cause.ts'
import { type Cluster, heal, inject, run, startCluster } from '../testing/startCluster.ts'
import { whyOf } from './whyOf.ts'

function why({ simulation, facts }: Cluster, subject: string): Cause[] {
  return whyOf(simulation.world, subject, facts)
}

test('a node that is down for the second time is tied to the second fault', () => {
  const cluster = startCluster()
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 20_000)
  heal(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  run(cluster, 20_000)
  const [down] = why(cluster, 'node:node-a1')
  expect(down).toMatchObject({ key: 'why.node.down', at: 60_000 })
  const chain = why(cluster, `fact:${down!.fact}`)
  expect(chain.map(({ key, at, isRoot }) => [key, at, isRoot])).toEqual([
    ['fact.FaultInjected', 60_000, false],
    ['fact.CommandGiven', 60_000, true],
  ])
})

test('a cut link is tied to the cut; what is well is tied to nothing', () => {
  const cluster = startCluster()
  run(cluster, 20_000)
  inject(cluster, 'LinkCut', 'w1>node-b1')
  run(cluster, 20_000)
  const [cut] = why(cluster, 'node:node-b1')
  expect(cut!.fact).not.toBeNull()
  expect(why(cluster, 'node:node-c1').every(({ fact }) => fact === null)).toBe(true)
})
