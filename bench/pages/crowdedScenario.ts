/** Sixty storage nodes, ten protection groups and a few hundred sessions, all healthy. */
import type { Scenario } from '../../src/engine/contract/scenario.ts'

export const crowdedScenario: Scenario = {
  version: 1,
  name: 'crowded-stage',
  title: 'A crowded stage',
  question: 'How many messages can be drawn?',
  cluster: {
    instances: [{ id: 'w1', az: 'a', role: 'writer', class: 'db.r5.8xlarge' }],
    volume: { protectionGroups: 10 },
    parameters: { 'storage.fleetPerAz': 20 },
  },
  tables: [{ name: 'account', rows: 100_000 }],
  workload: [
    {
      id: 'shop',
      kind: 'sessions',
      on: 'w1',
      sessions: 200,
      think: '5ms',
      transaction: { reads: 1, writes: 2 },
      keys: { table: 'account', pattern: 'uniform' },
    },
  ],
  until: '60s',
}
