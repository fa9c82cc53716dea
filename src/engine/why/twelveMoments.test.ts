/**
 * Twelve moments: the chain names the true cause. Every step that points at a fact must agree with
 * it, no cause comes later than its effect, and the chain ends at the command or the fact that
 * brought it about. Rules Q8, L16, R2, F5, T13, C6, M2, S12, E5, Z5.
 */
import { expect, test } from 'vitest'
import type { Cause } from '../contract/cause.ts'
import type { Fact, FactKey } from '../contract/facts.ts'
import { start as startMembers } from '../testing/memberStage.ts'
import { playOn, runOn, setMmStage } from '../testing/mmStage.ts'
import { startChangeable } from '../testing/startChangeable.ts'
import { type Cluster, give, inject, look, run, startCluster } from '../testing/startCluster.ts'
import { startElastic } from '../testing/startElastic.ts'
import { startV1 } from '../testing/startV1.ts'
import { whyOf } from './whyOf.ts'

const second = 1_000_000
const milli = 1_000

type Told = Pick<Cluster, 'simulation' | 'facts'>

interface Moment {
  told: Told
  subject: string
  /** What the chain must say, by its key and its deciding numbers, and where it comes to. */
  says: { key: string; parameters?: object }
  root: { key: string; parameters: object }
}

function newest({ facts }: Told, key: FactKey): string {
  const fact = facts.filter(each => each.fact === key).at(-1)
  if (fact === undefined) throw new Error(`no ${key} was told`)
  return `fact:${fact.id}`
}

const injected = { key: 'fact.CommandGiven', parameters: { do: 'InjectFault' } }

function lostQuorum(): Moment {
  const told = startCluster()
  run(told, 20 * milli)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(told, 'NodeCrash', node)
  run(told, 20 * milli)
  const parameters = { group: 'pg1', reachable: 3, needed: 4 }
  const says = { key: 'why.commits.noWriteQuorum', parameters }
  return { told, subject: 'commits', says, root: injected }
}

function cutWrite(): Moment {
  const told = startCluster({ parameters: { 'storage.gossipPeriod': '10s' } })
  run(told, 20 * milli)
  inject(told, 'LinkCut', 'w1>node-b2')
  run(told, 100 * milli)
  const { lsn } = look(told).groups[0]!.records.at(-1)!
  const parameters = { segment: 'pg1/b2', target: 'w1>node-b2' }
  const says = { key: 'why.lack.linkCut', parameters }
  return { told, subject: `record:${lsn}`, says, root: injected }
}

function zoneOut(): Moment {
  const told = startCluster()
  run(told, 20 * milli)
  inject(told, 'AzOutage', 'az-c')
  run(told, 20 * milli)
  const says = { key: 'why.node.down', parameters: { fault: 'AzOutage', target: 'az-c' } }
  return { told, subject: 'node:node-c2', says, root: injected }
}

function deadWriter(): Moment {
  const told = startCluster({ isSlow: true })
  run(told, 50 * milli)
  inject(told, 'InstanceCrash', 'w1')
  run(told, 50 * milli)
  return {
    told,
    subject: newest(told, 'CommitsStalled'),
    says: { key: 'fact.FaultInjected', parameters: { fault: 'InstanceCrash', target: 'w1' } },
    root: injected,
  }
}

function promoted(): Moment {
  const told = startCluster({ readers: 2, route: 'cluster', sessions: 1, think: '50ms' })
  run(told, 100 * milli)
  inject(told, 'InstanceCrash', 'w1')
  run(told, 4 * second)
  const says = { key: 'fact.PromotionStarted', parameters: { instance: 'r1', instead: 'w1' } }
  return { told, subject: newest(told, 'ReaderPromoted'), says, root: injected }
}

function suspectMember(): Moment {
  const told = startMembers({ sessions: 2 })
  run(told, 50 * milli)
  inject(told, 'NodeCrash', 'node-c1')
  run(told, 400 * milli)
  const says = { key: 'fact.MemberSuspected', parameters: { segment: 'pg1/c1', because: 'silent' } }
  return { told, subject: newest(told, 'MembershipChanged'), says, root: injected }
}

const transaction = {
  key: 'fact.CommandGiven',
  parameters: { do: 'RunTransaction', session: 's1' },
}

function refusedChange(): Moment {
  const told = setMmStage()
  runOn(told, 1, { write: [1] })
  playOn(told, 200)
  runOn(told, 2, { write: [2] })
  playOn(told, 200_000)
  const says = { key: 'fact.ProposalSent', parameters: { instance: 'w1' } }
  return { told, subject: newest(told, 'TransactionRolledBack'), says, root: transaction }
}

