/**
 * A client that was lost comes back by a new connection: its writer rolls back what the old one had
 * open, page by page, without an error to anybody (user guide, *High availability*). A commit under
 * way is not stopped. Rule T42.
 */
import type { Context } from '../context.ts'
import { freeTransaction } from '../database/transactions.ts'
import { mmOf } from './mmPlaces.ts'
import { wake } from './wake.ts'

interface Client {
  application: number
  session: number
  attempt: number
}

/** Whatever this session had begun here before. */
export function abandonOlder(ctx: Context, writer: number, client: Client): void {
  const { world } = ctx
  const { transactions } = mmOf(world)
  const { memory } = world.instances[writer]!
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    const isClient = its.application === client.application && its.session === client.session
    const isOpen = its.serial > 0 && its.writer === writer && its.core >= 0
    if (!isOpen || !isClient || its.attempt >= client.attempt || its.state === 'committing')
      continue
    freeTransaction(memory.transactions, its.core)
    its.core = -1
    its.isCut = true
    if (its.state !== 'queued' && its.waitsFor === null) wake(world, slot)
  }
}
