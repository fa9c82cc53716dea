/**
 * The engine of an instance is changed without downtime (2017 §7.4, figure 12): it looks for an
 * instant without an active transaction, lays the state of its sessions aside, changes the engine
 * and takes them up again. Requests wait meanwhile; no connection is lost. When no such instant
 * comes it restarts instead, as the guide on zero-downtime patching says. How often it looks is an
 * assumption. It ends by itself. Rule F15.
 */
import { type Context, tell } from '../aurora/context.ts'
import { crashInstance, restartInstance } from '../aurora/database/crashInstance.ts'
import { transactionPhase } from '../aurora/database/transactions.ts'
import { pipelineEventKind } from '../aurora/pipeline/pipelineEventKind.ts'
import type { World } from '../aurora/world.ts'
import type { ActiveFault } from '../contract/faults.ts'
import { type EventRecord, schedule } from '../kernel/eventQueue.ts'
import { endFault } from './endFault.ts'
import type { FaultEntry } from './faultEntry.ts'

/** An instant without transactions may be short. */
const lookMicros = 250

/** Healed by hand it looks no longer; an engine that is being changed is changed to the end. */
export const enginePatch: FaultEntry = {
  fault: 'EnginePatch',
  target: 'instance',
  isOfSingleMaster: true,
  parameters: [],
  inject(ctx, active) {
    active.stage = 'looking'
    look(ctx, instanceOf(ctx.world, active), active)
  },
  heal: () => undefined,
}

function instanceOf({ instances }: World, { target }: ActiveFault): number {
  return instances.findIndex(({ id }) => id === target)
}

/** A timer that an earlier patch has left behind finds nothing to do, or looks once more. */
export function enginePatchDue(ctx: Context, { subject: instance }: EventRecord): void {
  const { faults, instances } = ctx.world
  const { id } = instances[instance]!
  const active = faults.find(({ fault, target }) => fault === 'EnginePatch' && target === id)
  if (active?.stage === 'looking') look(ctx, instance, active)
  else if (active && (active.stageUntil ?? 0) <= ctx.world.now) end(ctx, instance, active)
}

function look(ctx: Context, instance: number, active: ActiveFault): void {
  const { world } = ctx
  const waitedMicros = world.now - active.since
  const open = openAt(world, instance)
  if (world.instances[instance]!.status !== 'open') endFault(ctx, active, enginePatch)
  else if (open === 0) change(ctx, instance, active)
  else if (waitedMicros >= world.parameters['instance.patchPatience']) {
    fallBack(ctx, instance, active, open)
  } else lookAt(world, instance, world.now + lookMicros)
}

/** Active transactions, and those that are being undone. */
function openAt({ instances, undo }: World, instance: number): number {
  const { phase } = instances[instance]!.memory.transactions
  const undone = undo?.instance === instance ? undo.interrupted.length : 0
  return phase.reduce((sum, its) => sum + (its === transactionPhase.free ? 0 : 1), undone)
}

function lookAt({ queue }: World, instance: number, at: number): void {
  schedule(queue, at, pipelineEventKind.enginePatchDue, instance)
}

/** No CPU is there for anybody until it is done. */
function change(ctx: Context, instance: number, active: ActiveFault): void {
  const { world } = ctx
  const { id, memory } = world.instances[instance]!
  active.stage = 'changing'
  active.stageUntil = world.now + world.parameters['instance.patchSwap']
  memory.cpuFreeAt.fill(active.stageUntil)
  tell(ctx, 'EngineChangeBegan', { instance: id, waitedMicros: world.now - active.since })
  lookAt(world, instance, active.stageUntil)
}

function end(ctx: Context, instance: number, active: ActiveFault): void {
  const { world } = ctx
  const { id } = world.instances[instance]!
  const tookMicros = world.parameters['instance.patchSwap']
  tell(ctx, 'EngineChanged', { instance: id, tookMicros })
  endFault(ctx, active, enginePatch)
}

/** Open transactions are lost with their connections. */
function fallBack(ctx: Context, instance: number, active: ActiveFault, open: number): void {
  const { id } = ctx.world.instances[instance]!
  ctx.cause = tell(ctx, 'EnginePatchFellBack', { instance: id, open })
  const { cause } = ctx
  endFault(ctx, active, enginePatch)
  ctx.cause = cause
  crashInstance(ctx, instance)
  restartInstance(ctx, instance)
}
