/**
 * Two readers follow the writer's redo, each a little behind, and answer from their own point. One
 * of them hears nothing for a while: its users go on reading, at the point where it stands, nobody
 * waits for it, and nothing that it may still read is collected (2017 §4.2.4, 2018 §3.2–3.4).
 */
import type { Scenario } from '../contract/scenario.ts'
import { account, lawsHold, reader, shop, writer } from './cluster.ts'

export const readersBehind: Scenario = {
  version: 1,
  name: 'readers-behind',
  title: 'What does a reader see?',
  question:
    'Two readers follow the writer, and one is cut off from it. What do its users see? Who waits?',
  tags: ['readers', 'reads'],
  seed: 53,
  opensAt: '30ms',
  pace: [
    { from: '0s', speed: '1/1500' },
    { from: '44ms', speed: '1/500' },
    { from: '62ms', speed: '1/100' },
    { from: '296ms', speed: '1/500' },
    { from: '330ms', speed: '1/100' },
  ],
  cluster: {
    instances: [
      writer,
      { id: 'r1', az: 'a', role: 'reader', class: 'db.r5.large', tier: 1 },
      { id: 'r2', az: 'c', role: 'reader', class: 'db.r5.large', tier: 2 },
    ],
    volume: { protectionGroups: 1 },
    parameters: { 'instance.bufferPoolPages': 24 },
  },
  tables: [account],
  workload: [
    { ...shop(4, '15ms'), on: 'cluster' },
    { ...reader('report', 4, '10ms'), on: 'reader' },
  ],
  script: [
    { at: '60ms', do: 'InjectFault', fault: 'LinkCut', target: 'r2<>w1' },
    { at: '300ms', do: 'HealFault', fault: 'LinkCut', target: 'r2<>w1' },
  ],
  until: '600ms',
  expect: [
    { fact: 'StreamApplied', where: { instance: 'r1' }, within: ['60ms', '300ms'] },
    {
      fact: 'StreamApplied',
      where: { instance: 'r2' },
      within: ['70ms', '300ms'],
      count: { max: 0 },
    },
    { fact: 'StreamApplied', where: { instance: 'r2' }, within: ['300ms', '600ms'] },
    {
      fact: 'TransactionCommitted',
      where: { application: 'report' },
      within: ['70ms', '300ms'],
      count: { min: 30 },
    },
    { fact: 'CommitsStalled', count: { max: 0 } },
    lawsHold,
  ],
}
