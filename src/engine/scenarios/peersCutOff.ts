/**
 * Two writers cannot hear each other, but storage hears both. Nothing diverges, since storage
 * decides; each only knows less of the other, loses more often, and waits where it must be sure.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

export const peersCutOff: Scenario = {
  version: 1,
  name: 'peers-cut-off',
  title: 'Two writers that cannot hear each other?',
  question: 'The link between two writers is cut, storage is fine. Do they drift apart?',
  tags: ['multi-master', 'network', 'lag'],
  seed: 15,
  opensAt: '195ms',
  pace: [
    { from: '0s', speed: '1/200' },
    { from: '210ms', speed: '1/40' },
    { from: '300ms', speed: '1/300' },
    { from: '306ms', speed: '1/20' },
    { from: '598ms', speed: '1/300' },
    { from: '606ms', speed: '1/40' },
    { from: '700ms', speed: '1/10' },
  ],
  cluster: writersOf(2),
  tables: [{ ...smallTable('account'), rows: 16 }],
  workload: [
    { ...team('shop', 'w1', 'account'), sessions: 2, think: '30ms' },
    { ...team('depot', 'w2', 'account'), sessions: 2, think: '30ms' },
  ],
  script: [
    { at: '200ms', do: 'InjectFault', fault: 'LinkCut', target: 'w1<>w2' },
    {
      at: '300ms',
      do: 'RunTransaction',
      session: 'carol',
      on: 'w2',
      table: 'account',
      read: [1],
      mode: 'REGIONAL_RAW',
    },
    { at: '600ms', do: 'HealFault', fault: 'LinkCut', target: 'w1<>w2' },
  ],
  until: '1.2s',
  expect: [
    {
      fact: 'TransactionRolledBack',
      where: { cause: 'staleBase' },
      within: ['200ms', '600ms'],
      count: { min: 4 },
    },
    { fact: 'TransactionCommitted', within: ['200ms', '600ms'], count: { min: 10 } },
    { fact: 'RegionalReadWaited', within: ['600ms', '700ms'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
