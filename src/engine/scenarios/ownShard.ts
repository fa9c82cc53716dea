/**
 * One table, four tenants, two writers. Each tenant is a range of rows of its own, and the map says
 * which writer it uses: nobody collides. A tenant is moved to the other writer while it runs, which
 * moves no data; then all take turns, and the conflicts begin (user guide, *segmented data*).
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

const tenantRows = 24

/** Its rows lie on three pages that no other tenant uses. */
function tenant(number: number, on: string, standby: string): SessionsWorkload {
  const first = (number - 1) * tenantRows
  return {
    ...team(`tenant-${number}`, on, 'account'),
    keys: { table: 'account', pattern: 'uniform', rows: [first, first + tenantRows - 1] },
    healthCheck: { standby: [standby] },
  }
}

const all = ['tenant-1', 'tenant-2', 'tenant-3', 'tenant-4']

export const ownShard: Scenario = {
  version: 1,
  name: 'own-shard',
  title: 'Who owns which rows?',
  question: 'Four tenants share a table. Can any writer serve any of them, and what does it cost?',
  tags: ['multi-master', 'placement'],
  seed: 15,
  opensAt: '300ms',
  pace: [
    { from: '0s', speed: '1/50' },
    { from: '490ms', speed: '1/300' },
    { from: '520ms', speed: '1/50' },
    { from: '1.49s', speed: '1/300' },
    { from: '1.52s', speed: '1/50' },
  ],
  cluster: writersOf(2, { 'network.jitter': 0.2 }),
  tables: [{ ...smallTable('account'), rows: 4 * tenantRows }],
  workload: [
    tenant(1, 'w1', 'w2'),
    tenant(2, 'w1', 'w2'),
    tenant(3, 'w2', 'w1'),
    tenant(4, 'w2', 'w1'),
  ],
  script: [
    { at: '500ms', do: 'SetPlacement', workload: 'tenant-2', on: 'w2' },
    ...all.map(workload => ({
      at: '1.5s',
      do: 'SetPlacement' as const,
      workload,
      on: 'round-robin',
    })),
  ],
  until: '3s',
  expect: [
    // Just after the move w2 may still build on what w1 did last.
    { fact: 'TransactionRolledBack', within: ['0s', '500ms'], count: { max: 0 } },
    { fact: 'TransactionRolledBack', within: ['600ms', '1.5s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', where: { application: 'tenant-2' }, count: { min: 50 } },
    { fact: 'TransactionRolledBack', within: ['1.5s', '2.5s'], count: { min: 40 } },
    lawsHold,
  ],
}
