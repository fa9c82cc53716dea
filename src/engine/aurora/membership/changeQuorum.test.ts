/** When the model may become 3 of 4, and when it may not. */
import { expect, test } from 'vitest'
import { milli, sets, start } from '../../testing/memberStage.ts'
import { type Cluster, give, inject, run } from '../../testing/startCluster.ts'

/** Nobody is replaced unless it is asked for. */
function calm(): Cluster {
  const cluster = start({ sessions: 1, parameters: { 'repair.automatic': 0 } })
  run(cluster, 50 * milli)
  return cluster
}

/** What is wrong with 3 of 4 now; '' = nothing. */
function refusal(cluster: Cluster): string {
  const outcome = give(cluster, { do: 'ChangeQuorum', model: '3/4' })
  return outcome.accepted ? '' : outcome.reason.key
}

test.each([
  ['one node', ['node-c1']],
  ['two nodes of two zones', ['node-b1', 'node-c1']],
])('M12: with %s silent no zone is lost', (_, nodes) => {
  const cluster = calm()
  for (const node of nodes) inject(cluster, 'NodeCrash', node)
  run(cluster, 20 * milli)
  expect(refusal(cluster)).toBe('reason.noZoneIsLost')
})

test('M12: two nodes of one zone are a zone, and then 3 of the other four write', () => {
  const cluster = calm()
  for (const node of ['node-c1', 'node-c2']) inject(cluster, 'NodeCrash', node)
  run(cluster, 20 * milli)
  expect(refusal(cluster)).toBe('')
  run(cluster, 20 * milli)
  expect(sets(cluster, 'ABCDEF')).toEqual({ write: '3/4(ABCD)', read: '2/4(ABCD)' })
})

test('M12: while a member is being replaced the model stays', () => {
  const cluster = calm()
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/a1' })
  run(cluster, 20 * milli)
  inject(cluster, 'AzOutage', 'az-c')
  expect(refusal(cluster)).toBe('reason.membersAreChanging')
})
