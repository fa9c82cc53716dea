/**
 * Serverless v1 needs an instant without transactions, and a clerk has left one open: the search
 * names the clerk, and after five minutes nothing has happened. Only when the clerk commits does
 * the capacity follow.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold } from './cluster.ts'
import { clerk, crowd, v1Cluster } from './v1Cluster.ts'

export const v1Blocked: Scenario = {
  version: 1,
  name: 'v1-blocked',
  title: 'Who keeps Serverless v1 from scaling?',
  question: 'The crowd is there, the host is there, and nothing happens. Who is in the way?',
  tags: ['serverless', 'v1', 'sql'],
  seed: 81,
  opensAt: '50s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '90s', speed: '20' },
    { from: '350s', speed: '5' },
  ],
  cluster: v1Cluster({ min: 2, max: 16, onTimeout: 'rollback' }),
  tables: [account],
  workload: [crowd([['0s', 3.5]], 30)],
  script: [
    clerk('20s', 'BEGIN'),
    clerk('21s', 'UPDATE account SET balance = 7 WHERE id = 5'),
    clerk('450s', 'COMMIT'),
  ],
  until: '9min',
  expect: [
    { fact: 'ScalingPointBlocked', count: { min: 2 } },
    { fact: 'SearchEnded', where: { action: 'rollback' }, count: { min: 1, max: 1 } },
    { fact: 'ScalingPointFound', where: { acu: 4 }, count: { min: 1 } },
    { fact: 'StatementRefused', count: { max: 0 } },
    lawsHold,
  ],
}
