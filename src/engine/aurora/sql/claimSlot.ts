/** Connections, and the slot that one has while it works. Rule J4. */
import type { Context } from '../context.ts'
import { noApplication } from '../database/goOn.ts'
import { claimTransaction } from '../database/transactions.ts'
import type { Connection } from './sqlWorld.ts'

export function newConnection(client: number, number: number, session: number): Connection {
  return {
    client,
    number,
    session,
    slot: -1,
    running: 0,
    answered: 0,
    page: 0,
    wait: 0,
    waitSince: 0,
    isAnswered: false,
    isClosing: false,
  }
}

/** J4: a slot among the transactions of the instance, in which it waits for CPU and pages. */
export function claimSlot({ world, cause }: Context, index: number, connection: Connection): void {
  const { transactions } = world.instances[index]!.memory
  const slot = claimTransaction(transactions)
  transactions.application[slot] = noApplication
  transactions.session[slot] = connection.session
  transactions.attempt[slot] = 0
  transactions.beganAt[slot] = world.now
  transactions.fact[slot] = cause
  connection.slot = slot
}
