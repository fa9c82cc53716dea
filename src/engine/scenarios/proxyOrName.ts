/**
 * The writer dies, and two applications find the new one in two ways: one asks the name of the
 * cluster, which moves late and is remembered for a while; the other goes through a proxy, which
 * keeps its connections, lets requests wait, and turns to the new writer by itself.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { lossPace, lossTables, lossTeams, writerAndReader } from './lostWriter.ts'

const [shop, depot] = lossTeams('cluster', 'cluster')

export const proxyOrName: Scenario = {
  version: 1,
  name: 'proxy-or-name',
  title: 'Through a proxy or by the name: who has answers first?',
  question: 'The writer dies. One team asks the name again, one goes through a proxy: who waits?',
  tags: ['failover', 'recovery', 'stopwatch'],
  seed: 31,
  opensAt: '990ms',
  pace: [...lossPace.filter(({ from }) => from !== '30.99s'), { from: '35s', speed: '8' }],
  cluster: writerAndReader,
  tables: lossTables,
  workload: [{ ...shop!, via: 'proxy' }, depot!],
  script: [{ at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' }],
  until: '60s',
  expect: [
    { fact: 'ProxyLostWriter', where: { instance: 'w1' }, within: ['1s', '1.2s'] },
    { fact: 'ReaderPromoted', where: { instance: 'r1' }, within: ['20.9s', '21.5s'] },
    { fact: 'ProxySwitched', where: { instance: 'r1' }, within: ['23.9s', '24.5s'] },
    { fact: 'EndpointMoved', where: { to: 'r1' }, within: ['25.9s', '26.5s'] },
    {
      fact: 'TransactionCommitted',
      where: { application: 'shop' },
      within: ['24s', '26s'],
      count: { min: 10 },
    },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['1.01s', '30.9s'],
      count: { max: 0 },
    },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['31s', '33s'],
      count: { min: 10 },
    },
    lawsHold,
  ],
}
