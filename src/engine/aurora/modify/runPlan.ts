/**
 * A plan is carried out step by step: the next begins when the one before is through; how long
 * applications were without answers is measured for each. Rules Z6 to Z8.
 */
import type { MigrationOutcome } from '../../contract/modify.ts'
import type { Micros } from '../../contract/units.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { downNow, longestSince } from './downMicros.ts'
import type { Migration, Place, StepRun } from './modify.ts'
import { steps } from './steps.ts'

/** The first step begins at once. */
export function beginPlan(ctx: Context, migration: Migration): void {
  const { plan, class: name } = migration
  ctx.world.modify!.migration = migration
  migration.fact = tell(ctx, 'PlanBegan', { plan, class: name, steps: migration.steps.length })
  beginStep(ctx, migration)
  goOnWithPlan(ctx, 0)
}

/** Once a second; a step that is through at once lets the next begin in the same second. */
export function goOnWithPlan(ctx: Context, elapsed: Micros): void {
  const { world } = ctx
  const { migration } = world.modify!
  if (migration?.outcome !== 'running') return
  if (isOverlapping(world, migration)) migration.overlapMicros += elapsed
  note(world, migration)
  for (;;) {
    const run: StepRun | undefined = migration.steps[migration.at]
    if (!run) return endPlan(ctx, migration, 'done')
    if (!steps[run.step].isOver(world, migration, run)) return
    endStep(ctx, migration)
    beginStep(ctx, migration)
  }
}

/** Z7: what is billed beside the one instance that is needed. */
function isOverlapping({ modify }: World, { from, onto, steps: runs, at }: Migration): boolean {
  if (runs[at]?.step === 'cutover') return true
  return from !== onto && [from, onto].every(index => isBilled(modify!.places[index]!))
}

/** From its start on. */
function isBilled({ state, isHeld }: Place): boolean {
  return state === 'creating' ? !isHeld : state !== 'spare'
}

function note(world: World, migration: Migration): void {
  migration.downMicros = longestSince(world, migration.downAtStart)
  const run = migration.steps[migration.at]
  if (run) run.downMicros = longestSince(world, run.downAtStart)
  if (migration.committedThen >= 0) {
    migration.notCarried = world.totals.committed - migration.committedThen
  }
}

function beginStep(ctx: Context, migration: Migration): void {
  const { world } = ctx
  const run = migration.steps[migration.at]
  if (!run) return
  run.startedAt = world.now
  run.downAtStart = downNow(world)
  ctx.cause = migration.fact
  steps[run.step].begin(ctx, migration)
}

function endStep(ctx: Context, migration: Migration): void {
  const { world } = ctx
  const run = migration.steps[migration.at]!
  run.endedAt = world.now
  run.downMicros = longestSince(world, run.downAtStart)
  migration.at++
  ctx.cause = migration.fact
  migration.fact = tell(ctx, 'PlanStepEnded', {
    step: run.step,
    tookMicros: run.endedAt - run.startedAt,
    downMicros: run.downMicros,
  })
}

/** Z8: called off, what has been done stays as it is. */
export function endPlan(ctx: Context, migration: Migration, outcome: MigrationOutcome): void {
  const { world } = ctx
  note(world, migration)
  migration.outcome = outcome
  migration.endedAt = world.now
  ctx.cause = outcome === 'aborted' ? ctx.cause : migration.fact
  migration.fact = tell(ctx, 'PlanEnded', {
    plan: migration.plan,
    outcome,
    tookMicros: world.now - migration.startedAt,
    downMicros: migration.downMicros,
    overlapMicros: migration.overlapMicros,
    notCarried: migration.notCarried,
  })
}
