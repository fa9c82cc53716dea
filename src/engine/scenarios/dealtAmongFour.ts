/**
 * Four writers, the most there were (user guide, from 2020-12-17), and four shops of which none
 * touches another's rows. Storage judges pages, though, and shops meet on a page. First all take
 * turns; then each shop has a writer of its own and only the shared pages collide; then shops that
 * share a page share a writer, and two writers in peace do no less than four that collide.
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { lawsHold } from './cluster.ts'
import { smallTable, team, writersOf } from './writers.ts'

/** A page and a half: the first shop meets the second on a page, and the third the fourth. */
const shopRows = 12

const shops = ['north', 'east', 'south', 'west']

function shop(id: string, index: number): SessionsWorkload {
  const first = index * shopRows
  const rows: [number, number] = [first, first + shopRows - 1]
  return {
    ...team(id, 'round-robin', 'cart'),
    sessions: 2,
    keys: { table: 'cart', pattern: 'uniform', rows },
  }
}

/** All shops in their order, at one instant. */
function deal(at: string, writers: string[]): NonNullable<Scenario['script']> {
  return shops.map((workload, index) => ({ at, do: 'SetPlacement', workload, on: writers[index]! }))
}

export const dealtAmongFour: Scenario = {
  version: 1,
  name: 'dealt-among-four',
  title: 'Four writers: who gets which pages?',
  question: 'Four shops, none touches another’s rows. Which writer should each of them use?',
  tags: ['multi-master', 'conflict', 'placement'],
  seed: 16,
  opensAt: '100ms',
  pace: [
    { from: '0s', speed: '1/100' },
    { from: '295ms', speed: '1/300' },
    { from: '320ms', speed: '1/50' },
    { from: '795ms', speed: '1/300' },
    { from: '820ms', speed: '1/50' },
  ],
  cluster: writersOf(4, { 'network.jitter': 0.2 }),
  tables: [smallTable('cart')],
  workload: shops.map(shop),
  script: [...deal('300ms', ['w1', 'w2', 'w3', 'w4']), ...deal('800ms', ['w1', 'w1', 'w3', 'w3'])],
  until: '1.2s',
  expect: [
    { fact: 'TransactionRolledBack', within: ['100ms', '300ms'], count: { min: 40 } },
    { fact: 'TransactionRolledBack', within: ['400ms', '800ms'], count: { min: 20, max: 60 } },
    { fact: 'TransactionCommitted', within: ['400ms', '600ms'], count: { min: 90 } },
    // Just after a move a writer may still build on what another did last.
    { fact: 'TransactionRolledBack', within: ['900ms', '1.2s'], count: { max: 0 } },
    { fact: 'TransactionCommitted', within: ['900ms', '1.1s'], count: { min: 110 } },
    lawsHold,
  ],
}
