/** Pieces that the scenarios of several writers share: writers in zones, and who asks them. */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'

type Cluster = Scenario['cluster']

const zones = ['a', 'b', 'c', 'a'] as const

/** `w1` in zone a, `w2` in zone b, and so on; one group, copies that compare often. */
export function writersOf(count: number, parameters: Cluster['parameters'] = {}): Cluster {
  return {
    edition: 'mysql',
    topology: 'multi-master',
    instances: Array.from({ length: count }, (_, index) => ({
      id: `w${index + 1}`,
      az: zones[index]!,
      class: 'db.r5.large',
    })),
    volume: { protectionGroups: 1 },
    parameters: { 'network.jitter': 0, 'storage.gossipPeriod': '20ms', ...parameters },
  }
}

/** Sessions that read a row and change another of one table, at one writer or at each in turn. */
export function team(id: string, on: string, table: string): SessionsWorkload {
  return {
    id,
    kind: 'sessions',
    on,
    sessions: 4,
    think: '8ms',
    transaction: { reads: 1, writes: 1 },
    keys: { table, pattern: 'uniform' },
  }
}

/** 48 rows on 6 pages. */
export function smallTable(name: string): NonNullable<Scenario['tables']>[number] {
  return { name, columns: ['id int primary key', 'v int'], rows: 48, rowsPerPage: 8 }
}
