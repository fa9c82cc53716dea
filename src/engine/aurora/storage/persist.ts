/** A disk write takes time; the message that brought the bytes waits for it in the table. */
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { StorageNode } from '../world.ts'

const usualSpeed = 1_000_000

/** How long something takes on this node: slow nodes take a multiple. */
export function timeOn(node: StorageNode, micros: number): number {
  if (node.slowPpm === usualSpeed) return micros
  return Math.floor((micros * node.slowPpm) / usualSpeed + 0.5)
}

/** L11: true: the message is kept until the `persisted` event. False: the disk has failed (P13). */
export function beginPersisting(ctx: Context, node: number, slot: number): boolean {
  const { world } = ctx
  const host = world.nodes[node]!
  const plain = timeOn(host, world.parameters['storage.persist'])
  const takes = ctx.storage ? ctx.storage.writeMicros(ctx, node, slot, plain) : plain
  if (takes < 0) return false
  schedule(world.queue, world.now + takes, eventKind.persisted, slot, host.life)
  return true
}