function growing(): Moment {
  const told = startElastic({ min: 1, level: 0.5 })
  run(told, 5 * second)
  give(told, { do: 'SetDemand', workload: 'crowd', level: 6 })
  run(told, 30 * second)
  const says = { key: 'fact.CapacityChanged', parameters: { instance: 'w1', because: 'cpu' } }
  const root = { key: 'fact.CommandGiven', parameters: { do: 'SetDemand', level: 6 } }
  return { told, subject: 'capacity:w1', says, root }
}

function sleepless(): Moment {
  const told = startElastic({ sessions: 1, think: '1000s' })
  run(told, 10 * second)
  give(told, { do: 'SetDemand', workload: 'crowd', level: 0 })
  run(told, 900 * second)
  const blocked = { key: 'fact.PauseBlocked', parameters: { because: ['userConnections'] } }
  return { told, subject: 'capacity:w1', says: blocked, root: blocked }
}

function waking(): Moment {
  const told = startElastic()
  give(told, { do: 'SetDemand', workload: 'crowd', level: 0 })
  run(told, 400 * second)
  give(told, { do: 'SetWorkload', workload: 'shop', sessions: 2 })
  run(told, 20 * second)
  const says = { key: 'fact.ResumeBegan', parameters: { because: 'connection' } }
  const root = { key: 'fact.CommandGiven', parameters: { do: 'SetWorkload', sessions: 2 } }
  return { told, subject: newest(told, 'InstanceResumed'), says, root }
}

function noScalingPoint(): Moment {
  const open = { at: '30s', do: 'RunSql', session: 'clerk', on: 'w1', text: 'begin' } as const
  const text = 'update account set balance = 1 where id = 5'
  const write = { at: '31s', do: 'RunSql', session: 'clerk', text } as const
  const told = startV1({ demand: [[0, 3]], script: [open, write] })
  run(told, 370 * second)
  const says = { key: 'fact.SearchEnded', parameters: { action: 'rollback', acu: 2 } }
  const root = { key: 'fact.SearchBegan', parameters: { because: 'cpu', acu: 4 } }
  return { told, subject: newest(told, 'SearchEnded'), says, root }
}

function planStep(): Moment {
  const told = startChangeable()
  run(told, second)
  give(told, { do: 'StartMigration', plan: 'addFailover', class: 'serverless' })
  run(told, 60 * second)
  const says = { key: 'fact.PlanBegan', parameters: { plan: 'addFailover' } }
  const root = { key: 'fact.CommandGiven', parameters: { do: 'StartMigration' } }
  return { told, subject: newest(told, 'PlanStepEnded'), says, root }
}

const moments: [string, () => Moment][] = [
  ['Q8: no write set is left', lostQuorum],
  ['L16: a copy lacks a write, its link being cut', cutWrite],
  ['Q8: a node without power, its zone being out', zoneOut],
  ['R2: commits stand still, the writer being lost', deadWriter],
  ['F5: which reader was promoted, and for whom', promoted],
  ['M2: a member was replaced', suspectMember],
  ['T13: a vote went against a change of a page', refusedChange],
  ['S12: it grew', growing],
  ['S12: it does not fall asleep', sleepless],
  ['S12: it woke', waking],
  ['E5: no scaling point was found', noScalingPoint],
  ['Z5: a step of a migration', planStep],
]

/** From the answer back: a fact asked about goes on to its own cause, as the page asks on. */
function chainOf({ simulation, facts }: Told, subject: string): Cause[] {
  const causes = whyOf(simulation.world, subject, facts)
  const last = causes.findLast(({ fact }) => fact !== null)
  return last ? [...causes, ...whyOf(simulation.world, `fact:${last.fact}`, facts)] : causes
}

function factOf(facts: Fact[], id: number): Fact {
  return facts.find(fact => fact.id === id)!
}

test.each(moments)('%s', (_, set) => {
  const { told, subject, says, root } = set()
  const chain = chainOf(told, subject)
  expect(chain).toContainEqual(
    expect.objectContaining({
      key: says.key,
      parameters: expect.objectContaining(says.parameters ?? {}),
    }),
  )
  for (const { fact, at } of chain) {
    if (fact === null) continue
    expect(factOf(told.facts, fact).at).toBe(at)
    const { cause } = factOf(told.facts, fact)
    if (cause !== 0) expect(factOf(told.facts, cause).at).toBeLessThanOrEqual(at!)
  }
  expect(chain.at(-1)).toMatchObject(root)
})
