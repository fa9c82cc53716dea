/**
 * The same with ForceApplyCapacityChange: after its time the change is made anyway, the clerk's
 * transaction is aborted and its connection cut; the next statement says so with error 1105.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { clerk, crowd, v1Cluster } from './v1Cluster.ts'

export const v1Forced: Scenario = {
  version: 1,
  name: 'v1-forced',
  title: 'What does a forced change of capacity cost?',
  question: 'The change is made whoever is in the way. What does the clerk see, and what is lost?',
  tags: ['serverless', 'v1', 'sql'],
  seed: 82,
  opensAt: '50s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '90s', speed: '15' },
    { from: '175s', speed: '2' },
  ],
  cluster: v1Cluster({ min: 2, max: 16, timeout: '120s', onTimeout: 'force' }),
  tables: [account],
  workload: [crowd([['0s', 2.6]], 30)],
  script: [
    clerk('20s', 'BEGIN'),
    clerk('21s', 'UPDATE account SET balance = 7 WHERE id = 5'),
    clerk('190s', 'COMMIT'),
    clerk('195s', 'SELECT balance FROM account WHERE id = 5'),
  ],
  until: '4min',
  expect: [
    { fact: 'ChangeForced', where: { aborted: 1, error: '1105' }, count: { min: 1 } },
    { fact: 'StatementRefused', where: { session: 'clerk', code: '1105' }, count: { min: 1 } },
    { fact: 'CapacityChanged', where: { acu: 4 }, count: { min: 1 } },
    lawsHold,
  ],
}
