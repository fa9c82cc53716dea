/**
 * Caches of the writers: each its own, so that a page can have another version in each (user
 * guide, *Reference*). A refused page is evicted, so that the next touch reads it fresh. C9, T13.
 */
import { empty } from '../../kernel/empty.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { takeFrame } from './mmFrames.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import type { MmProposal } from './multiMaster.ts'

/** The newest versions of its pages are now those that this proposal made. */
export function noteAccepted(ctx: Context, { pages, writer, number }: MmProposal): void {
  const { world } = ctx
  const mm = mmOf(world)
  if (mm.pages.latestEvent !== world.eventCount) empty(mm.pages.latest)
  mm.pages.latestEvent = world.eventCount
  touchInstance(ctx, writer)
  ctx.touched.hasAccepted = true
  for (const { page, base } of pages) {
    if (isPrivate(page)) continue
    mm.pages.version[page] = base + 1
    mm.pages.latest.push(page)
    mm.pages.lastWriter[page] = writer
    mm.pages.lastProposal[page] = number
    mm.pages.acceptedAt[page] = world.now
    mm.pages.touchedAt[page] = world.now
    for (const { cache, staleSince } of mm.writers) {
      if (cache[page]! > 0 && staleSince[page] === 0) staleSince[page] = world.now
    }
    hold(ctx, writer, page, base + 1)
  }
}

/** The cache has this version now; another page may have to go. */
export function hold(ctx: Context, writer: number, page: number, version: number): void {
  const { world } = ctx
  const { pages, writers } = mmOf(world)
  const { cache, staleSince } = writers[writer]!
  takeFrame(ctx, writer, page, evict)
  cache[page] = version
  staleSince[page] = version >= pages.version[page]! ? 0 : pages.acceptedAt[page]!
}

export function evict(ctx: Context, writer: number, page: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  if (isPrivate(page)) return
  const { cache, staleSince } = mm.writers[writer]!
  const version = cache[page]!
  if (version === 0) return
  cache[page] = 0
  staleSince[page] = 0
  if (!ctx.isListening) skipFact(ctx)
  else tell(ctx, 'PageEvicted', { instance: world.instances[writer]!.id, page, version })
}
