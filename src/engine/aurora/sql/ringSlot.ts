/** A timer of a statement's slot: its sleep is over, its CPU is done, its fault is due. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Turn } from './turn.ts'

export function ringSlot({ ctx, index, connection }: Turn, kind: number, at: number): void {
  const { queue, instances } = ctx.world
  const serial = instances[index]!.memory.transactions.serial[connection.slot]!
  schedule(queue, at, kind, index * 65_536 + connection.slot, serial)
}
