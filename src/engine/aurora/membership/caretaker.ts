/**
 * The caretaker of the storage fleet: it looks at every group, replaces whoever is suspect, settles
 * a replacement that is hydrated and rolls one back whose old member is heard again. One step a
 * group at a time; no read and no write ever waits for it (2018 §4.1). Rules M2–M6, M14, M15.
 */
import type { Micros } from '../../contract/units.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { countIfHydrated, isHydrated } from './countIfHydrated.ts'
import { seatsOf } from './expressionsOf.ts'
import { askPart, partMicros, startFilling } from './fill.ts'
import { findHost } from './findHost.ts'
import { type Change, changeAt, freeLetter, rebuilds, replacements, slotOf } from './membership.ts'
import { planLook } from './planLook.ts'
import { canRebuild, rebuild } from './rebuild.ts'
import { canTakeBack, putAside, takeBack } from './takeBack.ts'
import { isSilent, nextSuspicion, silentSince, suspicionOf } from './suspicion.ts'
import { canWriteEpoch, writeEpoch } from './writeEpoch.ts'

/** While something is under way, and while something is wanted that cannot be done yet. */
const lookEvery: Micros = 100_000
const waitEvery: Micros = 1_000_000
/** M6: letters up to H. */
const mostReplacements = 2

export function look(ctx: Context): void {
  const { world } = ctx
  const { membership } = world
  if (membership?.looksAt !== world.now) return
  membership.looksAt = 0
  for (let group = 0; group < world.groups.length; group++) {
    ctx.cause = 0
    tend(ctx, group)
  }
  planNext(world)
}

function planNext(world: World): void {
  const next = nextSuspicion(world)
  const isBusy = world.membership!.groups.some(
    ({ changes, uncounted, writing }) => changes.length > 0 || uncounted !== 0 || writing !== null,
  )
  if (isBusy) planLook(world, world.now + lookEvery)
  else if (isAnyoneSuspect(world)) planLook(world, world.now + waitEvery)
  if (next < Infinity) planLook(world, next)
}

function isAnyoneSuspect(world: World): boolean {
  return world.groups.some((_, group) =>
    seatsOf(world).some(slot => suspicionOf(world, group, slot) !== null),
  )
}

function tend(ctx: Context, group: number): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  for (let slot = 0; slot < own.members.length; slot++) tendMember(ctx, group, slot)
  if (own.writing || own.model === '3/4') return
  for (const change of rebuilds(own)) goOnRebuilding(ctx, group, change)
  for (const change of replacements(own)) if (goOn(ctx, group, change)) return
  for (const slot of seatsOf(world)) {
    if (changeAt(own, slot)) continue
    const why = suspicionOf(world, group, slot)
    if (why && beginRepair(ctx, group, slot, { why, onto: findHost(world, group, slot) })) return
  }
}

function tendMember(ctx: Context, group: number, slot: number): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const { filling, isLost } = own.members[slot]!
  const { node } = world.groups[group]!.segments[slot]!
  if (!world.nodes[node]!.isUp) return
  if (filling && filling.askedAt + patienceMicros(world, group, slot) <= world.now) {
    askPart(ctx, group, slot)
  } else if (isLost && !changeAt(own, slot) && canRebuild(world, group)) {
    startFilling(ctx, group, slot)
  }
  countIfHydrated(ctx, group, slot)
}

/** After that the giver counts as silent, and somebody is asked anew. */
function patienceMicros(world: World, group: number, slot: number): Micros {
  return 2 * partMicros(world, group, slot) + world.parameters['network.resendMax']
}

/** M4: whether the next step of a replacement was taken. */
function goOn(ctx: Context, group: number, change: Change): boolean {
  const { world } = ctx
  const { members } = world.membership!.groups[group]!
  const { segments } = world.groups[group]!
  if (!canWriteEpoch(world, group)) return false
  const old = segments[slotOf(members, change.leaving)]!
  const young = segments[slotOf(members, change.joining)]!
  const isBack = change.why === 'silent' && silentSince(world, old.node) < 0
  ctx.cause = change.fact
  if (isHydrated(world, group, young.slot)) step(ctx, group, change, 'settle')
  else if (isBack || isGone(world, young.node)) step(ctx, group, change, 'rollBack')
  else return false
  return true
}

/** M11: back to the old copy when it is heard again; to another host when the new one is not. */
function goOnRebuilding(ctx: Context, group: number, change: Change): void {
  const { world } = ctx
  const slot = slotOf(world.membership!.groups[group]!.members, change.joining)
  const { node } = world.groups[group]!.segments[slot]!
  ctx.cause = change.fact
  if (canTakeBack(world, group, change)) {
    takeBack(ctx, group, change)
  } else if (isGone(world, node) && canRebuild(world, group)) {
    const onto = findHost(world, group, slot)
    if (onto < 0) return
    change.onto = onto
    rebuild(ctx, group, slot, onto)
  }
}

function step(ctx: Context, group: number, change: Change, kind: 'settle' | 'rollBack'): void {
  change.phase = kind === 'settle' ? 'settling' : 'rollingBack'
  writeEpoch(ctx, group, { kind, joining: change.joining })
}

function isGone(world: World, node: number): boolean {
  const since = silentSince(world, node)
  return since >= 0 && world.now - since >= world.parameters['repair.suspectAfter']
}

/** Path one by quorum sets while a write set is left, path two in place while a read set is. */
export function beginRepair(
  ctx: Context,
  group: number,
  slot: number,
  { why, onto }: Pick<Change, 'why' | 'onto'>,
): boolean {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  if (onto < 0) return false
  const { letter } = own.members[slot]!
  const usual = { why, leaving: letter, onto, since: world.now }
  if (canWriteEpoch(world, group)) {
    if (replacements(own).length >= mostReplacements) return false
    const joining = freeLetter(own)
    const fact = tellSuspected(ctx, group, slot, why)
    own.changes.push({ ...usual, kind: 'replace', joining, phase: 'joining', fact })
    writeEpoch(ctx, group, { kind: 'join', joining })
    return true
  }
  const { node } = world.groups[group]!.segments[slot]!
  if (!isSilent(world, node) || !canRebuild(world, group)) return false
  const fact = tellSuspected(ctx, group, slot, why)
  const aside = putAside(world, group, slot)
  own.changes.push({ ...usual, kind: 'rebuild', joining: letter, phase: 'hydrating', fact, aside })
  rebuild(ctx, group, slot, onto)
  return true
}

function tellSuspected(ctx: Context, group: number, slot: number, why: Change['why']): number {
  const { world } = ctx
  const { id, segments } = world.groups[group]!
  const { id: segment, node } = segments[slot]!
  const since = silentSince(world, node)
  const silentMicros = since < 0 ? 0 : world.now - since
  if (why === 'silent') ctx.cause = world.membership!.silentFact[node]!
  ctx.cause = tell(ctx, 'MemberSuspected', { group: id, segment, because: why, silentMicros })
  return ctx.cause
}
