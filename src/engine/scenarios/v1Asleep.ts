/**
 * Serverless v1 asleep: without a connection for five minutes it pauses. A call wakes it in half a
 * minute, and that is longer than its clients wait: their first try fails. It is back with the
 * capacity that it had, not small.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { v1Cluster } from './v1Cluster.ts'

export const v1Asleep: Scenario = {
  version: 1,
  name: 'v1-asleep',
  title: 'Why does the first call to a paused Serverless v1 fail?',
  question: 'It sleeps, and somebody calls. How long does the call wait, and who gives up first?',
  tags: ['serverless', 'v1', 'pause'],
  seed: 83,
  opensAt: '280s',
  pace: [
    { from: '0s', speed: '5' },
    { from: '320s', speed: '120' },
    { from: '1190s', speed: '4' },
    { from: '1260s', speed: '60' },
  ],
  cluster: v1Cluster({ min: 2, max: 8 }),
  tables: [account],
  workload: [shop(0, '500ms')],
  script: [
    { at: '20min', do: 'SetWorkload', workload: 'shop', sessions: 3 },
    { at: '25min', do: 'SetWorkload', workload: 'shop', sessions: 0 },
  ],
  until: '40min',
  expect: [
    { fact: 'InstancePaused', count: { min: 2 } },
    { fact: 'FirstTryFailed', count: { min: 1 } },
    { fact: 'InstanceResumed', where: { acu: 2, tookMicros: 30_000_000 }, count: { min: 1 } },
    { fact: 'TransactionCommitted', count: { min: 100 } },
    lawsHold,
  ],
}
