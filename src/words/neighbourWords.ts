/** What is published of each neighbour, in short; every line has its source. */
import type { NeighbourId, NeighbourScriptId } from '../engine/contract/neighbour.ts'

export interface NeighbourCard {
  id: NeighbourId
  name: string
  /** Where it looks and when, in one line. */
  decides: string
  who: string
  unit: string
  loser: string
  reads: string
  loss: string
  source: string
}

export const neighbourCards: NeighbourCard[] = [
  {
    id: 'multiMaster',
    name: 'Aurora Multi-Master',
    decides: 'At the write, on pages, by a quorum of storage nodes',
    who: 'Every instance, four at most',
    unit: 'The page of 16 KB: its version must be the one that the change was made on',
    loser: 'The later arrival, at once; error 1213',
    reads: 'Stale by about 20 to 40 ms, or REGIONAL_RAW',
    loss: 'No failover: applications go elsewhere; the writer restarts in 10 to 20 s',
    source: 'Aurora User Guide, Working with Aurora multi-master clusters, 2019 to 2023',
  },
  {
    id: 'singleMaster',
    name: 'Aurora single-master',
    decides: 'At the write, on rows, by locks of the one writer',
    who: 'One, with up to 15 readers',
    unit: 'Rows, locked on one node',
    loser: 'Who comes later waits; 1205 after the timeout, 1213 in a deadlock',
    reads: 'At readers behind by the replica lag, and read-only',
    loss: 'A reader is promoted: usually under 60 s, often under 30 s',
    source: 'Aurora User Guide, High availability for Amazon Aurora, 2023',
  },
  {
    id: 'dsql',
    name: 'Aurora DSQL',
    decides: 'At COMMIT, on rows',
    who: 'Every node, in several Regions',
    unit: 'Rows; optimistic, nothing is locked',
    loser: 'Who commits later; SQLSTATE 40001 with OC000 for data, OC001 for the schema',
    reads: 'Strong snapshots; nobody is blocked, no deadlocks. FOR UPDATE stops write skew',
    loss: 'No failover',
    source: 'Aurora DSQL User Guide, Concurrency control; hermitage tests of DSQL',
  },
  {
    id: 'galera',
    name: 'Galera Cluster',
    decides: 'At COMMIT, on row keys certified in one global order',
    who: 'Every node',
    unit: 'Keys of rows',
    loser: 'Who is certified later, or a holder of a lock that is aborted by force; 1213 (40001)',
    reads: 'Stale by the queue of changes to apply; wsrep_sync_wait waits for it',
    loss: 'A quorum of nodes goes on; two nodes do not survive a split',
    source: 'Galera tests of the MariaDB server; public guide to Galera conflicts',
  },
  {
    id: 'taurus',
    name: 'Taurus MM',
    decides: 'Before the write: it waits for the page and the row',
    who: '2 to 16 masters',
    unit: 'Global locks of pages, and locks of rows that travel with the page',
    loser: 'Nobody: who comes later waits',
    reads: 'Wait until the local clock has passed the snapshot',
    loss: 'Logs lie in shared log stores',
    source: 'Taurus MM, PVLDB 16(12), 2023, abstract; a review of it',
  },
  {
    id: 'polardb',
    name: 'PolarDB-MP',
    decides: 'Before the write: it waits for the lock',
    who: 'Every node',
    unit: 'Locks, pages and transactions in memory that all nodes share over RDMA',
    loser: 'Nobody: who comes later waits',
    reads: 'Copies of pages elsewhere are made invalid; a fresh page comes from shared memory',
    loss: 'Recovery orders the logs of nodes in part',
    source: 'PolarDB-MP, SIGMOD 2024, introduction',
  },
  {
    id: 'limitless',
    name: 'Aurora Limitless',
    decides: 'At the write, on rows, inside the shard that has them',
    who: 'Routers, and the shards behind them',
    unit: 'Rows, locked in their shard; two-phase commit; barriers of clocks',
    loser: 'Who comes later waits; of a distributed deadlock one is aborted',
    reads: 'Consistent snapshots, by waiting for clocks',
    loss: 'Each shard fails over by itself',
    source: 'Aurora User Guide, Aurora PostgreSQL Limitless Database',
  },
]

export const neighbourScriptWords: Record<NeighbourScriptId, { name: string; what: string }> = {
  sameRow: { name: 'Same row', what: 'ann and bob change row 1 within a millisecond.' },
  samePage: {
    name: 'Same page, other row',
    what: 'ann changes row 1, bob row 2, which lies on the same page.',
  },
  crossed: {
    name: 'Crossed',
    what: 'Each changes a row of its own and then that of the other, in the opposite order.',
  },
  writeSkew: {
    name: 'Write skew',
    what: 'Each reads the row that the other changes. No row is changed twice.',
  },
}
