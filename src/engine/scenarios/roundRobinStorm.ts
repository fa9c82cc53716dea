/**
 * A table for each writer runs without a conflict. Then somebody sends every transaction to the
 * next writer in turn, which the user guide advises against, and the conflicts begin.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const roundRobinStorm: Scenario = {
  version: 1,
  name: 'round-robin-storm',
  title: 'What does taking turns cost?',
  question: 'Each application has a writer of its own. What if requests go to all writers in turn?',
  tags: ['multi-master', 'conflict', 'placement'],
  seed: 12,
  opensAt: '100ms',
  pace: [
    { from: '0s', speed: '1/100' },
    { from: '190ms', speed: '1/500' },
    { from: '215ms', speed: '1/100' },
    { from: '400ms', speed: '1/20' },
  ],
  cluster: writersOf(2, { 'network.jitter': 0.2 }),
  tables: [smallTable('cart'), smallTable('stock')],
  workload: [team('shop', 'w1', 'cart'), team('depot', 'w2', 'stock')],
  script: [
    { at: '200ms', do: 'SetPlacement', workload: 'shop', on: 'round-robin' },
    { at: '200ms', do: 'SetPlacement', workload: 'depot', on: 'round-robin' },
  ],
  until: '2s',
  expect: [
    { fact: 'TransactionRolledBack', within: ['0s', '200ms'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['0s', '200ms'], count: { min: 50 } },
    { fact: 'TransactionRolledBack', within: ['200ms', '600ms'], count: { min: 40 } },
    { fact: 'TransactionRolledBack', where: { cause: 'staleBase' }, count: { min: 20 } },
    lawsHold,
  ],
}
