/**
 * How many pages fit into a writer's cache, and which one goes when another comes: CLOCK over its
 * frames, as in a cluster with one writer. A page whose change awaits its verdict is latched and
 * stays. Nothing is written back: storage has every accepted change. Null where all pages fit.
 * Rules C9, D6.
 */
import type { Context } from '../context.ts'
import { poolPages } from '../database/createInstance.ts'
import type { World } from '../world.ts'
import { holderOf, latchOf } from './holds.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmWriter } from './multiMaster.ts'
import type { MmFrames } from './pageState.ts'

/** C9: null when the volume's pages fit. */
export function createFrames(world: World, vcpus: number): MmFrames | null {
  const capacity = poolPages(world, vcpus)
  if (capacity >= world.pageRecords.length) return null
  return { capacity, pages: [], isReferenced: [], frameOf: [], hand: 0 }
}

/** Whether the page is cached; if so, it counts as used just now. */
export function touchCached({ frames, cache }: MmWriter, page: number): boolean {
  const frame = frames === null ? -1 : frameOf(frames, page)
  if (frame >= 0) frames!.isReferenced[frame] = 1
  return cache[page]! > 0
}

function frameOf({ frameOf: known, pages }: MmFrames, page: number): number {
  const frame = known[page] ?? -1
  return pages[frame] === page ? frame : -1
}

/** The page comes into the cache; `drop` is told of another one that leaves it. */
export function takeFrame(
  ctx: Context,
  index: number,
  page: number,
  drop: (ctx: Context, index: number, page: number) => void,
): void {
  const writer = mmOf(ctx.world).writers[index]!
  const { frames } = writer
  if (frames === null || frameOf(frames, page) >= 0) return
  const frame = frames.pages.length < frames.capacity ? -1 : victimOf(writer, frames)
  if (frame >= 0) drop(ctx, index, frames.pages[frame]!)
  const taken = frame < 0 ? frames.pages.length : frame
  frames.pages[taken] = page
  frames.isReferenced[taken] = 1
  frames.frameOf[page] = taken
}

/** A frame whose page is gone, or was not used of late; -1 = none may leave. */
function victimOf(writer: MmWriter, frames: MmFrames): number {
  const { length } = frames.pages
  for (let looked = 0; looked < 2 * length; looked++) {
    const frame = frames.hand
    frames.hand = (frame + 1) % length
    const page = frames.pages[frame]!
    if (writer.cache[page] === 0) return frame
    if (frames.isReferenced[frame] === 1) frames.isReferenced[frame] = 0
    else if (holderOf(writer, latchOf(page)) === null) return frame
  }
  return -1
}
