/**
 * Moving between provisioned and serverless while clients keep running: the plan is carried out
 * step by step, and how long nobody had an answer is what the clients measured. *See:* the new box
 * joins the same volume, the crown moves, the old box leaves; both are billed meanwhile.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'

/** Few sessions, so that minutes pass quickly; each would notice a gap of half a second. */
const clients: NonNullable<Scenario['workload']> = [
  { ...shop(2, '500ms'), on: 'cluster' },
  { ...shop(1, '1s'), on: 'cluster', id: 'depot' },
]

const pace: NonNullable<Scenario['pace']> = [
  { from: '0s', speed: '1' },
  { from: '12s', speed: '30' },
  { from: '308s', speed: '3' },
  { from: '350s', speed: '8' },
]

const base = {
  version: 1,
  tags: ['migration', 'failover', 'serverless', 'bill'],
  opensAt: '9s',
  pace,
  tables: [account],
  workload: clients,
  until: '400s',
} as const satisfies Partial<Scenario>

/** Minutes pass here: copies need not ask each other ten times a second. */
const quiet = {
  'storage.gossipPeriod': '1s',
  'storage.backupPeriod': '10s',
  'storage.gcPeriod': '10s',
}

const range = { generation: 'v2', min: 1, max: 16 } as const

/** An instance of a class, and the place of a serverless one that a plan may add. */
const provisionedFirst: Scenario['cluster'] = {
  instances: [
    { id: 'w1', az: 'b', class: 'db.r6g.large' },
    { id: 'w2', az: 'a', role: 'reader', class: 'serverless', tier: 0, spare: true },
  ],
  serverless: range,
  volume: { protectionGroups: 1 },
  parameters: quiet,
}

/** Z6: `r6g.large` into serverless by a new instance and a failover. */
export const intoServerless: Scenario = {
  ...base,
  name: 'into-serverless',
  title: 'Into serverless while clients run: what do they notice?',
  question: 'A serverless instance is added and takes over. How long does nobody have an answer?',
  seed: 94,
  cluster: provisionedFirst,
  script: [{ at: '10s', do: 'StartMigration', plan: 'addFailover', class: 'serverless' }],
  expect: [
    {
      fact: 'ModificationEnded',
      where: { change: 'add', instance: 'w2' },
      within: ['309s', '313s'],
    },
    { fact: 'ReaderPromoted', where: { instance: 'w2' }, within: ['325s', '335s'] },
    { fact: 'PlanStepEnded', where: { step: 'failover' }, count: { min: 1, max: 1 } },
    { fact: 'ModificationEnded', where: { change: 'remove', instance: 'w1' } },
    { fact: 'PlanEnded', where: { outcome: 'done', notCarried: 0 }, within: ['335s', '360s'] },
    lawsHold,
  ],
}

/** Z6: the same in reverse; the range stays stored. */
export const outOfServerless: Scenario = {
  ...base,
  name: 'out-of-serverless',
  title: 'Back from serverless: what does it take?',
  question: 'The load has become steady: what does the way back cost, in seconds and in dollars?',
  seed: 95,
  cluster: {
    instances: [
      { id: 'w1', az: 'b', class: 'serverless' },
      { id: 'w2', az: 'c', role: 'reader', class: 'db.r6g.large', tier: 0, spare: true },
    ],
    serverless: range,
    volume: { protectionGroups: 1 },
    parameters: quiet,
  },
  script: [{ at: '10s', do: 'StartMigration', plan: 'addFailover', class: 'db.r6g.large' }],
  expect: [
    { fact: 'ReaderPromoted', where: { instance: 'w2' }, within: ['325s', '335s'] },
    { fact: 'CapacityChanged', where: { instance: 'w1', acu: 0, because: 'command' } },
    { fact: 'PlanEnded', where: { outcome: 'done', notCarried: 0 }, within: ['335s', '360s'] },
    lawsHold,
  ],
}

/** Z4: the only instance is changed in place, and all traffic stops for as long as it restarts. */
export const inPlace: Scenario = {
  ...base,
  name: 'class-in-place',
  title: 'In place: who answers meanwhile?',
  question: 'No second instance, one click. Who answers while it restarts?',
  seed: 96,
  pace: [
    { from: '0s', speed: '1' },
    { from: '12s', speed: '3' },
    { from: '80s', speed: '1' },
  ],
  cluster: provisionedFirst,
  script: [{ at: '10s', do: 'StartMigration', plan: 'inPlace', class: 'serverless' }],
  until: '120s',
  expect: [
    { fact: 'CommitsStalled', where: { because: 'noWriter' }, within: ['10s', '10.1s'] },
    { fact: 'TransactionCommitted', within: ['10.1s', '70s'], count: { max: 0 } },
    { fact: 'VolumeOpened', where: { instance: 'w1' }, within: ['70s', '76s'] },
    { fact: 'PlanEnded', where: { outcome: 'done' }, within: ['75s', '85s'] },
    lawsHold,
  ],
}

