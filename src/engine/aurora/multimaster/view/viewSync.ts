/** What a transaction under `REGIONAL_RAW` still waits for, peer by peer. Rules D15, D17. */
import type { SyncView, TransactionView } from '../../../contract/multiMasterView.ts'
import type { World } from '../../world.ts'
import { mmOf } from '../mmPlaces.ts'
import type { MmTransaction, MmWriter } from '../multiMaster.ts'
import type { MmSync } from '../survival.ts'

const unknown = -1
/** Nothing is waited for from there. */
const nothing = 0

export function viewSync(world: World, transaction: MmTransaction): SyncView[] {
  return transaction.state === 'syncing' ? peersOf(world, transaction) : []
}

/** Statements of typed sessions that wait before their first row. */
export function viewTypedSyncs(world: World): TransactionView[] {
  return mmOf(world).survival.syncs.map(sync => ({
    transaction: sync.transaction,
    application: sessionOf(world, sync),
    instance: world.instances[sync.writer]!.id,
    state: 'syncing',
    mode: 'REGIONAL_RAW',
    since: sync.since,
    cause: '',
    reads: [],
    sync: peersOf(world, sync),
  }))
}

function sessionOf({ sql }: World, { writer, session }: MmSync): string {
  const connection = sql?.places[writer]?.connections.find(its => its.proposing?.owner === session)
  return sql?.clients[connection?.client ?? -1]?.name ?? ''
}

type Waiting = Pick<MmSync, 'targets' | 'writer'>

function peersOf(world: World, { targets, writer }: Waiting): SyncView[] {
  const { writers } = mmOf(world)
  return targets.flatMap((target, origin) => {
    if (target === nothing) return []
    const peer = world.instances[origin]!.id
    if (target === unknown) return [{ peer, state: 'asked', upTo: 0, expectedAt: null }]
    return [{ peer, ...wayTo(world, writers[writer]!, origin, target) }]
  })
}

/** How far this writer is on the way to a place in the stream of another. */
function wayTo(
  world: World,
  own: MmWriter,
  origin: number,
  target: number,
): Omit<SyncView, 'peer'> {
  const { stream, firstPlace } = mmOf(world).writers[origin]!
  const entry = stream[target - firstPlace]
  const isThere = own.applied[origin]! >= target
  return {
    state: isThere ? 'there' : 'catchingUp',
    upTo: entry?.lsn ?? 0,
    expectedAt: isThere || !entry ? null : dueAt(world, own, { origin, target, at: entry.at }),
  }
}

interface Awaited {
  origin: number
  target: number
  at: number
}

/** Known of what came last, else a lag after it was accepted. */
function dueAt({ parameters }: World, own: MmWriter, { origin, target, at }: Awaited): number {
  if (own.received[origin] === target) return own.dueAt[origin]!
  return at + parameters['multiMaster.replicationLag']
}
