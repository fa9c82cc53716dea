/**
 * One of two writers dies. There is no failover and nothing to promote: the other one goes on, the
 * application of the dead one notices by its health checks and moves, and the dead one comes back,
 * cuts back its own log alone and undoes what it had open. The same work and the same loss as in
 * the promotion of a reader, to be held beside it.
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { lossTables, lossTeams } from './lostWriter.ts'
import { writersOf } from './writers.ts'

/** Each looks after itself: the other writer stands by. */
function withStandby(team: SessionsWorkload): SessionsWorkload {
  return { ...team, healthCheck: { standby: [team.on === 'w1' ? 'w2' : 'w1'] } }
}

export const writerDownOthersGoOn: Scenario = {
  version: 1,
  name: 'writer-down-others-go-on',
  title: 'One of two writers dies: who stops?',
  question: 'One of two writers dies. Does the other one notice, and who takes over?',
  tags: ['multi-master', 'recovery', 'stopwatch'],
  seed: 10,
  opensAt: '990ms',
  pace: [
    { from: '0s', speed: '1/500' },
    { from: '1.005s', speed: '1/100' },
    { from: '1.03s', speed: '1/20' },
    { from: '1.1s', speed: '1' },
    { from: '3.99s', speed: '1/20' },
    { from: '4.1s', speed: '2' },
    { from: '15.9s', speed: '1/10' },
    { from: '16.2s', speed: '1' },
    { from: '22s', speed: '8' },
  ],
  cluster: writersOf(2, { 'storage.gossipPeriod': '100ms' }),
  tables: lossTables,
  workload: lossTeams('w1', 'w2').map(withStandby),
  script: [
    { at: '1s', do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { at: '5s', do: 'HealFault', fault: 'InstanceCrash', target: 'w1' },
  ],
  until: '60s',
  expect: [
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'offline' } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'depot' },
      within: ['1s', '4s'],
      count: { min: 200 },
    },
    {
      fact: 'HealthCheckMissed',
      where: { application: 'shop', instance: 'w1' },
      count: { min: 3, max: 3 },
    },
    { fact: 'Rerouted', where: { application: 'shop', to: 'w2' }, within: ['3.9s', '4.1s'] },
    { fact: 'CommitsStalled', count: { max: 0 } },
    { fact: 'WriterLogTruncated', where: { instance: 'w1' } },
    { fact: 'WriterStatusChanged', where: { instance: 'w1', status: 'online' } },
    {
      fact: 'TransactionCommitted',
      where: { application: 'shop' },
      within: ['4s', '6s'],
      count: { min: 20 },
    },
    lawsHold,
  ],
}
