/**
 * What statements at one of several writers ask about the others: versions of pages in its cache,
 * and how far the streams of the others were applied here. Rules J20, J21.
 */
import { undoPage } from '../multimaster/indexPages.ts'
import { isPrivate, mmOf } from '../multimaster/mmPlaces.ts'
import type { MmWriter } from '../multimaster/multiMaster.ts'
import type { Peers } from '../relations/execution.ts'
import type { Turn } from '../sql/turn.ts'
import type { World } from '../world.ts'
import { isBeingDefined } from './defineTyped.ts'
import { leaveBehind } from './leaveBehind.ts'
import { tellLost } from './tellLost.ts'

export function peersOf(turn: Turn): Peers {
  const { ctx, index } = turn
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[index]!
  return {
    here: index,
    reach: () => writer.applied,
    versionOf: page => (isPrivate(page) ? 1 : writer.cache[page]!),
    isNewest: page => isPrivate(page) || writer.cache[page]! === mm.pages.version[page]!,
    undoPage: () => undoPageOf(turn),
    noteOwner: (transaction, page) => noteOwner(turn, transaction, page),
    ownedRowsWait: world.parameters['multiMaster.choiceOwnedRowWaits'] === 1,
    isBeingDefined: table => isBeingDefined(world, index, table),
    undoesBehind: world.parameters['multiMaster.choiceErrorAfterUndo'] === 0,
    leftBehind: session => leaveBehind(turn, session),
  }
}

/** T23. */
function undoPageOf({ ctx, index, connection }: Turn): number {
  const { page } = connection
  const serial = mmOf(ctx.world).lastTransaction
  return undoPage(ctx.world, { writer: index, serial, page }).page
}

/** C6: the row is another writer's, and this transaction has lost. */
function noteOwner({ ctx, index, connection }: Turn, transaction: number, page: number): void {
  const { world } = ctx
  const { relations } = world.sql!
  const origin =
    relations.open.get(transaction)?.origin ?? relations.committed.get(transaction)?.mark?.origin
  const base = mmOf(world).writers[index]!.cache[page] ?? 0
  const winner = origin === undefined ? '' : world.instances[origin]!.id
  tellLost(ctx, index, connection, { cause: 'rowOwned', page, base, version: base, winner })
}

/** By origin: the place that every writer which is there has applied. */
export function lowestReach({ multiMaster }: World): number[] {
  const { writers } = multiMaster!
  return writers.map((its, origin) => lowestOf(writers, origin, its.lastPlace))
}

function lowestOf(writers: MmWriter[], origin: number, lastPlace: number): number {
  let least = lastPlace
  for (let peer = 0; peer < writers.length; peer++) {
    const { status, applied } = writers[peer]!
    if (peer !== origin && status === 'online') least = Math.min(least, applied[origin]!)
  }
  return least
}
