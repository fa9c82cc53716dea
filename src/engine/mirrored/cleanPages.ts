/**
 * The cleaner: the log has an end, so a page whose oldest change lies too far back is written, with
 * the oldest of the others. First all of them in a row to the double-write buffer, then each to its
 * place: a torn page can be mended from the copy. Rules Y6, Y7.
 */
import { eventKind, type Mirrored } from './mirrored.ts'
import { cleanerBatch, doubleWriteBatch, logCapacity, logFull, pageBytes } from './mirroredSetup.ts'
import { writeBlock } from './writeBlock.ts'

/** How many records lie between the newest and the oldest change that is not on disk. */
function age({ dirty, newest }: Mirrored): number {
  const [oldest = newest] = dirty.values()
  return newest - oldest
}

export function isLogFull(world: Mirrored): boolean {
  return age(world) > logFull
}

/** Pages change hands at once: what changes them from now on makes them dirty again. */
export function cleanIfDue(world: Mirrored): void {
  if (world.cleaning > 0 || age(world) <= logCapacity) return
  const pages = [...world.dirty.keys()].slice(0, cleanerBatch)
  for (const page of pages) world.dirty.delete(page)
  world.cleaning = pages.length
  for (let from = 0; from < pages.length; from += doubleWriteBatch) {
    const count = Math.min(doubleWriteBatch, pages.length - from)
    writeBlock(world, 'doubleWrite', count * pageBytes, eventKind.copied)
  }
  world.copying = Math.ceil(pages.length / doubleWriteBatch)
}

/** Once all copies are on disk the pages follow, all at once. */
export function copyDone(world: Mirrored): void {
  world.copying -= 1
  if (world.copying > 0) return
  for (let page = 0; page < world.cleaning; page++) {
    writeBlock(world, 'page', pageBytes, eventKind.cleaned)
  }
}

export function pageDone(world: Mirrored): void {
  world.cleaning -= 1
  cleanIfDue(world)
}
