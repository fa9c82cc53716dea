/**
 * A copy of a page at a segment, the machine of `CLEAN` and `TENTATIVE`: it keeps a change whose
 * base is its own version while no other is in flight, and refuses every other one with the reason.
 * First come, first kept (user guide, *Write conflicts*); the compare is assumed.
 * Rules C1–C4, T4.
 */
import { type Context, skipFact, tell, touchSegment } from '../context.ts'
import type { World } from '../world.ts'
import { isPrivate, mmOf, slots } from './mmPlaces.ts'
import { noteHeld } from './ownLog.ts'
import type { MmProposal, MmSegment } from './multiMaster.ts'

export const refusal = { none: 0, inFlight: 1, staleBase: 2, staleEpoch: 3, behind: 4 } as const

export function segmentAt(world: World, group: number, slot: number): MmSegment {
  return mmOf(world).segments[group * slots + slot]!
}

/** C1: what this copy says; nothing is changed by asking. `behind`: it must catch up first. */
export function refusalAt(world: World, proposal: MmProposal, slot: number): number {
  const mm = mmOf(world)
  const { page, base, group, writer, epoch, number } = proposal
  if (epoch < segmentAt(world, group, slot).epochs[writer]!) return refusal.staleEpoch
  if (isPrivate(mm, page)) return refusal.none
  const version = mm.versions[slot]![page]!
  const holder = mm.tentatives[slot]![page]!
  if (holder === number) return refusal.none
  if (version > base) return refusal.staleBase
  if (version < base) return refusal.behind
  return holder === 0 ? refusal.none : refusal.inFlight
}

/** C2: a yes is on disk before it is said. */
export function keepTentative(ctx: Context, proposal: MmProposal, slot: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { page, group, number } = proposal
  if (!isPrivate(mm, page) && mm.tentatives[slot]![page] !== number) {
    mm.tentatives[slot]![page] = number
    segmentAt(world, group, slot).open.push({ page, proposal: number, since: world.now })
  }
  noteHeld(world, proposal, slot, true)
  noteCopied(ctx, proposal, slot)
}

/** For the laws: this copy of the page has changed. */
function noteCopied(ctx: Context, { group, page }: MmProposal, slot: number): void {
  const mm = mmOf(ctx.world)
  if (!isPrivate(mm, page)) mm.pages.latestCopied = page
  touchSegment(ctx, group, slot)
}

/** T4: the change stands; any other one in flight here for this base can no longer win. */
export function keepForGood(ctx: Context, proposal: MmProposal, slot: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { page, base, group } = proposal
  const isBehind = !isPrivate(mm, page) && mm.versions[slot]![page]! < base
  if (!isBehind) noteHeld(world, proposal, slot, true)
  if (isPrivate(mm, page) || mm.versions[slot]![page]! !== base) return
  dropTentative(world, group, slot, page)
  mm.versions[slot]![page] = base + 1
  segmentAt(world, group, slot).count++
  noteCopied(ctx, proposal, slot)
  const cause = ctx.cause
  ctx.cause = tellVersion(ctx, group, slot, page)
  mm.versionFacts[slot]![page] = ctx.cause
  ctx.cause = cause
}

function tellVersion(ctx: Context, group: number, slot: number, page: number): number {
  if (!ctx.isListening) return skipFact(ctx)
  const segment = ctx.world.groups[group]!.segments[slot]!.id
  const version = mmOf(ctx.world).versions[slot]![page]!
  return tell(ctx, 'PageVersionAdvanced', { segment, page, version })
}

/** C4: a change that was cancelled leaves no trace. */
export function cancelTentative(world: World, proposal: MmProposal, slot: number): void {
  const mm = mmOf(world)
  const { page, group, number } = proposal
  noteHeld(world, proposal, slot, false)
  if (isPrivate(mm, page) || mm.tentatives[slot]![page] !== number) return
  dropTentative(world, group, slot, page)
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
