/**
 * Since when a storage node owes a writer an answer: the oldest batch that it has not acknowledged,
 * with several writers the oldest undecided change of a page to which it has not said yes or no.
 */
import { batchRow } from '../../aurora/database/batches.ts'
import { type MmProposal, verdict } from '../../aurora/multimaster/multiMaster.ts'
import type { World } from '../../aurora/world.ts'
import type { Micros } from '../../contract/units.ts'

/** Infinity = it owes nothing. */
export function owedSince(world: World, instance: number, node: number): Micros {
  let oldest = Infinity
  for (const host of world.nodes[node]!.hosts) {
    const since = world.multiMaster
      ? unanswered(world.multiMaster.proposals, instance, host)
      : unacknowledged(world, instance, host)
    oldest = Math.min(oldest, since)
  }
  return oldest
}

function unacknowledged(world: World, instance: number, host: number): Micros {
  const { batches } = world.instances[instance]!.memory.groups[host >>> 3]!
  for (let n = 0; n < batches.length; n++) {
    const row = batchRow(batches, n)
    if (((batches.acked[row]! >>> (host & 7)) & 1) === 0) return batches.sentAt[row]!
  }
  return Infinity
}

function unanswered(proposals: MmProposal[], writer: number, host: number): Micros {
  let oldest = Infinity
  for (const each of proposals) {
    if (each.writer !== writer || each.sentAt === 0) continue
    if (each.verdict !== verdict.open && each.verdict !== verdict.stalled) continue
    const part = each.parts.find(({ group }) => group === host >>> 3)
    if (part && (((part.yes | part.no) >>> (host & 7)) & 1) === 0) {
      oldest = Math.min(oldest, each.sentAt)
    }
  }
  return oldest
}
