/**
 * A zone stays away, and four of six have no room left for another loss: the model becomes three of
 * four, and four of six again when the zone is back (2018 §4.1).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop, writer } from './cluster.ts'

export const threeOfFour: Scenario = {
  version: 1,
  name: 'three-of-four',
  title: 'What if a zone stays away?',
  question: 'A zone is lost for long, and one more copy would stop all commits. Need it?',
  tags: ['membership', 'quorum', 'zones'],
  seed: 43,
  opensAt: '17ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '26ms', speed: '1/50' },
    { from: '199ms', speed: '1/1000' },
    { from: '205ms', speed: '1/50' },
    { from: '300ms', speed: '1/500' },
    { from: '320ms', speed: '1/50' },
    { from: '699ms', speed: '1/1000' },
    { from: '705ms', speed: '1/50' },
  ],
  cluster: { instances: [writer] },
  tables: [account],
  workload: [shop(3, '6ms')],
  script: [
    { at: '20ms', do: 'InjectFault', fault: 'AzOutage', target: 'az-c' },
    { at: '200ms', do: 'ChangeQuorum', model: '3/4' },
    { at: '300ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' },
    { at: '600ms', do: 'HealAll' },
    { at: '700ms', do: 'ChangeQuorum', model: '4/6' },
  ],
  until: '1.2s',
  expect: [
    { fact: 'MembershipChanged', where: { change: 'threeOfFour' }, within: ['200ms', '210ms'] },
    { fact: 'TransactionCommitted', within: ['310ms', '600ms'], count: { min: 20 } },
    { fact: 'CommitsStalled', count: { max: 0 } },
    { fact: 'MembershipChanged', where: { change: 'fourOfSix' }, within: ['700ms', '710ms'] },
    lawsHold,
  ],
}
