/**
 * AZ+1: a zone is down and one more copy dies. Three of six are left: commits wait, but the read
 * quorum lives, so nothing is lost and everything can be repaired (2017 §2.1).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const azPlusOne: Scenario = {
  version: 1,
  name: 'az-plus-one',
  title: 'What does AZ+1 survive?',
  question: 'A zone is down and one more copy dies: what still works?',
  tags: ['quorum', 'zones'],
  seed: 21,
  opensAt: '13ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '28ms', speed: '1/500' },
    { from: '60ms', speed: '1/50' },
    { from: '395ms', speed: '1/1000' },
    { from: '410ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'storage.gossipPeriod': '8ms', 'instance.bufferPoolPages': 24 },
  },
  tables: [account],
  workload: [shop(3, '4ms'), reader('audit', 1, '6ms')],
  script: [
    { at: '15ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
    { at: '22ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
    { at: '400ms', do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' },
    { at: '700ms', do: 'HealFault', fault: 'AzOutage', target: 'az-c' },
  ],
  until: '1s',
  expect: [
    { fact: 'TransactionCommitted', where: { application: 'shop' }, within: ['16ms', '22ms'] },
    { fact: 'WriteQuorumLost', where: { reachable: 3, needed: 4 }, within: ['22ms', '22ms'] },
    { fact: 'CommitsStalled', where: { because: 'noWriteQuorum' } },
    { fact: 'PageReturned', within: ['30ms', '400ms'] },
    { fact: 'ReadQuorumLost', count: { max: 0 } },
    { fact: 'CommitsResumed', within: ['400ms', '401ms'] },
    lawsHold,
  ],
}
