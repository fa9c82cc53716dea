/** Commands of members are refused with what is missing, and leave no other trace. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { memberSentences } from '../../../words/memberSentences.ts'
import { type Cluster, give, inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { setMmStage } from '../../testing/mmStage.ts'
import { apply } from '../../simulation.ts'

learnSentences(memberSentences)

function start(): Cluster {
  const cluster = startCluster({ sessions: 1, think: '10ms' })
  run(cluster, 20_000)
  return cluster
}

function refusal(cluster: Cluster, command: Command): string {
  const outcome = give(cluster, command)
  if (outcome.accepted) return ''
  expect(say(outcome.reason)).not.toMatch(/^reason\.|[{}]/)
  return outcome.reason.key.replace('reason.', '')
}

const replace = (segment: string, onto?: string): Command => ({
  do: 'ReplaceSegment',
  segment,
  ...(onto === undefined ? {} : { onto }),
})

test('M15: unknown copies and nodes, and nodes that cannot host', () => {
  const cluster = start()
  expect(refusal(cluster, replace('pg7/a1'))).toBe('unknownSegment')
  expect(refusal(cluster, replace('pg1/a1', 'node-z9'))).toBe('unknownNode')
  expect(refusal(cluster, replace('pg1/a1', 'node-a2'))).toBe('cannotHost')
  expect(refusal(cluster, replace('pg1/a1', 'node-b3'))).toBe('cannotHost')
  expect(look(cluster).membership).toBeNull()
})

test('M6, M7: one change at a time, two replacements at most', () => {
  const cluster = start()
  expect(refusal(cluster, replace('pg1/a1', 'node-a3'))).toBe('')
  expect(refusal(cluster, replace('pg1/b1'))).toBe('membersAreChanging')
  run(cluster, 20_000)
  expect(refusal(cluster, replace('pg1/a1'))).toBe('isBeingReplaced')
  expect(refusal(cluster, replace('pg1/b1'))).toBe('')
  run(cluster, 20_000)
  expect(refusal(cluster, replace('pg1/c1'))).toBe('twoAreReplaced')
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '3/4' })).toBe('noZoneIsLost')
})

test('M11, M12: no rebuilding without a read set, no other model without a write set', () => {
  const cluster = start()
  for (const node of ['node-c1', 'node-c2']) inject(cluster, 'NodeCrash', node)
  inject(cluster, 'LinkCut', 'w1<>node-a1')
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '3/4' })).toBe('noWriteSetForModel')
  for (const node of ['node-b1', 'node-b2']) inject(cluster, 'NodeCrash', node)
  expect(refusal(cluster, replace('pg1/b1'))).toBe('noReadSet')
})

test('M13: a group that runs as 3 of 4 replaces nobody, and needs no second change', () => {
  const cluster = start()
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '4/6' })).toBe('runsAsFourOfSix')
  inject(cluster, 'AzOutage', 'az-c')
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '3/4' })).toBe('')
  run(cluster, 20_000)
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '3/4' })).toBe('runsAsThreeOfFour')
  expect(refusal(cluster, replace('pg1/a1'))).toBe('runsAsThreeOfFour')
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '4/6' })).toBe('zoneIsStillOut')
})

test('Q9, M12: full and tail copies keep their model', () => {
  const cluster = startCluster({ parameters: { 'quorum.fullSegments': 3 } })
  expect(refusal(cluster, { do: 'ChangeQuorum', model: '3/4' })).toBe('onlyUniformSix')
})

test('M1: with several writers the members are fixed', () => {
  const { simulation } = setMmStage({})
  const commands = [replace('pg1/a1'), { do: 'ChangeQuorum', model: '3/4' } as const]
  for (const command of commands) {
    expect(apply(simulation, command)).toMatchObject({ reason: { key: 'reason.membersAreFixed' } })
  }
})
