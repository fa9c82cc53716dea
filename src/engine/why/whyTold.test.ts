/** Two causes are plausible, one is true: the chain leads to that one and not to the other. */
import { expect, test } from 'vitest'
import type { Cause } from '../contract/cause.ts'
import { give, run } from '../testing/startCluster.ts'
import { startElastic } from '../testing/startElastic.ts'
import { type MmStage, playOn, runOn, setMmStage, told } from '../testing/mmStage.ts'
import { whyOf } from './whyOf.ts'

function why({ simulation, facts }: Pick<MmStage, 'simulation' | 'facts'>, subject: string) {
  return whyOf(simulation.world, subject, facts)
}

function keysOf(causes: Cause[]): string[] {
  return causes.map(({ key }) => key.replace('fact.', ''))
}

/** The writers whose proposals stand in the chain. */
function proposersIn(causes: Cause[]) {
  const sent = causes.filter(({ key }) => key === 'fact.ProposalSent')
  return sent.map(({ parameters }) => parameters.instance)
}

test('a change in flight refused it, not the neighbour’s that was in flight as well', () => {
  const stage = setMmStage({ writers: 3 })
  runOn(stage, 1, { write: [1] })
  runOn(stage, 3, { write: [9] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 200_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  const causes = why(stage, `transaction:${rolledBack!.parameters.transaction}`)
  expect(keysOf(causes).slice(0, 4)).toEqual([
    'TransactionRolledBack',
    'ProposalRefused',
    'VoteGiven',
    'ProposalSent',
  ])
  expect(causes[2]!.parameters.refusal).toBe('inFlight')
  expect(proposersIn(causes)).toContain('w1')
  expect(proposersIn(causes)).not.toContain('w3')
  const [refused] = told(stage, 'ProposalRefused')
  const ofProposal = why(stage, `proposal:${refused!.parameters.proposal}`)
  expect(keysOf(ofProposal)).toEqual(keysOf(causes).slice(1))
})

test('a base left behind refused it, not the fault that was in force all the while', () => {
  const stage = setMmStage()
  const { simulation } = stage
  give(
    { simulation, facts: stage.facts },
    { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
  )
  playOn(stage, 1_000)
  runOn(stage, 1, { write: [1] })
  playOn(stage, 10_000)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 5_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  const causes = why(stage, `transaction:${rolledBack!.parameters.transaction}`)
  expect(keysOf(causes)).toContain('PageVersionAdvanced')
  expect(causes.find(({ key }) => key === 'fact.VoteGiven')!.parameters.refusal).toBe('staleBase')
  expect(keysOf(causes)).not.toContain('FaultInjected')
})

test('demand made it grow, not the range that was raised before', () => {
  const cluster = startElastic({ min: 0.5, level: 0.2 })
  run(cluster, 5_000_000)
  give(cluster, { do: 'SetCapacityRange', min: 0.5, max: 32 })
  run(cluster, 5_000_000)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 4 })
  run(cluster, 60_000_000)
  const causes = why(cluster, 'capacity:w1')
  expect(causes[0]).toMatchObject({ key: 'fact.CapacityChanged', parameters: { because: 'cpu' } })
  expect(causes.at(-1)).toMatchObject({ key: 'fact.CommandGiven', parameters: { do: 'SetDemand' } })
  expect(causes.map(({ parameters }) => parameters.do)).not.toContain('SetCapacityRange')
})

test('asleep: the chain of the pause; what was never told has no answer', () => {
  const cluster = startElastic({ level: 1, until: 20 })
  run(cluster, 600_000_000)
  const causes = why(cluster, 'instance:w1')
  expect(keysOf(causes).slice(0, 2)).toEqual(['InstancePaused', 'PauseBegan'])
  expect(keysOf(why(cluster, 'proposal:7'))).toEqual(['why.unknownSubject'])
})
