/**
 * Typed SQL where several instances write: what the machine gives to a statement, and how a
 * statement that has stopped is seen to. Rules J20–J26.
 */
import type { Context, Rest, SeveralWriters, Stop } from '../mechanism.ts'
import { transactionPhase } from '../database/transactions.ts'
import { addSharedPage } from '../multimaster/addSharedPage.ts'
import { unlatch } from '../multimaster/latches.ts'
import { hold } from '../multimaster/mmCache.ts'
import { touchCached } from '../multimaster/mmFrames.ts'
import { isPrivate, mmOf } from '../multimaster/mmPlaces.ts'
import { isReadOnlyAt, setReadOnly } from '../multimaster/readOnly.ts'
import { goOnlineWhenDone } from '../multimaster/recover.ts'
import type { Host } from '../relations/execution.ts'
import { dropDefinition } from '../sql/dropDefinition.ts'
import { connectionAtSlot } from '../sql/runStatement.ts'
import type { Turn } from '../sql/turn.ts'
import { awaitOwner } from './awaitOwner.ts'
import { markEnd, proposeCommit } from './commitTyped.ts'
import { awaitDefined, beginDefinition } from './defineTyped.ts'
import { newProposing } from './newProposing.ts'
import { lowestReach, peersOf } from './peersOf.ts'
import { proposeChanges } from './proposeChanges.ts'
import { readTyped } from './readTyped.ts'
import { beginSync } from './syncTyped.ts'

export const severalWriters: SeveralWriters = {
  newProposing,
  hostOf: (ctx, index, slot) => hostOf(turnAt(ctx, index, slot)),
  rest: (ctx, index, slot, outcome) => rest(turnAt(ctx, index, slot), outcome),
  rolledBack: (ctx, index, transaction) => {
    markEnd(ctx, index, { transaction, lsn: 0, isCommitted: false })
  },
  pageOfScenario,
  letGo(ctx, index, { owner }) {
    unlatch(ctx.world, index, owner)
    dropDefinition(ctx.world, owner)
  },
  sessionGone: goOnlineWhenDone,
}

function turnAt(ctx: Context, index: number, slot: number): Turn {
  return { ctx, index, connection: connectionAtSlot(ctx.world, index, slot)! }
}

function hostOf(turn: Turn): Partial<Host> {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const mm = mmOf(world)
  world.sql!.relations.lowestReach = lowestReach(world)
  return {
    peers: peersOf(turn),
    tracksParents: world.parameters['multiMaster.choiceWriteTracker'] === 1,
    autoIncrement: { offset: index + 1, increment: 16 },
    isReadOnly: isReadOnlyAt(world, index),
    setReadOnly: isReadOnly => setReadOnly(ctx, index, isReadOnly),
    touchPage: page => isPrivate(page) || touchCached(mm.writers[index]!, page),
    nextTransaction: () => ++mm.lastTransaction,
    allocatePage: () => addSharedPage(ctx, index),
    writeRedo(transaction, changes, isUndo) {
      connection.page = changes[0]?.page ?? connection.page
      return proposeChanges(turn, { transaction, changes, isUndo })
    },
  }
}

function rest(turn: Turn, outcome: Stop): Rest {
  const { world } = turn.ctx
  if (outcome.state !== 'owned') turn.connection.proposing!.ownedSince = -1
  switch (outcome.state) {
    case 'page':
      readTyped(turn, outcome.page)
      return 'rests'
    case 'room':
      return restForVerdict(turn)
    case 'commit':
      proposeCommit(turn, transactionOf(turn))
      return 'rests'
    case 'sync':
      return beginSync(turn) ? 'rests' : 'goesOn'
    case 'ddl':
      return beginDefinition(turn, outcome.table) ? 'goesOn' : 'rests'
    case 'owned':
      return awaitOwner(turn) ? 'rests' : 'lockTimeout'
    case 'fenced':
      if (world.parameters['multiMaster.choiceDdlRefuses'] !== 0) return 'definitionChanged'
      awaitDefined(turn)
      return 'rests'
  }
}

/** J22: until the verdict on what it has proposed, or until a latch is its own. */
function restForVerdict({ ctx, index, connection }: Turn): Rest {
  const { transactions } = ctx.world.instances[index]!.memory
  transactions.phase[connection.slot] = transactionPhase.heldBack
  return 'rests'
}

function transactionOf({ ctx, index, connection }: Turn): number {
  const { desk } = ctx.world.sql!.places[index]!
  return desk.sessions.get(connection.session)!.transaction!.number
}

/** C19: pages of the scenario's indexes are there; what else is needed, all writers know. */
function pageOfScenario(ctx: Context, next: number): number {
  const mm = mmOf(ctx.world)
  if (next < mm.firstSystemPage) return next
  const page = addSharedPage(ctx, 0)
  for (let index = 1; index < mm.writers.length; index++) {
    if (mm.writers[index]!.status === 'online') hold(ctx, index, page, 1)
  }
  return page
}