/** Z8: Serverless v1 is reached only by a snapshot: what is committed after it stays behind. */
export const leftBehind: Scenario = {
  ...base,
  name: 'left-behind',
  title: 'By snapshot to a new cluster: what is left behind?',
  question: 'The snapshot is taken, clients go on. What does the new cluster not have?',
  tags: ['migration', 'snapshot'],
  workload: [{ ...shop(1, '1s'), on: 'cluster' }],
  seed: 97,
  pace: [
    { from: '0s', speed: '1' },
    { from: '12s', speed: '60' },
  ],
  cluster: provisionedFirst,
  script: [{ at: '10s', do: 'StartMigration', plan: 'snapshot', class: 'serverless' }],
  until: '1300s',
  expect: [
    { fact: 'PlanStepEnded', where: { step: 'snapshot', downMicros: 0 }, within: ['309s', '312s'] },
    { fact: 'PlanEnded', where: { outcome: 'done' }, within: ['1265s', '1280s'] },
    lawsHold,
  ],
}

/** Z13: from Serverless v1 to v2: engine mode, newer engine, serverless. */
export const inThreeStages: Scenario = {
  ...base,
  name: 'in-three-stages',
  title: 'From v1 to v2: how often is nobody there?',
  question: 'Engine mode, newer engine, serverless: which of the three interrupts longest?',
  tags: ['migration', 'serverless', 'failover'],
  workload: [{ ...shop(1, '1s'), on: 'cluster' }],
  seed: 100,
  pace: [
    { from: '0s', speed: '1' },
    { from: '12s', speed: '60' },
  ],
  cluster: {
    instances: [
      { id: 'w1', az: 'b', class: 'serverless' },
      { id: 'w2', az: 'a', role: 'reader', class: 'db.r5.large', tier: 0, spare: true },
    ],
    serverless: { generation: 'v1', min: 2, max: 8 },
    volume: { protectionGroups: 1 },
    parameters: quiet,
  },
  script: [{ at: '10s', do: 'StartMigration', plan: 'threeStages', class: 'serverless' }],
  until: '1700s',
  expect: [
    { fact: 'ReaderPromoted', where: { instance: 'w2' } },
    { fact: 'ModificationEnded', where: { change: 'remove', instance: 'w1' } },
    { fact: 'ModificationEnded', where: { change: 'upgrade', instance: 'w2' } },
    { fact: 'ReaderPromoted', where: { instance: 'w1' } },
    { fact: 'PlanStepEnded', where: { step: 'failover' }, count: { min: 2, max: 2 } },
    { fact: 'PlanEnded', where: { outcome: 'done', notCarried: 0 } },
    lawsHold,
  ],
}

/** Z12, S34: a green copy follows, and the cluster is switched to it; the crowd goes with it. */
export const blueGreen: Scenario = {
  ...base,
  name: 'blue-green',
  title: 'Blue/green: what does the switch cost?',
  question: 'A copy follows for half an hour. How long is nobody there at the switch?',
  workload: [
    { ...shop(1, '1s'), on: 'cluster' },
    { id: 'crowd', kind: 'demand', on: 'cluster', unit: 'ACU', points: [['0s', 1]] },
  ],
  seed: 101,
  pace: [
    { from: '0s', speed: '1' },
    { from: '12s', speed: '60' },
    { from: '1805s', speed: '3' },
    { from: '1850s', speed: '8' },
  ],
  cluster: provisionedFirst,
  script: [{ at: '10s', do: 'StartMigration', plan: 'blueGreen', class: 'serverless' }],
  until: '1900s',
  expect: [
    { fact: 'PlanStepEnded', where: { step: 'green', downMicros: 0 } },
    { fact: 'ReaderPromoted', where: { instance: 'w2' }, count: { min: 1, max: 1 } },
    { fact: 'ModificationEnded', where: { change: 'remove', instance: 'w1' } },
    { fact: 'PlanEnded', where: { outcome: 'done', notCarried: 0 } },
    lawsHold,
  ],
}
