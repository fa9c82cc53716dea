/**
 * A page comes to a reader from storage as it was at its read point. What the stream has brought
 * for it in the meantime was kept and is applied now, for the page would be older than the view
 * otherwise (*assumption*: the papers do not say how). Rule F10.
 */
import type { Lsn } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import { notePageChange } from '../database/bufferPool.ts'
import { receivePageAnswer } from '../database/receivePageAnswer.ts'
import type { WriterMemory } from '../instance.ts'
import { isAnnulled, isKept, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

export function receivePage(ctx: Context, index: number, slot: number): void {
  const { world } = ctx
  const { role, memory } = world.instances[index]!
  const page = world.network.messages.b[slot]!
  const wasCached = memory.pool.frameOfPage[page]! >= 0
  receivePageAnswer(ctx, index, slot)
  if (role === 'reader' && !wasCached) bringUp(world, memory, page)
}

/** F10: to the newest change of the page at or below the point that the reader shows. */
export function bringUp(world: World, memory: WriterMemory, page: number): void {
  notePageChange(memory.pool, page, newestChange(world, memory, page))
}

function newestChange({ log }: World, { vdlOrdinal }: WriterMemory, page: number): Lsn {
  for (let ordinal = vdlOrdinal; isKept(log, ordinal); ordinal--) {
    const row = rowOf(log, ordinal)
    if (log.page[row] === page && !isAnnulled(log, ordinal)) return log.lsn[row]!
  }
  return 0
}
