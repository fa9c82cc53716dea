/** Where a transaction is: queued, reading, held back, waiting for the safe point, or answered. */
import { transactionPhase } from '../aurora/database/transactions.ts'
import { oldestParkedAt } from '../aurora/frame/viewInstances.ts'
import { findRecord } from '../aurora/storage/findRecord.ts'
import { rowOf } from '../aurora/storage/redoLog.ts'
import type { Instance } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact, FactOf } from '../contract/facts.ts'
import { step } from './step.ts'
import { whyRecord } from './whyRecord.ts'
import { whyTransactionTold } from './whyTold.ts'

export function whyTransaction(world: World, serial: number, facts: Fact[]): Cause[] | null {
  if (!(serial >= 1)) return null
  if (world.multiMaster) return whyTransactionTold(serial, facts) ?? [ended(serial, facts)]
  for (const instance of world.instances) {
    const slot = instance.memory.transactions.serial.indexOf(serial)
    if (slot >= 0) return whyInProgress(world, instance, slot)
  }
  return [ended(serial, facts)]
}

function whyInProgress(world: World, { memory }: Instance, slot: number): Cause[] {
  const { transactions } = memory
  const transaction = transactions.serial[slot]!
  switch (transactions.phase[slot]) {
    case transactionPhase.reading: {
      const parameters = { transaction, pages: transactions.pagesWaiting[slot]! }
      return [step(0, { key: 'why.transaction.reading', parameters })]
    }
    case transactionPhase.heldBack: {
      const limit = world.parameters['storage.lsnAllocationLimit']
      const parameters = { transaction, limit }
      return [step(0, { key: 'why.transaction.heldBack', parameters }, { tone: 'bad' })]
    }
    case transactionPhase.parked:
      return whyParked(world, memory, slot)
    default:
      return [step(0, { key: 'why.transaction.queued', parameters: { transaction } })]
  }
}

function whyParked(world: World, memory: Instance['memory'], slot: number): Cause[] {
  const { transactions } = memory
  const lsn = transactions.commitLsn[slot]!
  const ordinal = findRecord(world.log, lsn)
  const since =
    ordinal < 0 ? oldestParkedAt(world, memory) : world.log.writtenAt[rowOf(world.log, ordinal)]!
  const waitedMicros = world.now - (since ?? world.now)
  const parameters = { transaction: transactions.serial[slot]!, lsn, waitedMicros }
  const first = step(0, { key: 'why.transaction.parked', parameters }, { at: since })
  return [first, ...(whyRecord(world, lsn, 1) ?? [])]
}

/** What the facts around here say of it. */
function ended(transaction: number, facts: Fact[]): Cause {
  const committed = facts.find(
    (fact): fact is FactOf<'TransactionCommitted'> =>
      fact.fact === 'TransactionCommitted' && fact.parameters.transaction === transaction,
  )
  if (committed) {
    const { lsn, latencyMicros } = committed.parameters
    const said = {
      key: 'why.transaction.committed',
      parameters: { transaction, lsn, latencyMicros },
    }
    return step(0, said, { tone: 'good', at: committed.at, fact: committed.id })
  }
  const lost = facts.find(
    (fact): fact is FactOf<'ConnectionLost'> =>
      fact.fact === 'ConnectionLost' && fact.parameters.transaction === transaction,
  )
  if (!lost) return step(0, { key: 'why.transaction.unknown', parameters: { transaction } })
  const parameters = { transaction, application: lost.parameters.application }
  const more = { tone: 'bad', at: lost.at, fact: lost.id } as const
  return step(0, { key: 'why.transaction.lost', parameters }, more)
}
