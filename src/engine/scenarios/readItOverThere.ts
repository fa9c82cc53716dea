/**
 * Commit at one writer, read at the other. `INSTANCE_RAW` reads what the other knows, an old value;
 * `REGIONAL_RAW` first asks how far everybody is and waits until that is known here.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, writersOf } from './writers.ts'

export const readItOverThere: Scenario = {
  version: 1,
  name: 'read-it-over-there',
  title: 'Written here, read over there: which value?',
  question: 'One writer commits. What does a read at the other writer see a moment later?',
  tags: ['multi-master', 'consistency', 'lag'],
  seed: 11,
  opensAt: '9.9ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '14ms', speed: '1/600' },
    { from: '24ms', speed: '1/300' },
    { from: '60ms', speed: '1/50' },
  ],
  cluster: writersOf(2),
  tables: [smallTable('account')],
  script: [
    { at: '10ms', do: 'RunTransaction', session: 'alice', on: 'w1', table: 'account', write: [1] },
    { at: '16ms', do: 'RunTransaction', session: 'bob', on: 'w2', table: 'account', read: [1] },
    {
      at: '20ms',
      do: 'RunTransaction',
      session: 'bob',
      on: 'w2',
      table: 'account',
      read: [1],
      mode: 'REGIONAL_RAW',
    },
  ],
  until: '150ms',
  expect: [
    { fact: 'TransactionCommitted', where: { application: 'alice' }, within: ['10ms', '15ms'] },
    {
      fact: 'RowRead',
      where: { instance: 'w2', writtenBy: 0, staleMicros: { min: 1 } },
      within: ['16ms', '20ms'],
    },
    { fact: 'RegionalReadWaited', where: { instance: 'w2', waitedMicros: { min: 1500 } } },
    {
      fact: 'RowRead',
      where: { instance: 'w2', writtenBy: 1, staleMicros: 0 },
      within: ['20ms', '60ms'],
    },
    lawsHold,
  ],
}
