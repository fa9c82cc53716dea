/**
 * The writer gets a new engine between two transactions: requests wait for three seconds, and every
 * session is still connected afterwards (2017 §7.4).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const newEngine: Scenario = {
  version: 1,
  name: 'new-engine',
  title: 'Can an engine be changed under open connections?',
  question: 'The writer gets a new engine while applications are connected. Who loses what?',
  tags: ['maintenance', 'instance'],
  seed: 65,
  opensAt: '15ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '24ms', speed: '1/50' },
    { from: '60ms', speed: '1' },
    { from: '3s', speed: '1/50' },
  ],
  cluster: { instances: [writer] },
  tables: [account],
  workload: [shop(4, '12ms')],
  script: [{ at: '20ms', do: 'InjectFault', fault: 'EnginePatch', target: 'w1' }],
  until: '3.4s',
  expect: [
    { fact: 'EngineChangeBegan', where: { instance: 'w1' }, within: ['20ms', '1s'] },
    { fact: 'EngineChanged', where: { instance: 'w1' }, within: ['3s', '3.1s'] },
    { fact: 'TransactionCommitted', count: { min: 4 }, within: ['3s', '3.4s'] },
    { fact: 'EnginePatchFellBack', count: { max: 0 } },
    { fact: 'InstanceCrashed', count: { max: 0 } },
    lawsHold,
  ],
}
