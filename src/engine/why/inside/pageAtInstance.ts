/**
 * A page in the memory of an instance. A single writer may not drop a page whose newest change is
 * above VDL; a reader shows it as of its own read point; with several writers each cache has a
 * version of its own. Rules D6, D7, F1, C9.
 */
import { rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { PageAtInstance } from '../../contract/inside.ts'

type InMemory = Pick<PageAtInstance, 'isCached' | 'newest' | 'isDirty' | 'staleSince'>

/** `ordinals`: records of the page that the log keeps, oldest first. */
export function pageAtInstance(
  world: World,
  index: number,
  page: number,
  ordinals: number[],
): PageAtInstance {
  const { id, role, status } = world.instances[index]!
  const isOpen = status === 'open'
  const memory = world.multiMaster
    ? versionIn(world, index, page)
    : changeIn(world, index, { page, ordinals })
  return { instance: id, role, isOpen, ...memory }
}

const absent: InMemory = { isCached: false, newest: 0, isDirty: false, staleSince: null }

function versionIn({ multiMaster }: World, index: number, page: number): InMemory {
  const writer = multiMaster!.writers[index]
  const newest = writer?.cache[page] ?? 0
  if (!writer || newest === 0) return absent
  const since = writer.staleSince[page]!
  const isDirty = writer.pending.some(its => its.page === page)
  return { isCached: true, newest, isDirty, staleSince: since === 0 ? null : since }
}

function changeIn(
  world: World,
  index: number,
  { page, ordinals }: { page: number; ordinals: number[] },
): InMemory {
  const { role, memory } = world.instances[index]!
  const frame = memory.pool.frameOfPage[page] ?? -1
  if (frame < 0) return absent
  const newest = memory.pool.lsnOfFrame[frame]!
  const staleSince = role === 'reader' ? unseenSince(world, memory.vdl, ordinals) : null
  return { isCached: true, newest, isDirty: newest > memory.vdl, staleSince }
}

/** When the oldest record was written that this read point does not show. */
function unseenSince({ log }: World, point: number, ordinals: number[]): number | null {
  const unseen = ordinals.find(ordinal => log.lsn[rowOf(log, ordinal)]! > point)
  return unseen === undefined ? null : log.writtenAt[rowOf(log, unseen)]!
}
