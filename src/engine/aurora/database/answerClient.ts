/** What the writer says to a session. Rule W5. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'

export const answerOutcome = { refused: 0, committed: 1, connected: 2, readOnly: 3 } as const

export interface Recipient {
  application: number
  session: number
  attempt: number
  transaction: number
}

const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** The session of a transaction; one record serves every call. */
export function sessionOf(ctx: Context, instance: number, txn: number): Recipient {
  const { transactions } = ctx.world.instances[instance]!.memory
  recipient.application = transactions.application[txn]!
  recipient.session = transactions.session[txn]!
  recipient.attempt = transactions.attempt[txn]!
  recipient.transaction = transactions.serial[txn]!
  return recipient
}

export function answerClient(ctx: Context, instance: number, to: Recipient, outcome: number): void {
  payload.a = to.session
  payload.b = to.attempt
  payload.c = outcome
  payload.d = to.transaction
  const { instances, applications } = ctx.world
  const { actor } = applications[to.application]!
  sendMessage(ctx, instances[instance]!.actor, actor, messageNumber.Answer)
}
