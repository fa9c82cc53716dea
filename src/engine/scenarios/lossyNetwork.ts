/**
 * One message in ten is lost. Holes open everywhere, resends and gossip fill them, and no commit
 * is lost, since each waits for four copies on disk (2018 §2.3).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const lossyNetwork: Scenario = {
  version: 1,
  name: 'lossy-network',
  title: 'Does a lost message lose a commit?',
  question: 'One message in ten never arrives. Is a commit ever lost with it?',
  tags: ['network', 'log'],
  seed: 81,
  opensAt: '10ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '30ms', speed: '1/500' },
    { from: '70ms', speed: '1/50' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: { 'network.loss': 0.1, 'storage.gossipPeriod': '20ms' },
  },
  tables: [account],
  workload: [shop(4, '4ms')],
  until: '600ms',
  expect: [
    { fact: 'MessageDropped', where: { because: 'loss' }, within: ['0s', '60ms'] },
    { fact: 'HoleOpened' },
    { fact: 'HoleFilled' },
    { fact: 'RecordsResent' },
    { fact: 'TransactionCommitted', count: { min: 100 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
