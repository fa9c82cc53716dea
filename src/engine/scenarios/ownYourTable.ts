/**
 * Two applications take turns over all writers and keep losing to each other, until each is given a
 * writer of its own: same data, same load, no conflict. No data moves (user guide, *sharding*).
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const ownYourTable: Scenario = {
  version: 1,
  name: 'own-your-table',
  title: 'How do two writers stay out of each other’s way?',
  question: 'Requests go to all writers in turn and collide. What if each table has one writer?',
  tags: ['multi-master', 'placement'],
  seed: 13,
  opensAt: '100ms',
  pace: [
    { from: '0s', speed: '1/100' },
    { from: '500ms', speed: '1/300' },
    { from: '530ms', speed: '1/50' },
    { from: '800ms', speed: '1/20' },
  ],
  cluster: writersOf(2, { 'network.jitter': 0.2 }),
  tables: [smallTable('cart'), smallTable('stock')],
  workload: [team('shop', 'round-robin', 'cart'), team('depot', 'round-robin', 'stock')],
  script: [
    { at: '510ms', do: 'SetPlacement', workload: 'shop', on: 'w1' },
    { at: '510ms', do: 'SetPlacement', workload: 'depot', on: 'w2' },
  ],
  until: '2s',
  expect: [
    { fact: 'TransactionRolledBack', within: ['100ms', '510ms'], count: { min: 40 } },
    { fact: 'TransactionRolledBack', within: ['1s', '2s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['700ms', '1.5s'], count: { min: 100 } },
    lawsHold,
  ],
}
