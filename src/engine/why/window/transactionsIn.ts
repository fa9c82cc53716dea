/**
 * Which transactions a message belongs to. Redo tells it by its records; an acknowledgement by the
 * batch, a vote by the proposal that it answers, once that was seen to leave.
 */
import { messageNumber } from '../../aurora/messageNumber.ts'
import { isKept, rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { FactId } from '../../contract/units.ts'

/** What was seen to leave, by what its answer names. */
export interface SeenWork {
  batches: Map<string, number[]>
  /** By number of the proposal. */
  proposals: Map<number, number>
}

export function createSeenWork(): SeenWork {
  return { batches: new Map(), proposals: new Map() }
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
  const found = new Set<number>()
  let ordinal = b[slot]!
  for (let left = c[slot]!; left > 0 && isKept(world.log, ordinal); left--) {
    const row = rowOf(world.log, ordinal)
    found.add(world.log.transaction[row]!)
    ordinal = world.log.nextInGroup[row]!
  }
  const transactions = [...found].filter(each => each > 0)
  batches.set(key, transactions)
  return transactions
}
