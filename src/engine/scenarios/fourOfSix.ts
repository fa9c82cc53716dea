/**
 * The opening: one application, one writer, six copies in three zones, and nothing scripted, since
 * the viewer does the breaking. Slow motion first, so that every message can be followed; then
 * faster, so that a restart of the writer passes in seconds. Gossip and resends are quicker than
 * by default, so that something is seen to move even while nobody can write.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const fourOfSix: Scenario = {
  version: 1,
  name: 'four-of-six',
  title: 'How many copies can you lose?',
  question:
    'Six copies of one database, in three zones. ' +
    'How many can you lose before a commit has to wait?',
  tags: ['opening', 'quorum'],
  seed: 46,
  opensAt: '12ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '20ms', speed: '1/600' },
    { from: '40ms', speed: '1/100' },
    { from: '240ms', speed: '1/10' },
    { from: '1.5s', speed: '1' },
    { from: '5s', speed: '4' },
    { from: '25s', speed: '1' },
  ],
  cluster: {
    instances: [writer],
    volume: { protectionGroups: 1 },
    parameters: {
      'storage.gossipPeriod': '4ms',
      'network.resendFirst': '10ms',
      'network.resendMax': '20ms',
    },
  },
  tables: [account],
  workload: [shop(3, '4ms')],
  until: '2min',
  expect: [{ fact: 'TransactionCommitted', within: ['0s', '100ms'], count: { min: 20 } }, lawsHold],
}
