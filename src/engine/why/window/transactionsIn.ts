/**
 * Which transactions a message belongs to. Redo tells it by its records; an acknowledgement by the
 * batch, a vote by the proposal that it answers, which left in the window or was awaited when it
 * began.
 */
import { batchRow } from '../../aurora/database/batches.ts'
import { messageNumber } from '../../aurora/messageNumber.ts'
import { isKept, rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { FactId } from '../../contract/units.ts'

/** What has left, by what its answer names. */
export interface SeenWork {
  batches: Map<string, number[]>
  /** By number of the proposal. */
  proposals: Map<number, number>
}

/** What has left before now and is still awaited. */
export function createSeenWork(world: World): SeenWork {
  const seen: SeenWork = { batches: new Map(), proposals: new Map() }
  for (const { memory } of world.instances) {
    memory.groups.forEach(({ batches }, group) => {
      for (let n = 0; n < batches.length; n++) {
        const row = batchRow(batches, n)
        const { number, first, count } = batches
        const stretch = { first: first[row]!, count: count[row]! }
        seen.batches.set(`${group}/${number[row]}`, writersOf(world, stretch))
      }
    })
  }
  for (const { number, transaction } of world.multiMaster?.proposals ?? []) {
    seen.proposals.set(number, transaction)
  }
  return seen
}

/** Of the message in this row; empty where nothing tells. */
export function transactionsIn(world: World, seen: SeenWork, slot: number): number[] {
  const { kind, a, b, d, f } = world.network.messages
  const [group, second, fourth] = [a[slot]!, b[slot]!, d[slot]!]
  switch (kind[slot]) {
    case messageNumber.Answer:
    case messageNumber.ProxyAnswer:
    case messageNumber.Redo:
      return positive(fourth)
    case messageNumber.WriteRedo:
      return rememberBatch(world, seen, { slot, key: `${group}/${f[slot]}` })
    case messageNumber.WriteAck:
      return seen.batches.get(`${group}/${fourth}`) ?? []
    case messageNumber.Propose:
    case messageNumber.Vote:
    case messageNumber.Finalize:
      return positive(seen.proposals.get(second) ?? 0)
    default:
      return []
  }
}

function positive(transaction: FactId): number[] {
  return transaction > 0 ? [transaction] : []
}

function rememberBatch(
  world: World,
  { batches }: SeenWork,
  { slot, key }: { slot: number; key: string },
): number[] {
  const { b, c } = world.network.messages
  const transactions = writersOf(world, { first: b[slot]!, count: c[slot]! })
  batches.set(key, transactions)
  return transactions
}

/** The transactions of so many records of a group, from this ordinal on. */
function writersOf({ log }: World, { first, count }: { first: number; count: number }): number[] {
  const found = new Set<number>()
  let ordinal = first
  for (let left = count; left > 0 && isKept(log, ordinal); left--) {
    const row = rowOf(log, ordinal)
    found.add(log.transaction[row]!)
    ordinal = log.nextInGroup[row]!
  }
  return [...found].filter(each => each > 0)
}
