/** Pieces that the built-in scenarios share: one writer, one table of accounts, one shop. */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'

export const writer: Scenario['cluster']['instances'][number] = {
  id: 'w1',
  az: 'b',
  class: 'db.r5.large',
}

/** 320 rows on 40 pages. */
export const account: NonNullable<Scenario['tables']>[number] = {
  name: 'account',
  columns: ['id int primary key', 'balance int'],
  rows: 320,
  rowsPerPage: 8,
}

/** Sessions that read a row and change another, all over the accounts. */
export function shop(sessions: number, think: string): SessionsWorkload {
  return {
    id: 'shop',
    kind: 'sessions',
    on: 'w1',
    sessions,
    think,
    transaction: { reads: 1, writes: 1 },
    keys: { table: 'account', pattern: 'uniform' },
  }
}

/** Sessions that only read. */
export function reader(id: string, sessions: number, think: string): SessionsWorkload {
  return { ...shop(sessions, think), id, transaction: { reads: 2, writes: 0 } }
}

/** What the two stories of a lost writer share: each of two applications has a table of its own. */
/** A writer in zone b and a reader in zone a, ready to take over. */
export const writerAndReader: Scenario['cluster'] = {
  instances: [writer, { id: 'r1', az: 'a', role: 'reader', class: 'db.r5.large', tier: 0 }],
  volume: { protectionGroups: 1 },
}

/** How a loss of the writer at one second is looked at, until its name has moved. */
export const lossPace: NonNullable<Scenario['pace']> = [
  { from: '0s', speed: '1/500' },
  { from: '1.005s', speed: '1/100' },
  { from: '1.03s', speed: '1/20' },
  { from: '1.1s', speed: '1' },
  { from: '3.998s', speed: '1/500' },
  { from: '4.01s', speed: '1/20' },
  { from: '4.06s', speed: '3' },
  { from: '30.99s', speed: '1/20' },
]

export const lossTables: NonNullable<Scenario['tables']> = [
  { ...account, name: 'cart' },
  { ...account, name: 'stock' },
]

export function lossTeams(shopOn: string, depotOn: string): SessionsWorkload[] {
  const team = shop(6, '40ms')
  return [
    { ...team, on: shopOn, keys: { table: 'cart', pattern: 'uniform' } },
    { ...team, id: 'depot', on: depotOn, keys: { table: 'stock', pattern: 'uniform' } },
  ]
}

/** No law may break, whatever happens. */
export const lawsHold: NonNullable<Scenario['expect']>[number] = {
  fact: 'LawBroken',
  count: { max: 0 },
}
