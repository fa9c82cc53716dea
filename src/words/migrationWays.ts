/**
 * The ways between configurations, after the reference §5: what each does, how long it interrupts
 * as published or modelled, what is billed twice, what cannot be undone, and whether it runs here.
 */
import type { MigrationPlan } from '../engine/contract/modify.ts'

/** What the writer is, and is to be. */
export type Configuration = 'provisioned' | 'v2' | 'v1'

export interface Way {
  id: string
  from: readonly Configuration[]
  to: Configuration
  name: string
  does: string
  interrupts: string
  billedTwice: string
  /** Null = everything can be taken back. */
  irreversible: string | null
  /** Null = described here, not run. */
  plan: MigrationPlan | null
}

const overlap = 'both instances, from the start of the new one to the end of the old one'
const twoClusters = 'both clusters, until the old one is deleted'

export const migrationWays: readonly Way[] = [
  {
    id: 'add-v2',
    from: ['provisioned'],
    to: 'v2',
    name: 'Add a serverless instance and fail over (recommended)',
    does: 'Set the range, add an instance on the same volume, fail over, delete the old one.',
    interrupts: 'the failover only: a few seconds in AWS’s walkthrough, usually below 60 s',
    billedTwice: overlap,
    irreversible: null,
    plan: 'addFailover',
  },
  {
    id: 'in-place-v2',
    from: ['provisioned'],
    to: 'v2',
    name: 'Change the class in place',
    does: 'The writer restarts as a serverless instance.',
    interrupts: 'the restart (60 s, assumption): as the only instance, all traffic stops',
    billedTwice: 'nothing',
    irreversible: null,
    plan: 'inPlace',
  },
  {
    id: 'snapshot-v2',
    from: ['provisioned', 'v2'],
    to: 'v2',
    name: 'Snapshot, restored as a new cluster',
    does: 'A new cluster is made of a snapshot; then the applications turn to its endpoint.',
    interrupts: 'the turn of the applications',
    billedTwice: twoClusters,
    irreversible: 'Commits after the snapshot began are not carried over: they are counted here.',
    plan: 'snapshot',
  },
  {
    id: 'blue-green',
    from: ['provisioned'],
    to: 'v2',
    name: 'Blue/green deployment',
    does:
      'A green copy follows; then writes are held, green becomes the writer and the name moves. ' +
      'In AWS green is a cluster with a volume of its own, fed by the binary log; here it stands ' +
      'on the same volume, and only a cluster of one instance is copied.',
    interrupts: 'the switch: below a minute',
    billedTwice: `${twoClusters}; here the instances, in AWS the storage as well`,
    irreversible: null,
    plan: 'blueGreen',
  },
  {
    id: 'add-provisioned',
    from: ['v2', 'provisioned'],
    to: 'provisioned',
    name: 'Add an instance of a class and fail over',
    does: 'Add an instance on the same volume, fail over, delete the old one; the range stays.',
    interrupts: 'the failover only: usually below 60 s',
    billedTwice: overlap,
    irreversible: null,
    plan: 'addFailover',
  },
  {
    id: 'in-place-provisioned',
    from: ['v2', 'provisioned'],
    to: 'provisioned',
    name: 'Change the class in place',
    does: 'The writer restarts as an instance of the class; the range stays stored.',
    interrupts: 'the restart (60 s, assumption): as the only instance, all traffic stops',
    billedTwice: 'nothing',
    irreversible: null,
    plan: 'inPlace',
  },
  {
    id: 'snapshot-v1',
    from: ['provisioned', 'v2'],
    to: 'v1',
    name: 'Snapshot, restored as Serverless v1',
    does: 'The only way into v1: nothing is changed in place. v1 was retired on 31 March 2025.',
    interrupts: 'the turn of the applications',
    billedTwice: twoClusters,
    irreversible: 'Commits after the snapshot began are not carried over: they are counted here.',
    plan: 'snapshot',
  },
  {
    id: 'engine-mode',
    from: ['v1'],
    to: 'provisioned',
    name: 'Change the engine mode in place',
    does:
      'Aurora takes a snapshot, adds a provisioned reader, promotes it and deletes the v1 ' +
      'instance. No other change at the same time.',
    interrupts: 'the promotion (about 30 s, assumption)',
    billedTwice: 'both instances, until the v1 instance is deleted',
    irreversible: 'There is no way back but a snapshot.',
    plan: 'engineMode',
  },
  {
    id: 'three-stages',
    from: ['v1'],
    to: 'v2',
    name: 'Three stages: provisioned, newer engine, serverless',
    does:
      'First the engine mode, then the engine (MySQL 5.7 to 8.0; PostgreSQL 11 to 13), then the ' +
      'class, by another instance that takes over. Blue/green would shorten the upgrade.',
    interrupts: 'each stage by itself: promotion, upgrade (10 min, assumption), failover',
    billedTwice: 'both instances, in the first and the last stage',
    irreversible: 'The first stage and the new engine cannot be taken back.',
    plan: 'threeStages',
  },
  {
    id: 'edition',
    from: ['provisioned', 'v1', 'v2'],
    to: 'v2',
    name: 'Another edition (MySQL, PostgreSQL)',
    does:
      'No cluster changes its edition, and no snapshot leads from one to the other. Create a new ' +
      'cluster (key k) and load the data into it.',
    interrupts: 'the turn of the applications',
    billedTwice: twoClusters,
    irreversible: null,
    plan: null,
  },
]

/** What AWS suggests for a maximum of v1, in ACU; for 1 it is db.t3.small, not offered here. */
const suggested: Readonly<Record<number, string>> = {
  1: 'db.t3.medium',
  2: 'db.t3.medium',
  4: 'db.t3.large',
  8: 'db.r5.large',
  16: 'db.r5.xlarge',
  32: 'db.r5.2xlarge',
  64: 'db.r5.4xlarge',
  128: 'db.r5.8xlarge',
  192: 'db.r5.12xlarge',
  256: 'db.r5.16xlarge',
  384: 'db.r5.24xlarge',
}

export function suggestedClass(maxAcu: number): string {
  return suggested[maxAcu] ?? 'db.r5.large'
}

/** Those that lead from here to there. */
export function waysBetween(from: Configuration, to: Configuration): Way[] {
  return migrationWays.filter(way => way.from.includes(from) && way.to === to)
}
