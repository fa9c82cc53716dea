/**
 * A copy of a page at a segment, the machine of `CLEAN` and `TENTATIVE`: it keeps a change whose
 * base is its own version while no other is in flight, and refuses every other one with the reason.
 * It says yes to all pages of a group that lie there, or to none. First come, first kept (user
 * guide, *Write conflicts*); the compare is assumed. Rules C1–C4, T4.
 */
import { empty } from '../../kernel/empty.ts'
import { type Context, skipFact, tell, touchSegment } from '../context.ts'
import type { World } from '../world.ts'
import { isPrivate, mmOf, slots } from './mmPlaces.ts'
import type { MmPageChange, MmPart, MmProposal, MmSegment } from './multiMaster.ts'
import { noteHeld } from './ownLog.ts'

export const refusal = { none: 0, inFlight: 1, staleBase: 2, staleEpoch: 3, behind: 4 } as const

/** A refusal and the place of its page among those of the part, in one number. */
export const refusalKinds = 8

export function segmentAt(world: World, group: number, slot: number): MmSegment {
  return mmOf(world).segments[group * slots + slot]!
}

/**
 * C1: what this copy says to a part, and of which of its pages: `why + 8 * place`. Nothing is
 * changed by asking. `behind`: it must catch up first; a page that is refused outweighs that.
 */
export function refusalAt(world: World, proposal: MmProposal, part: MmPart, slot: number): number {
  const { writer, epoch, number } = proposal
  if (epoch < segmentAt(world, part.group, slot).epochs[writer]!) return refusal.staleEpoch
  let found: number = refusal.none
  for (let place = 0; place < part.pages.length; place++) {
    const why = refusalOf(world, part.pages[place]!, number, slot)
    if (why === refusal.none || (why === refusal.behind && found !== refusal.none)) continue
    found = why + refusalKinds * place
    if (why !== refusal.behind) return found
  }
  return found
}

function refusalOf(world: World, { page, base }: MmPageChange, number: number, slot: number) {
  if (isPrivate(page)) return refusal.none
  const mm = mmOf(world)
  const version = mm.versions[slot]![page]!
  const holder = mm.tentatives[slot]![page]!
  if (holder === number) return refusal.none
  if (version > base) return refusal.staleBase
  if (version < base) return refusal.behind
  return holder === 0 ? refusal.none : refusal.inFlight
}

/** C2: a yes is on disk before it is said. */
export function keepTentative(
  ctx: Context,
  proposal: MmProposal,
  part: MmPart,
  slot: number,
): void {
  const { world } = ctx
  const { tentatives } = mmOf(world)
  for (const { page } of part.pages) {
    if (isPrivate(page) || tentatives[slot]![page] === proposal.number) continue
    tentatives[slot]![page] = proposal.number
    const open = { page, proposal: proposal.number, since: world.now }
    segmentAt(world, part.group, slot).open.push(open)
  }
  noteHeld(world, proposal, { part, slot }, true)
  noteCopied(ctx, part, slot)
}

/** T18: this copy has not got it; it takes neither it nor a rival until the verdict. */
export function promise(world: World, proposal: MmProposal, part: MmPart, slot: number): void {
  const { tentatives } = mmOf(world)
  part.promised |= 1 << slot
  for (const { page } of part.pages) {
    if (isPrivate(page) || tentatives[slot]![page] !== 0) continue
    tentatives[slot]![page] = proposal.number
    const open = { page, proposal: proposal.number, since: world.now }
    segmentAt(world, part.group, slot).open.push(open)
  }
}

/** For the laws: these pages of this copy have changed. */
function noteCopied(ctx: Context, { group, pages }: MmPart, slot: number): void {
  const { eventCount } = ctx.world
  const noted = mmOf(ctx.world).pages
  if (noted.latestCopiedEvent !== eventCount) empty(noted.latestCopied)
  noted.latestCopiedEvent = eventCount
  for (const { page } of pages) if (!isPrivate(page)) noted.latestCopied.push(page)
  touchSegment(ctx, group, slot)
  ctx.touched.hasCopied = true
}

/** T4: is this copy behind the base of one of these pages? */
export function isBehind(world: World, { pages }: MmPart, slot: number): boolean {
  const own = mmOf(world).versions[slot]!
  return pages.some(({ page, base }) => !isPrivate(page) && own[page]! < base)
}

/** T4: the group stands; what else is in flight here for these bases can no longer win. */
export function keepForGood(ctx: Context, proposal: MmProposal, part: MmPart, slot: number): void {
  const { world } = ctx
  if (isBehind(world, part, slot)) return
  noteHeld(world, proposal, { part, slot }, true)
  const own = mmOf(world).versions[slot]!
  const changed = part.pages.filter(({ page, base }) => !isPrivate(page) && own[page] === base)
  if (changed.length === 0) return
  const { cause } = ctx
  for (const { page } of changed) advance(ctx, part.group, slot, page)
  noteCopied(ctx, part, slot)
  ctx.cause = cause
}

function advance(ctx: Context, group: number, slot: number, page: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { cause } = ctx
  dropTentative(world, group, slot, page)
  mm.versions[slot]![page]!++
  segmentAt(world, group, slot).count++
  mm.versionFacts[slot]![page] = tellVersion(ctx, group, slot, page)
  ctx.cause = cause
}

function tellVersion(ctx: Context, group: number, slot: number, page: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const segment = ctx.world.groups[group]!.segments[slot]!.id
  const version = mmOf(ctx.world).versions[slot]![page]!
  return tell(ctx, 'PageVersionAdvanced', { segment, page, version })
}

/** C4: a change that was cancelled leaves no trace. */
export function cancelTentative(
  world: World,
  proposal: MmProposal,
  part: MmPart,
  slot: number,
): void {
  const { tentatives } = mmOf(world)
  noteHeld(world, proposal, { part, slot }, false)
  for (const { page } of part.pages) {
    if (isPrivate(page) || tentatives[slot]![page] !== proposal.number) continue
    dropTentative(world, part.group, slot, page)
  }
}

export function dropTentative(world: World, group: number, slot: number, page: number): void {
  const mm = mmOf(world)
  mm.tentatives[slot]![page] = 0
  const { open } = segmentAt(world, group, slot)
  for (let index = 0; index < open.length; index++) {
    if (open[index]!.page !== page) continue
    open.splice(index, 1)
    return
  }
}
