/** Transactions, open or ended a moment ago; and the lag of each ordered pair of writers. */
import type { LagView, TransactionView } from '../../../contract/multiMasterView.ts'
import { isJoined } from '../../status/reachability.ts'
import type { World } from '../../world.ts'
import { mmOf, tableOfRow } from '../mmPlaces.ts'
import type { MmTransaction } from '../multiMaster.ts'
import { viewSync, viewTypedSyncs } from './viewSync.ts'

const shownEnded = 6
const shown = 24

export function viewTransactions(world: World): TransactionView[] {
  const { transactions, ended } = mmOf(world)
  const open = transactions
    .filter(({ serial }) => serial > 0)
    .sort((one, other) => one.serial - other.serial)
  return [
    ...[...ended.slice(-shownEnded), ...open]
      .slice(-shown)
      .map(transaction => viewTransaction(world, transaction)),
    ...viewTypedSyncs(world),
  ]
}

export function viewTransaction(world: World, transaction: MmTransaction): TransactionView {
  const mm = mmOf(world)
  const { serial, application, writer, state, mode, since, cause, seen } = transaction
  return {
    transaction: serial,
    application: world.applications[application]!.id,
    instance: world.instances[writer]!.id,
    state: state === 'queued' ? 'active' : state,
    mode,
    since,
    cause,
    reads: seen.map(({ row, ...its }) => ({
      row: row - mm.firstRow[tableOfRow(mm, row)]!,
      ...its,
    })),
    sync: viewSync(world, transaction),
  }
}

export function viewLags(world: World): LagView[] {
  const { writers } = mmOf(world)
  return writers.flatMap((_, from) =>
    writers.flatMap((__, to) => (from === to ? [] : [viewLag(world, from, to)])),
  )
}

function viewLag(world: World, from: number, to: number): LagView {
  const { writers } = mmOf(world)
  const { instances } = world
  const source = writers[from]!
  const applied = writers[to]!.applied[from]!
  const oldest = source.stream[applied + 1 - source.firstPlace]
  const isThere = writers[to]!.status === 'online'
  return {
    from: instances[from]!.id,
    to: instances[to]!.id,
    lagMicros: isThere && oldest ? world.now - oldest.at : writers[to]!.lag[from]!,
    waiting: isThere ? Math.max(0, source.lastPlace - applied) : 0,
    isCut: !isJoined(world, instances[from]!.actor, instances[to]!.actor),
  }
}
