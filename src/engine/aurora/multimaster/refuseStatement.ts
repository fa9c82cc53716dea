/**
 * A writer refuses a statement by itself, without storage: it is set to read only, the definition
 * of the table changes, or a `REGIONAL_RAW` read has waited too long. The application hears an
 * error and goes on with something else; what the transaction did is undone. Rules D18, D19, D28.
 */
import { type Context, tell } from '../context.ts'
import { answerClient, type Recipient } from '../database/answerClient.ts'
import { connectionsOf } from '../database/connectionsOf.ts'
import { freeTransaction } from '../database/transactions.ts'
import { isUnderDdl } from './ddl.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'
import { isReadOnlyAt } from './readOnly.ts'
import { wake } from './wake.ts'

type Because = 'readOnly' | 'ddl'

/** As the answer to the application carries it; above those of the core and 1213. */
const outcomes = { readOnly: 4, ddl: 5, regional: 6 } as const
/**
 * MySQL's *running with the --read-only option*; *table definition has changed* and *query was
 * interrupted* for what no source names (*assumption*).
 */
const codes = { readOnly: 1290, ddl: 1412, regional: 1317 } as const
const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** False: it is refused, or waits until the table's new definition is everywhere (D19). */
export function mayWrite(ctx: Context, slot: number, table: number): boolean {
  const { world } = ctx
  const { writer } = mmOf(world).transactions[slot]!
  const isReadOnly = isReadOnlyAt(world, writer)
  if (!isReadOnly && !isUnderDdl(world, writer, table)) return true
  if (isReadOnly) refuseWrite(ctx, slot, 'readOnly')
  else if (world.parameters['multiMaster.choiceDdlRefuses'] !== 0) refuseWrite(ctx, slot, 'ddl')
  return false
}

function refuseWrite(ctx: Context, slot: number, because: Because): void {
  const { world } = ctx
  const transaction = mmOf(world).transactions[slot]!
  ctx.cause = tell(ctx, 'WriteRefused', {
    transaction: transaction.serial,
    application: world.applications[transaction.application]!.id,
    session: transaction.session,
    instance: world.instances[transaction.writer]!.id,
    because,
    code: codes[because],
  })
  giveUp(ctx, slot, transaction, outcomes[because])
}

/** Nothing was read yet. */
export function refuseRead(ctx: Context, slot: number): void {
  giveUp(ctx, slot, mmOf(ctx.world).transactions[slot]!, outcomes.regional)
}

function giveUp(ctx: Context, slot: number, transaction: MmTransaction, said: number): void {
  const { world } = ctx
  const { application, session, attempt, serial, writer, core } = transaction
  transaction.fact = ctx.cause
  transaction.isCut = true
  if (core >= 0) {
    Object.assign(recipient, { application, session, attempt, transaction: serial })
    answerClient(ctx, writer, recipient, said)
    const { memory } = world.instances[writer]!
    // Asked again, since the answer was lost, it is refused again.
    connectionsOf(memory, application, world.applications[application]!).begun[session] =
      attempt - 1
    freeTransaction(memory.transactions, core)
    transaction.core = -1
  }
  wake(world, slot)
}

/** The error code of an answer that refuses one statement; 0 = it is none of these. */
export function refusedCode(outcome: number): number {
  if (outcome === outcomes.readOnly) return codes.readOnly
  if (outcome === outcomes.ddl) return codes.ddl
  return outcome === outcomes.regional ? codes.regional : 0
}
