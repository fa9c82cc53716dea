/**
 * Two of three, to compare: the same two failures that leave three of six leave one of three, and
 * nobody can tell whether it is current (2017 §2.1; 2018 figure 1).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const twoOfThree: Scenario = {
  version: 1,
  name: 'two-of-three',
  title: 'Why not two of three?',
  question: 'A zone is down and one more copy dies. With two of three, what is left?',
  tags: ['quorum', 'zones'],
  seed: 45,
  opensAt: '13ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '22.5ms', speed: '1/500' },
    { from: '40ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    parameters: {
      'quorum.copies': 3,
      'quorum.write': 2,
      'quorum.read': 2,
      'storage.gossipPeriod': '4ms',
      'instance.bufferPoolPages': 24,
    },
  },
  tables: [account],
  workload: [shop(3, '4ms'), reader('audit', 1, '6ms')],
  script: [
    { at: '15ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
    { at: '22ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
    { at: '400ms', do: 'HealAll' },
  ],
  until: '800ms',
  expect: [
    { fact: 'WriteQuorumLost', where: { reachable: 1, needed: 2 }, within: ['22ms', '22ms'] },
    { fact: 'ReadQuorumLost', where: { reachable: 1, needed: 2 }, within: ['22ms', '22ms'] },
    { fact: 'CommitsResumed', within: ['400ms', '402ms'] },
    lawsHold,
  ],
}
