/**
 * One writer, three readers, and who uses which by a name: the shop by the cluster endpoint, a
 * search by the reader endpoint, heavy reports by a custom endpoint of one reader, so that they
 * disturb nobody. That reader is lost; the reports have no other member and wait, the search goes
 * on (user guide, *custom endpoints*).
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { account, lawsHold, writer } from './cluster.ts'

function reading(id: string, on: string, think: string, reads: number): SessionsWorkload {
  return {
    id,
    kind: 'sessions',
    on,
    sessions: 4,
    think,
    transaction: { reads },
    keys: { table: 'account', pattern: 'uniform' },
    healthCheck: {},
  }
}

export const reportsApart: Scenario = {
  version: 1,
  name: 'reports-apart',
  title: 'Which name for which work?',
  question: 'Shop, search and reports use one cluster by three names. Who notices whose trouble?',
  tags: ['readers', 'placement'],
  seed: 31,
  opensAt: '950ms',
  pace: [
    { from: '0s', speed: '1/100' },
    { from: '995ms', speed: '1/500' },
    { from: '1.01s', speed: '1/20' },
    { from: '1.1s', speed: '1' },
  ],
  cluster: {
    instances: [
      writer,
      { id: 'r1', az: 'a', role: 'reader', class: 'db.r5.large', tier: 0 },
      { id: 'r2', az: 'c', role: 'reader', class: 'db.r5.large', tier: 1 },
      { id: 'r3', az: 'b', role: 'reader', class: 'db.r5.large', tier: 15 },
    ],
    endpoints: [{ id: 'reports', kind: 'reader', members: ['r3'] }],
    volume: { protectionGroups: 1 },
  },
  tables: [account],
  workload: [
    { ...reading('shop', 'cluster', '40ms', 1), transaction: { reads: 1, writes: 1 } },
    reading('search', 'reader', '20ms', 2),
    reading('report', 'reports', '10ms', 20),
  ],
  script: [{ at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'r3' }],
  until: '20s',
  expect: [
    { fact: 'HealthCheckMissed', where: { application: 'report', instance: 'r3' } },
    { fact: 'HealthCheckMissed', where: { application: 'shop' }, count: { max: 0 } },
    {
      fact: 'ConnectionLost',
      where: { application: ['shop'] },
      count: { max: 0 },
    },
    { fact: 'ReaderPromoted', count: { max: 0 } },
    lawsHold,
  ],
}
