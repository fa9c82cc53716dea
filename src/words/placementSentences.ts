/**
 * The sentences of the placement map: what each shape is for, what each name is for (Aurora user
 * guide, chapters on Multi-Master and on endpoints), and what an application feels.
 */
import type { Sentences } from './template.ts'

export const placementSentences: Sentences = {
  'placement.shape.activePassive':
    'Active and passive: all changes go to {writers}, the others are warm and stand by. ' +
    'Nothing can collide between writers, and the throughput is that of one.',
  'placement.shape.divided':
    'Divided: each page is changed at one writer only. All writers work and nobody collides. ' +
    'To move a shard only sends its requests elsewhere; no data moves.',
  'placement.shape.overlapping':
    'Overlapping: several writers change the same pages. Each change is built on what its ' +
    'writer knows, which is 20 to 30 ms old at another one; storage refuses what came second.',
  'placement.shape.inTurn':
    'In turn, the trap: each transaction goes to another writer than the one before, which ' +
    'does not know yet what that one did. The user guide advises against it; Aurora balances ' +
    'no load.',
  'placement.shape.idle': 'No application changes anything.',
  'placement.shape.byName':
    'One writer: changes go there, reads may go to readers. Names lead to instances; an open ' +
    'connection stays where it is.',

  'placement.rows': 'Table {table}, rows {first} to {last}',
  'placement.table': 'Table {table}',
  'placement.rate.commits': '{rate} commits/s',
  'placement.rate.conflicts': '{rate} conflicts/s',
  'placement.rate.staleReads': '{rate} stale reads/s',
  'placement.cause.inFlight': '{rate}/s another change was in flight',
  'placement.cause.staleBase': '{rate}/s built on an old version',
  'placement.cause.noWinner': '{rate}/s nobody won',
  'placement.cause.rowOwned': '{rate}/s the row was another writer’s',
  'placement.cause.deadlock': '{rate}/s deadlock inside a writer',
  'placement.cause.lockTimeout': '{rate}/s waited too long for a lock',
  'placement.feels':
    '{retried|retry|retries} after error 1213, {errors|error|errors} reached users so far.',
  'placement.feels.single': '{errors|error|errors} reached users so far.',

  'placement.checks.well': 'Asks {instances} by SQL every {periodMicros}: all answer.',
  'placement.checks.missed':
    'Asks {instances} by SQL every {periodMicros}: {gone} has not answered {misses|check|checks}.',
  'placement.checks.gone': '{gone} counts as gone.',
  'placement.checks.none': 'Pinned: it does not look after itself and stays where it is sent.',
  'placement.checks.standby': 'Next in line: {standby}.',
  'placement.takesOver':
    'Has lost its writer and takes over in {inMicros}: the recovery of the dead writer changes ' +
    'pages too.',

  'placement.name.instance':
    'An instance by its own name: the usual way in Multi-Master. The application decides who ' +
    'goes where, and what to do when the instance is gone.',
  'placement.name.cluster.multi':
    'Cluster endpoint: always some writable instance, for administration and changes of ' +
    'tables. It leads to {leadsTo}. When that writer is long gone it leads to another one ' +
    '(assumed).',
  'placement.name.cluster.single':
    'Cluster endpoint: the writer, whoever that is. It leads to {leadsTo}; after a promotion ' +
    'the name moves, and clients believe the old answer for a while.',
  'placement.name.reader':
    'Reader endpoint: each new connection gets the next open reader, the writer if there is ' +
    'none. It leads to {leadsTo}.',
  'placement.name.custom':
    'Custom endpoint {id}: some instances for some work, as reports. Each new connection gets ' +
    'the next of {members} that is open; now {leadsTo}.',
  'placement.name.custom.none':
    'Custom endpoint {id}: some instances for some work, as reports. None of {members} is open.',
  'placement.name.inTurn':
    'In turn: the application itself sends each transaction to the next writer. No name of ' +
    'Aurora does that.',

  'placement.moved': '{application} goes to {place} from now on. No data moves.',
}
