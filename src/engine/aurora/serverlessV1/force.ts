/**
 * No scaling point in time, and the change is forced: open transactions are aborted and their
 * connections dropped, with them their temporary tables and table locks; statements that only wait
 * are refused; what has begun to change rows ends within the stall (*assumption*). Rule E7.
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
  const { aborted, dropped } = lossesOf(ctx.world)
  cutTyped(ctx, capacity.instance)
  const all = aborted + refuseWaiting(ctx)
  v1.timeouts++
  v1.forced++
  v1.aborted += all
  if (dropped > 0) v1.dropped = (v1.dropped ?? 0) + dropped
  v1.lastEnd = 'force'
  ctx.cause = v1.fact
  v1.fact = tell(ctx, 'ChangeForced', {
    instance: instance.id,
    acu: target / 1_000_000,
    aborted: all,
    ...(dropped > 0 ? { dropped } : {}),
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

/** What goes with the sessions that are cut: transactions and statements, and what they hold. */
function lossesOf({ sql, serverless }: World): { aborted: number; dropped: number } {
  const { instance } = serverless!.capacities[0]!
  const names = new Set(serverless!.v1!.search!.blockers.map(({ session }) => session))
  const sessions = [...(sql?.places[instance]?.desk.sessions.values() ?? [])]
  let [aborted, dropped] = [0, 0]
  for (const { name, transaction, running, temporaries } of sessions) {
    if (!names.has(name)) continue
    if (transaction !== null || running !== null) aborted++
    dropped += (transaction?.lockedTables?.length ?? 0) + (temporaries?.length ?? 0)
  }
  return { aborted, dropped }
}

function cutTyped(ctx: Context, index: number): void {
  const sessions = partsOf(ctx.world).v1.search!.blockers.map(({ session }) => session)
  const error = errorOf(ctx.world)
  for (const mechanism of ctx.mechanisms) mechanism.blockersCut?.(ctx, index, { sessions, error })
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
