/**
 * A membership epoch is on a write set and in force: the member that joins takes a slot and begins
 * to fill, the one that leaves gives its slot up, or the model changes; write and read sets follow.
 * What was acknowledged stays held. Rules M2–M6, M12, M13.
 */
import type { FactOf } from '../../contract/facts.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { moveOn } from '../database/receiveWriteAck.ts'
import { bitsAtLeast } from '../storage/quorum.ts'
import { expressionsOf, seatsOf } from './expressionsOf.ts'
import { startFilling } from './fill.ts'
import { type Change, type Plan, slotOf } from './membership.ts'
import { planLook } from './planLook.ts'
import { addSlot, removeSlot } from './slots.ts'

type Changed = FactOf<'MembershipChanged'>['parameters']['change']

export function putInForce(ctx: Context, instance: number, group: number): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const { plan, epoch } = own.writing!
  own.writing = null
  world.groups[group]!.membershipEpoch = epoch
  if (plan.kind === 'model') changeModel(ctx, instance, group, plan)
  else change(ctx, instance, group, plan)
  takeSets(ctx, group)
  touchInstance(ctx, instance)
  moveOn(ctx, instance, group)
  planLook(world, world.now)
}

export function takeSets(ctx: Context, group: number): void {
  const { world } = ctx
  const { write, read } = expressionsOf(world, group)
  world.groups[group]!.write = write
  world.groups[group]!.read = read
  ctx.touched.hasTopologyChanged = true
}

export function tellChanged(
  ctx: Context,
  group: number,
  told: { change: Changed; joined: string; left: string },
): void {
  const { id, membershipEpoch: epoch } = ctx.world.groups[group]!
  ctx.cause = tell(ctx, 'MembershipChanged', { group: id, epoch, ...told })
}

function change(
  ctx: Context,
  instance: number,
  group: number,
  { kind, joining }: Exclude<Plan, { kind: 'model' }>,
): void {
  const { changes } = ctx.world.membership!.groups[group]!
  const its = changes.find(other => other.joining === joining)!
  if (kind === 'join') join(ctx, instance, group, its)
  else leave(ctx, group, its, kind)
}

/** M2, M5: the new member counts in no read or recovery set before it has what was durable. */
function join(ctx: Context, instance: number, group: number, its: Change): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const leaving = slotOf(own.members, its.leaving)
  const slot = addSlot(ctx, group, its.onto, {
    letter: its.joining,
    incarnation: 0,
    epoch: world.groups[group]!.membershipEpoch,
    isLost: false,
    isApart: false,
    countsFrom: world.instances[instance]!.memory.groups[group]!.pgcl,
    joinedAt: world.now,
    filling: null,
  })
  if ((own.tails >>> leaving) & 1) own.tails |= 1 << slot
  if (world.parameters['repair.hydrateFirst'] === 1) own.uncounted |= 1 << slot
  its.phase = 'hydrating'
  const { segments } = world.groups[group]!
  tellChanged(ctx, group, { change: 'join', joined: segments[slot]!.id, left: '' })
  its.fact = ctx.cause
  startFilling(ctx, group, slot)
}

/** M4: settled, the old member leaves; rolled back, the new one does. */
function leave(ctx: Context, group: number, its: Change, kind: 'settle' | 'rollBack'): void {
  const own = ctx.world.membership!.groups[group]!
  const { segments } = ctx.world.groups[group]!
  const old = slotOf(own.members, its.leaving)
  const young = slotOf(own.members, its.joining)
  const joined = kind === 'settle' ? segments[young]!.id : ''
  const left = segments[kind === 'settle' ? old : young]!.id
  if (kind === 'settle') removeSlot(ctx, group, old, young)
  else removeSlot(ctx, group, young)
  own.changes = own.changes.filter(other => other !== its)
  tellChanged(ctx, group, { change: kind, joined, left })
}

/** M12, M13: going back, those who were apart count once they have what is durable now. */
function changeModel(
  ctx: Context,
  instance: number,
  group: number,
  { model, apart }: Extract<Plan, { kind: 'model' }>,
): void {
  const { world } = ctx
  const own = world.membership!.groups[group]!
  const { pgcl, sclSeen } = world.instances[instance]!.memory.groups[group]!
  own.model = model
  for (const slot of seatsOf(world)) {
    const member = own.members[slot]!
    if (model === '3/4') member.isApart = ((apart >>> slot) & 1) === 1
    else if (member.isApart) {
      member.isApart = false
      member.countsFrom = pgcl
      member.joinedAt = world.now
      const isComplete = (bitsAtLeast(sclSeen, pgcl) >>> slot) & 1
      if (!isComplete && world.parameters['repair.hydrateFirst'] === 1) own.uncounted |= 1 << slot
    }
  }
  const said = model === '3/4' ? 'threeOfFour' : 'fourOfSix'
  tellChanged(ctx, group, { change: said, joined: '', left: '' })
}
