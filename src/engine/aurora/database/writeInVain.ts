/**
 * A writer that was replaced and does not know it yet goes on sending redo. Its LSNs lie in a range
 * that the newer epoch has annulled, so the log keeps nothing of it; segments that have promised
 * the newer epoch refuse it and say so, and the others keep nothing either. Rules R2, R6, R9.
 */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { groupOfPage } from './groupOfPage.ts'

const noRecord = -1

export function writeInVain(ctx: Context, index: number, page: number, records: number): void {
  const { world } = ctx
  const { actor, memory } = world.instances[index]!
  const group = groupOfPage(world, page)
  memory.nextLsn += records
  for (const { node } of world.groups[group]!.segments) {
    payload.a = group
    payload.b = noRecord
    payload.c = records
    payload.d = memory.epoch
    payload.e = memory.groups[group]!.lowestReadPoint
    sendMessage(ctx, actor, world.nodes[node]!.actor, messageNumber.WriteRedo)
  }
}
