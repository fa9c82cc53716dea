/**
 * A protection group in which nobody writes: its copies stand at an LSN far below the safe point
 * of the volume, and yet they are complete, since there is nothing of their group above. A copy is
 * measured by the last record of its own group.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const coldGroup: Scenario = {
  version: 1,
  name: 'cold-group',
  title: 'Is an idle group behind?',
  question:
    'Nobody has written to one group for long: its copies stand far below the safe point. ' +
    'Can they still answer reads?',
  tags: ['protection groups', 'reads'],
  seed: 71,
  opensAt: '40ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '60ms', speed: '1/500' },
    { from: '90ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 2 },
    parameters: { 'instance.bufferPoolPages': 44, 'storage.gossipPeriod': '12ms' },
  },
  tables: [account, { ...account, name: 'archive' }],
  workload: [
    shop(3, '4ms'),
    { ...reader('audit', 1, '5ms'), keys: { table: 'archive', pattern: 'uniform' } },
  ],
  until: '400ms',
  expect: [
    {
      fact: 'PageReturned',
      where: { segment: ['pg2/a2', 'pg2/a3', 'pg2/b2', 'pg2/b3', 'pg2/c2', 'pg2/c3'] },
      count: { min: 5 },
    },
    { fact: 'PgclAdvanced', where: { group: 'pg2' }, count: { max: 0 } },
    { fact: 'ReadRefused', count: { max: 0 } },
    lawsHold,
  ],
}
