/**
 * The fullest clusters that there are, at busy moments: one writer with fifteen readers, sixteen
 * groups, and four writers (Multi-Master has no readers), alone and over sixteen groups.
 */

interface Extreme {
  /** A name in the catalogue, or a scenario. */
  source: unknown
  at: string
}

const zones = ['a', 'b', 'c', 'a'] as const

function named(name: string, rest: Record<string, unknown>): Record<string, unknown> {
  return { version: 1, name, title: 'All at once?', question: 'All at once?', seed: 14, ...rest }
}

const readers = Array.from({ length: 15 }, (_, k) => ({
  id: `r${k + 1}`,
  az: zones[k % 3],
  role: 'reader',
}))

const writers = zones.map((az, k) => ({ id: `w${k + 1}`, az, class: 'db.r5.large' }))

function client(id: string, on: string, writes = 1): Record<string, unknown> {
  const keys = { table: 'cart', pattern: 'uniform' }
  return {
    id,
    kind: 'sessions',
    on,
    sessions: 2,
    think: '3ms',
    transaction: { reads: 1, writes },
    keys,
  }
}

const volume = { protectionGroups: 16 }
const tables = [{ name: 'cart', rows: 480, rowsPerPage: 8 }]

const readersOverGroups = named('readers-over-groups', {
  cluster: { instances: [{ id: 'w1', az: 'b' }, ...readers], volume },
  tables,
  workload: [client('shop', 'w1'), client('reports', 'reader', 0), client('depot', 'w1')],
  until: '1s',
})

const writersOverGroups = named('writers-over-groups', {
  cluster: { topology: 'multi-master', instances: writers, volume },
  tables,
  workload: ['north', 'east', 'south', 'west'].map(id => client(id, 'round-robin')),
  until: '1s',
})

export const extremes: Extreme[] = [
  { source: readersOverGroups, at: '100ms' },
  { source: 'dealt-among-four', at: '250ms' },
  { source: writersOverGroups, at: '150ms' },
]
