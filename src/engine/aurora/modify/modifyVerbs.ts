/** Commands that change a cluster while it runs, and why they may be refused. Rules Z1 to Z8. */
import type { Reason } from '../../contract/commands.ts'
import type { MigrationPlan } from '../../contract/modify.ts'
import type { Given, Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { addInstance, changeClass, changeTier, failOver, removeInstance } from './changePlace.ts'
import { downNow } from './downMicros.ts'
import type { Migration } from './modify.ts'
import { placeFor, viaOf } from './placeFor.ts'
import { planSteps } from './planSteps.ts'
import { beginPlan, endPlan } from './runPlan.ts'
import { serverlessClass } from './serverlessClass.ts'
import { reasonAgainst } from './reasonAgainst.ts'
import { reasonAgainstPlan } from './reasonAgainstPlan.ts'
import { upgradeEngine } from './upgradeEngine.ts'

export const modifyVerbs: Mechanism['verbs'] = {
  ModifyCluster: {
    validate: validateChange,
    give(ctx, { change, instance, class: name, tier }) {
      const index = indexOf(ctx.world, instance)
      if (change === 'add') addInstance(ctx, index, name ?? ctx.world.modify!.places[index]!.class)
      else if (change === 'class') changeClass(ctx, index, name!)
      else if (change === 'remove') removeInstance(ctx, index)
      else if (change === 'tier') changeTier(ctx, index, tier!)
      else if (change === 'upgrade') upgradeEngine(ctx)
      else failOver(ctx, index, true)
    },
  },
  StartMigration: {
    validate: validatePlan,
    give(ctx, command) {
      beginPlan(ctx, migrationOf(ctx.world, command))
    },
  },
  AbortMigration: {
    validate: world => (isRunning(world) ? null : { key: 'reason.noPlanRuns', parameters: {} }),
    give(ctx) {
      endPlan(ctx, ctx.world.modify!.migration!, 'aborted')
    },
  },
}

function indexOf({ instances }: World, name: string): number {
  return instances.findIndex(({ id }) => id === name)
}

function isRunning({ modify }: World): boolean {
  return modify!.migration?.outcome === 'running'
}

function validateChange(world: World, command: Given<'ModifyCluster'>): Reason | null {
  const { change, instance, class: name, tier } = command
  if (isRunning(world)) return { key: 'reason.planRuns', parameters: {} }
  if (world.serverless!.v1) return { key: 'reason.beganAsV1', parameters: {} }
  return reasonAgainst(world, change, indexOf(world, instance), { instance, class: name, tier })
}

function validatePlan(world: World, command: Given<'StartMigration'>): Reason | null {
  if (isRunning(world)) return { key: 'reason.planRuns', parameters: {} }
  return reasonAgainstPlan(world, command)
}

/** These put a new instance at an empty place. */
const withAnother: readonly MigrationPlan[] = [
  'addFailover',
  'engineMode',
  'threeStages',
  'blueGreen',
]

function migrationOf(world: World, command: Given<'StartMigration'>): Migration {
  const { plan, class: name, keepsOld = false } = command
  const { writer } = world.failover!
  const names = planSteps(plan, name === serverlessClass, keepsOld)
  return {
    plan,
    class: name,
    ...(plan === 'threeStages' ? { via: viaOf(world, command) } : {}),
    outcome: 'running',
    from: writer,
    onto: withAnother.includes(plan) ? placeFor(world, command) : writer,
    startedAt: world.now,
    endedAt: -1,
    steps: names.map(step => ({
      step,
      startedAt: -1,
      endedAt: -1,
      downAtStart: [],
      downMicros: 0,
    })),
    at: 0,
    downAtStart: downNow(world),
    downMicros: 0,
    overlapMicros: 0,
    committedThen: -1,
    notCarried: 0,
    fact: 0,
  }
}
