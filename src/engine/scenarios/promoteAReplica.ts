/**
 * The writer of a single-master cluster dies. The reader takes over: it locks the old writer out
 * by a new epoch, finds the last safe point, becomes the writer, and the name of the cluster
 * follows (2018 §2.4, §3.2). Nothing acknowledged is lost, but both applications wait for it all.
 * The same work and the same loss as in the story of two writers, to be held beside it.
 */
import type { Scenario } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { lossPace, lossTables, lossTeams, writerAndReader } from './lostWriter.ts'

export const promoteAReplica: Scenario = {
  version: 1,
  name: 'promote-a-replica',
  title: 'The writer dies: how long until a reader has taken over?',
  question: 'One writer, one reader, two applications. The writer dies: who waits, and how long?',
  tags: ['failover', 'recovery', 'stopwatch'],
  seed: 21,
  opensAt: '990ms',
  pace: [...lossPace, { from: '31.1s', speed: '1' }, { from: '33s', speed: '8' }],
  cluster: writerAndReader,
  tables: lossTables,
  workload: lossTeams('cluster', 'cluster'),
  script: [{ at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' }],
  until: '60s',
  expect: [
    { fact: 'InstanceSuspected', where: { instance: 'w1' }, within: ['4s', '4.1s'] },
    { fact: 'ReaderPromoted', where: { instance: 'r1' }, within: ['20.9s', '21.5s'] },
    { fact: 'EndpointMoved', where: { to: 'r1' }, within: ['25.9s', '26.5s'] },
    { fact: 'TransactionCommitted', within: ['1.01s', '30.9s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['31s', '32s'], count: { min: 10 } },
    { fact: 'WriterFenced', count: { max: 0 } },
    lawsHold,
  ],
}
