/**
 * One loss, two clusters, the same clients: three machines, of which one is the writer and two are
 * readers, or all three are writers. Two teams change a table each, a third reads the first one's.
 * The first machine dies at one second and is back nineteen seconds later. With one writer
 * both teams wait until a reader has been promoted; with three only the team of the dead machine
 * waits, until it has rerouted itself, but reads elsewhere are older.
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { lawsHold, reader, writer } from './cluster.ts'
import { lossTables, lossTeams } from './lostWriter.ts'
import { writersOf } from './writers.ts'

/** The teams that write, and reports on what the shop has written. */
function teams(on: [string, string, string]): SessionsWorkload[] {
  const [shop, depot] = lossTeams(on[0], on[1])
  const keys = { table: 'cart', pattern: 'uniform' } as const
  return [shop!, depot!, { ...reader('report', 4, '20ms'), on: on[2], keys }]
}

const loss: Pick<Scenario, 'version' | 'opensAt' | 'tables' | 'script' | 'until'> = {
  version: 1,
  opensAt: '990ms',
  tables: lossTables,
  script: [
    { at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '20s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '60s',
}

const pace: NonNullable<Scenario['pace']> = [
  { from: '0s', speed: '1/500' },
  { from: '1.005s', speed: '1/50' },
  { from: '1.05s', speed: '1/5' },
  { from: '1.5s', speed: '1' },
  { from: '6s', speed: '2' },
  { from: '32s', speed: '8' },
]

export const writerLostSingle: Scenario = {
  ...loss,
  name: 'writer-lost-single',
  title: 'One writer, two readers, three teams: what does each feel?',
  question:
    'The writer dies. Two teams write, one reads at a reader: who feels what, and how long?',
  tags: ['failover', 'recovery', 'stopwatch'],
  seed: 35,
  pace,
  cluster: {
    instances: [
      writer,
      { id: 'r1', az: 'a', role: 'reader', class: 'db.r5.large', tier: 0 },
      { id: 'r2', az: 'c', role: 'reader', class: 'db.r5.large', tier: 1 },
    ],
    volume: { protectionGroups: 1 },
  },
  workload: teams(['cluster', 'cluster', 'reader']),
  expect: [
    { fact: 'ReaderPromoted', where: { instance: 'r1' }, within: ['20.9s', '21.5s'] },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['1.01s', '30.9s'],
      count: { max: 0 },
    },
    {
      fact: 'TransactionCommitted',
      where: { application: 'report' },
      within: ['1s', '20s'],
      count: { min: 1000 },
    },
    lawsHold,
  ],
}

export const writerLostMulti: Scenario = {
  ...loss,
  name: 'writer-lost-multi',
  title: 'Three writers, three teams: what does each feel?',
  question: 'One of three writers dies. Two teams write, one reads elsewhere: who feels what?',
  tags: ['multi-master', 'recovery', 'stopwatch'],
  seed: 36,
  pace,
  cluster: writersOf(3, { 'storage.gossipPeriod': '100ms' }),
  workload: teams(['w1', 'w2', 'w3']).map(team => ({
    ...team,
    healthCheck: { standby: [team.on === 'w2' ? 'w3' : 'w2'] },
  })),
  expect: [
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'offline' } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['1s', '4s'],
      count: { min: 200 },
    },
    {
      fact: 'TransactionCommitted',
      where: { application: 'shop' },
      within: ['4s', '8s'],
      count: { min: 100 },
    },
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'online' } },
    lawsHold,
  ],
}
