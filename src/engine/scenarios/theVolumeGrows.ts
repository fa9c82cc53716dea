/**
 * New rows fill a protection group, and the volume adds one: six more segments, two in each zone,
 * and the next geometry epoch (2017 §2.2, 2018 §4.1). A group holds five pages here instead of ten
 * gigabytes.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const theVolumeGrows: Scenario = {
  version: 1,
  name: 'the-volume-grows',
  title: 'What happens when a volume is full?',
  question: 'Rows are added until the protection group is full. Where does the next one go?',
  tags: ['protection groups', 'growth'],
  seed: 48,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '26ms', speed: '1/300' },
    { from: '100ms', speed: '1/20' },
  ],
  cluster: {
    instances: [writer],
    parameters: { 'storage.pagesPerGroup': 5 },
  },
  tables: [{ ...account, rows: 24 }],
  workload: [{ ...shop(4, '4ms'), keys: { table: 'account', pattern: 'append' } }],
  until: '800ms',
  expect: [
    { fact: 'VolumeGrew', where: { group: 'pg2', geometryEpoch: 2 }, within: ['18ms', '30ms'] },
    { fact: 'VolumeGrew', count: { min: 5 } },
    { fact: 'CommitWritten', where: { group: 'pg5' } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
