/**
 * Six hundred sessions lose their connections at once. When the name leads to the new writer they
 * all come back together, and each new connection takes CPU before any work is done: for seconds
 * the new writer does little else. Pauses of random length before each try spread them; with
 * `client.retryJitter` 0 they come in step.
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, shop } from './cluster.ts'
import { lossPace, writerAndReader } from './lostWriter.ts'

export const connectionStorm: Scenario = {
  version: 1,
  name: 'connection-storm',
  title: 'Six hundred connections come back at once: who gets through?',
  question: 'A new writer is there. Six hundred sessions want it at once: what does it do first?',
  tags: ['failover', 'stopwatch'],
  seed: 34,
  opensAt: '990ms',
  pace: [...lossPace, { from: '31.2s', speed: '1/2' }, { from: '40s', speed: '8' }],
  cluster: { ...writerAndReader, parameters: { 'client.connectCpu': '20ms' } },
  tables: [account],
  workload: [{ ...shop(600, '1s'), on: 'cluster' }],
  script: [{ at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' }],
  until: '60s',
  expect: [
    { fact: 'ReaderPromoted', where: { instance: 'r1' }, within: ['20.9s', '21.5s'] },
    { fact: 'TransactionCommitted', within: ['31s', '32s'], count: { min: 20, max: 150 } },
    { fact: 'TransactionCommitted', within: ['40s', '41s'], count: { min: 400 } },
    { fact: 'ConnectionLost', within: ['1s', '3s'], count: { min: 400 } },
    lawsHold,
  ],
}
