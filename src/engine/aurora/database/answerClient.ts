/** What the writer says to a session. Rule W5. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'

export const answerOutcome = { refused: 0, committed: 1, connected: 2, readOnly: 3 } as const

export interface Recipient {
  application: number
  session: number
  attempt: number
  transaction: number
}

const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** The application that asks, by itself or through a proxy (F19). */
export function applicationOf({ network, instances, nodes, proxy }: World, slot: number): number {
  const { from, d } = network.messages
  const isByProxy = proxy !== null && from[slot] === proxy.actor
  return isByProxy ? d[slot]! : from[slot]! - instances.length - nodes.length
}

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
  const { instances, applications, proxy, setup } = ctx.world
  const from = instances[instance]!.actor
  if (setup.workload[to.application]!.isViaProxy) {
    payload.e = to.application
    sendMessage(ctx, from, proxy!.actor, messageNumber.ProxyAnswer)
  } else sendMessage(ctx, from, applications[to.application]!.actor, messageNumber.Answer)
}
