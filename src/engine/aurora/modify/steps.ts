/**
 * How each step of a plan begins, and when it is through. The range is stored with the cluster, so
 * that its step only says so. Whoever has taken over by itself, as after a loss, is not asked to do
 * so again, and a writer is never deleted. Rules Z6 and Z8.
 */
import type { MigrationStep } from '../../contract/modify.ts'
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { addGreen, switchOver } from './blueGreen.ts'
import { addInstance, changeClass, failOver, removeInstance } from './changePlace.ts'
import { leaveV1 } from './leaveV1.ts'
import type { Migration, StepRun } from './modify.ts'
import { isServing } from './startPlace.ts'
import { upgradeEngine } from './upgradeEngine.ts'

interface Step {
  begin(ctx: Context, migration: Migration): void
  isOver(world: World, migration: Migration, run: StepRun): boolean
}

const nothing = () => undefined

export const steps: Record<MigrationStep, Step> = {
  range: { begin: nothing, isOver: () => true },
  add: {
    begin: (ctx, migration) => addInstance(ctx, migration.onto, classOf(ctx.world, migration)),
    isOver: ({ instances }, { onto }) => instances[onto]!.status === 'open',
  },
  join: {
    begin: nothing,
    isOver: (world, { onto }) => isThrough(world, onto) && isSteady(world, onto),
  },
  failover: {
    begin: (ctx, { onto }) => {
      // Serverless v1 has no readers: its instance does not come back as one.
      const comesBack = ctx.world.serverless!.v1 === undefined
      if (ctx.world.failover!.writer !== onto) failOver(ctx, onto, comesBack)
    },
    isOver: ({ failover }, { onto }) => failover!.writer === onto && failover!.isPromoted,
  },
  restart: {
    begin: (ctx, { from, class: name }) => changeClass(ctx, from, name),
    isOver: (world, { from }) => isThrough(world, from),
  },
  settle: { begin: nothing, isOver: isSettled },
  remove: {
    begin: (ctx, { from }) => {
      if (ctx.world.failover!.writer === from) return
      removeInstance(ctx, from)
      if (ctx.world.serverless!.v1) leaveV1(ctx.world)
    },
    isOver: ({ modify, failover }, { from }) =>
      modify!.places[from]!.state === 'spare' || failover!.writer === from,
  },
  upgrade: {
    begin(ctx, migration) {
      const { from, onto } = migration
      migration.from = onto
      migration.onto = from
      upgradeEngine(ctx)
    },
    isOver: ({ modify }) => !modify!.isOldEngine,
  },
  green: {
    begin: (ctx, { onto, class: name }) => addGreen(ctx, onto, name),
    isOver: ({ instances }, { onto }) => instances[onto]!.status === 'open',
  },
  catchUp: { begin: nothing, isOver: (world, { onto }) => isThrough(world, onto) },
  switchover: {
    begin: (ctx, { onto }) => switchOver(ctx, onto),
    isOver: ({ failover }, { onto }) => failover!.writer === onto && failover!.isPromoted,
  },
  removeBlue: {
    begin: (ctx, { from }) => removeInstance(ctx, from),
    isOver: ({ modify }, { from }) => modify!.places[from]!.state === 'spare',
  },
  snapshot: {
    begin: ({ world }, migration) => {
      migration.committedThen = world.totals.committed
    },
    isOver: (world, _, run) => hasPassed(world, run, 'modify.snapshot'),
  },
  backup: { begin: nothing, isOver: (world, _, run) => hasPassed(world, run, 'modify.snapshot') },
  restore: {
    begin: nothing,
    isOver: (world, _, run) => hasPassed(world, run, 'modify.restore'),
  },
  cutover: {
    begin: nothing,
    isOver: (world, _, run) => hasPassed(world, run, 'modify.cutover'),
  },
}

/** In three stages the first leads to the class between. */
function classOf({ serverless }: World, { via, class: name }: Migration): string {
  return via !== undefined && serverless!.v1 ? via : name
}

/** No failover is under way, or the new instance has taken over by itself. */
function isSteady({ failover }: World, onto: number): boolean {
  return failover!.phase === null || failover!.writer === onto
}

function isThrough(world: World, index: number): boolean {
  return world.modify!.places[index]!.state === 'present' && isServing(world, index)
}

/** Clients know where the writer is, and each application has had an answer since. */
function isSettled({ failover, applications }: World): boolean {
  return failover!.phase === null && applications.every(({ downSince }) => downSince < 0)
}

function hasPassed(
  { now, setup }: World,
  { startedAt }: StepRun,
  name: 'modify.snapshot' | 'modify.restore' | 'modify.cutover',
): boolean {
  return now - startedAt >= setup.modify!.values[name]
}
