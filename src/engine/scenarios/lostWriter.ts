/** What the stories of a lost writer share: each of two applications has a table of its own. */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import { account, shop, writer } from './cluster.ts'

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
