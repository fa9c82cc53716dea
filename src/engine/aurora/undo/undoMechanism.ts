/**
 * Undo as a mechanism: it awakes when a writer has opened the volume and finds interrupted
 * transactions, and sleeps again when they are undone. Rules R12, R13.
 */
import type { Context } from '../context.ts'
import { transactionPhase } from '../database/transactions.ts'
import type { Mechanism, RowPlace } from '../mechanism.ts'
import type { World } from '../world.ts'
import { beginUndo, forgetUndo, isOwned } from './beginUndo.ts'
import { undoEventKind } from './undoEventKind.ts'
import { rowReady, undoDue } from './undoRow.ts'
import { viewUndo } from './viewUndo.ts'

export const undoMechanism: Mechanism = {
  create: () => undefined,
  receivers: {},
  timers: {
    [undoEventKind.due]: (ctx, { subject, detail }) => {
      if (isPresent(ctx.world, subject, detail)) undoDue(ctx)
    },
    [undoEventKind.rowReady]: (ctx, { subject, detail }) => {
      if (isPresent(ctx.world, subject, detail)) rowReady(ctx)
    },
  },
  volumeOpened: beginUndo,
  instanceCrashed: forgetUndo,
  holdsRow,
  verbs: {},
  view: viewUndo,
}

function isPresent({ undo, instances }: World, index: number, life: number): boolean {
  return undo?.instance === index && undo.life === life && instances[index]!.life === life
}

/** R12: whoever wants a row that is to be put back waits until that is done. */
function holdsRow({ world }: Context, index: number, txn: number, { page, place }: RowPlace) {
  const undo = world.undo
  if (undo === null || undo.instance !== index || !isOwned(world, page, place)) return false
  const { transactions } = world.instances[index]!.memory
  transactions.phase[txn] = transactionPhase.waitingForRow
  undo.waiting.push({ txn, serial: transactions.serial[txn]! })
  return true
}
