/**
 * Latches of pages, for typed sessions: a group is proposed while all its pages are latched by its
 * owner; the verdict gives them back. They are taken in ascending order of pages, so no cycle
 * arises. Rules T5, T6.
 */
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { giveBack, latchOf, takeTyped, typedHolder } from './holds.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import { isPurge, purgeDue } from './purge.ts'

/**
 * True when the owner has them all. Else it waits for one, which `latchFree` tells; then it asks
 * again, with pages that may be evicted meanwhile.
 */
export function latchPages(
  world: World,
  writer: number,
  owner: number,
  pages: readonly number[],
): boolean {
  for (const page of ascending(pages)) if (!takeTyped(world, writer, owner, page)) return false
  return true
}

/** Pages that are shared, each once: nobody else asks for a private one. */
export function ascending(pages: readonly number[]): number[] {
  return [...new Set(pages)].filter(page => !isPrivate(page)).sort((one, other) => one - other)
}

/** Gives up what was latched or waited for, without a group having been proposed. */
export function unlatch(world: World, writer: number, owner: number): void {
  const its = mmOf(world).writers[writer]!
  its.typedWaits = its.typedWaits.filter(wait => wait.owner !== owner)
  const holder = typedHolder(owner)
  for (const { key } of its.holds.filter(hold => hold.owner === holder)) {
    giveBack(world, writer, holder, key)
  }
}

/** The latches of a group that is decided. */
export function unlatchGroup(
  world: World,
  {
    writer,
    slot,
    isTyped,
    pages,
  }: { writer: number; slot: number; isTyped: boolean; pages: readonly { page: number }[] },
): void {
  const holder = isTyped ? typedHolder(slot) : slot
  for (const { page } of pages) giveBack(world, writer, holder, latchOf(page))
}

/** Its turn has come, in an event of its own. */
export function latchFree(ctx: Context, writer: number, owner: number): void {
  if (isPurge(owner)) purgeDue(ctx, writer)
  else for (const mechanism of ctx.mechanisms) mechanism.latchFree?.(ctx, writer, owner)
}
