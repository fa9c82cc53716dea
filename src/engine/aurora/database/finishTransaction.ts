/**
 * A transaction is done and its client is answered; those that wrote have waited until VDL
 * reached their commit record (2017 §4.2.2). Rules L7 and W6.
 */
import { type Context, skipFact, tell, touchCommit } from '../context.ts'
import { answerClient, answerOutcome, sessionOf } from './answerClient.ts'
import { goOn } from './goOn.ts'
import { connectionsOf } from './connectionsOf.ts'
import { recordLatency } from './latencyHistogram.ts'
import { freeTransaction } from './transactions.ts'

export function finishTransaction(ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { memory, latency } = world.instances[instance]!
  const { transactions } = memory
  if (transactions.application[txn]! < 0) return goOn(ctx, instance, txn)
  const before = ctx.cause
  ctx.cause = tellCommitted(ctx, instance, txn)
  ctx.history?.worked(instance, txn)
  const session = sessionOf(ctx, instance, txn)
  const application = world.applications[session.application]!
  connectionsOf(memory, session.application, application).answered[session.session] =
    session.attempt
  answerClient(ctx, instance, session, answerOutcome.committed)
  if (transactions.commitLsn[txn]! > 0) {
    touchCommit(ctx, transactions.commitLsn[txn]!)
    recordLatency(latency, world.now - transactions.beganAt[txn]!)
  }
  world.instances[instance]!.commits++
  world.totals.committed++
  if (world.failover !== null) tellMechanisms(ctx, instance, txn)
  freeTransaction(transactions, txn)
  ctx.cause = before
}

function tellMechanisms(ctx: Context, instance: number, txn: number): void {
  for (const mechanism of ctx.mechanisms) mechanism.transactionFinished?.(ctx, instance, txn)
}

function tellCommitted(ctx: Context, instance: number, txn: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { transactions } = ctx.world.instances[instance]!.memory
  return tell(ctx, 'TransactionCommitted', {
    transaction: transactions.serial[txn]!,
    application: ctx.world.applications[transactions.application[txn]!]!.id,
    session: transactions.session[txn]!,
    lsn: transactions.commitLsn[txn]!,
    latencyMicros: ctx.world.now - transactions.beganAt[txn]!,
  })
}
