/**
 * Serverless v1 and a session that forgot a temporary table: nothing runs, no transaction is open,
 * and still there is no scaling point. The change is forced: the table is lost with its session.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { clerk, crowd, v1Cluster } from './v1Cluster.ts'

export const v1ForgottenTable: Scenario = {
  version: 1,
  name: 'v1-forgotten-table',
  title: 'Can a forgotten temporary table stop Serverless v1?',
  question: 'Nobody runs anything, and no scaling point is found. What is still held, and by whom?',
  tags: ['serverless', 'v1', 'sql'],
  seed: 99,
  opensAt: '50s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '80s', speed: '15' },
    { from: '175s', speed: '2' },
  ],
  cluster: v1Cluster({ min: 2, max: 8, timeout: '120s', onTimeout: 'force' }),
  tables: [account],
  workload: [crowd([['0s', 2.6]], 30)],
  script: [
    clerk('20s', 'CREATE TEMPORARY TABLE basket (id INT PRIMARY KEY)'),
    clerk('190s', 'SELECT balance FROM account WHERE id = 5'),
  ],
  until: '210s',
  expect: [
    { fact: 'ScalingPointBlocked', count: { min: 1 } },
    { fact: 'ChangeForced', where: { aborted: 0, dropped: 1 }, count: { min: 1, max: 1 } },
    { fact: 'StatementRefused', where: { session: 'clerk', code: '1105' }, count: { min: 1 } },
    { fact: 'CapacityChanged', where: { acu: 4 }, count: { min: 1 } },
    lawsHold,
  ],
}
