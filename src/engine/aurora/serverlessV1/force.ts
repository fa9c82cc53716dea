/**
 * No scaling point in time, and the change is forced: open transactions are aborted and their
 * connections dropped, statements that only wait are refused; what has begun to change rows ends
 * within the stall (*assumption*). Rule E7.
 */
import type { SqlError } from '../../contract/sql.ts'
import { type Context, tell } from '../context.ts'
import { answerClient, answerOutcome, sessionOf } from '../database/answerClient.ts'
import { freeTransaction, transactionPhase } from '../database/transactions.ts'
import type { World } from '../world.ts'
import { partsOf } from './partsOf.ts'
import { beginSwitch } from './switchCapacity.ts'

export function force(ctx: Context): void {
  const { v1, instance, capacity } = partsOf(ctx.world)
  const { target } = v1.search!
  const aborted = cutTyped(ctx, capacity.instance) + refuseWaiting(ctx)
  v1.timeouts++
  v1.forced++
  v1.aborted += aborted
  v1.lastEnd = 'force'
  ctx.cause = v1.fact
  v1.fact = tell(ctx, 'ChangeForced', {
    instance: instance.id,
    acu: target / 1_000_000,
    aborted,
    error: `${errorOf(ctx.world).code}`,
  })
  beginSwitch(ctx)
}

/** As the clients of the edition see it. */
function errorOf({ setup }: World): SqlError {
  return setup.dialect === 'postgresql-16' ? postgresql : mysql
}

const mysql: SqlError = {
  kind: 'connectionLost',
  code: 1105,
  sqlstate: 'HY000',
  message: 'The last transaction was aborted due to Seamless Scaling. Please retry.',
}
const postgresql: SqlError = {
  kind: 'connectionLost',
  code: '57P01',
  sqlstate: '57P01',
  message: 'terminating connection due to serverless scale event timeout',
}

function cutTyped(ctx: Context, index: number): number {
  const sessions = partsOf(ctx.world).v1.search!.blockers.map(({ session }) => session)
  const error = errorOf(ctx.world)
  let cut = 0
  for (const mechanism of ctx.mechanisms) {
    cut += mechanism.blockersCut?.(ctx, index, { sessions, error }) ?? 0
  }
  return cut
}

/** Nothing of these has been done yet. */
function refuseWaiting(ctx: Context): number {
  const { world } = ctx
  const { capacity, instance, values } = partsOf(world)
  const { transactions } = instance.memory
  const oldest = world.now - values['serverlessV1.quietStatementAge']
  let refused = 0
  for (let txn = 0; txn < transactions.phase.length; txn++) {
    const isWaiting = transactions.phase[txn] === transactionPhase.queued
    const isOfUser = transactions.application[txn]! >= 0 && transactions.nextRow[txn] === 0
    if (!isWaiting || !isOfUser || transactions.beganAt[txn]! > oldest) continue
    const client = sessionOf(ctx, capacity.instance, txn)
    answerClient(ctx, capacity.instance, client, answerOutcome.refused)
    freeTransaction(transactions, txn)
    refused++
  }
  return refused
}
