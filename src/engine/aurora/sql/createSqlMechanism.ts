/**
 * Typed SQL as a mechanism: it sleeps until the first statement; any cluster may have it. Rules J.
 */
import type { Mechanism } from '../mechanism.ts'
import { instance } from '../receiveMessage.ts'
import { blockersCut } from './blockersCut.ts'
import { connected, receiveResult, silent } from './consoles.ts'
import { conflictDue, noteReaders } from './readersInTheWay.ts'
import { knock, receiveStatement } from './receiveStatement.ts'
import { goOn } from './runStatement.ts'
import { instanceCrashed, transactionUndone, volumeOpened } from './sqlCrash.ts'
import type { SqlDoor } from './sqlDoor.ts'
import { sqlEventKind } from './sqlEventKind.ts'
import { checkWait, giveUpWait, injectDue, slotDue } from './sqlTimers.ts'
import { runSqlVerb } from './runSqlVerb.ts'
import { viewSql } from './viewSql.ts'

export function createSqlMechanism(door: SqlDoor): Mechanism {
  return {
    create: () => undefined,
    receivers: {
      Statement: instance(receiveStatement),
      StatementResult: instance((ctx, _, slot) => receiveResult(ctx, slot)),
    },
    timers: {
      [sqlEventKind.connected]: (ctx, { subject, detail }) => connected(ctx, subject, detail),
      [sqlEventKind.silent]: (ctx, { subject }) => silent(ctx, subject),
      [sqlEventKind.knock]: (ctx, { subject, detail }) => knock(ctx, subject, detail),
      [sqlEventKind.checkWait]: checkWait,
      [sqlEventKind.giveUpWait]: giveUpWait,
      [sqlEventKind.slotDue]: slotDue,
      [sqlEventKind.conflictDue]: (ctx, { detail }) => conflictDue(ctx, detail),
      [sqlEventKind.injectDue]: (ctx, event) => injectDue(ctx, event, door),
    },
    verbs: { RunSql: runSqlVerb(door) },
    instanceCrashed,
    volumeOpened,
    goOn: (ctx, index, slot) => {
      goOn(ctx, index, slot)
      if (ctx.world.failover !== null) noteReaders(ctx)
    },
    transactionUndone,
    blockersCut,
    view: viewSql,
  }
}
