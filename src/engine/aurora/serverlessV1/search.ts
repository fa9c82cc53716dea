/**
 * The search for a scaling point: a host is attached from the warm pool, then each second it is
 * looked whether nothing stands in the way; after its time the change is rolled back or forced. By
 * the rules of 2018 there are some attempts, and then none. Rules E5, E6, E7, E14.
 */
import type { V1Action, V1Wish } from '../../contract/serverlessV1.ts'
import type { Micros } from '../../contract/units.ts'
import { type Context, tell } from '../context.ts'
import { hasHosts } from '../database/hasHosts.ts'
import { blockersOf } from './blockersOf.ts'
import { clearWindow, enterState } from './enterState.ts'
import { force } from './force.ts'
import { partsOf } from './partsOf.ts'
import type { Blocker, Search } from './serverlessV1.ts'
import { beginSwitch } from './switchCapacity.ts'

export interface Wanted {
  target: number
  because: V1Wish
  timeoutMicros?: Micros
  action?: V1Action
}

export function beginSearch(ctx: Context, wanted: Wanted): void {
  const { world } = ctx
  const { v1, setup, values, instance } = partsOf(world)
  const { target, because } = wanted
  v1.search = {
    target,
    because,
    since: world.now,
    timeoutMicros: wanted.timeoutMicros ?? setup.timeoutMicros,
    action: wanted.action ?? setup.onTimeout,
    attachedAt: world.now + values['serverlessV1.attach'],
    attempts: 0,
    blockers: [],
  }
  enterState(ctx, 'searching')
  const from = v1.current / 1_000_000
  v1.fact = tell(ctx, 'SearchBegan', {
    instance: instance.id,
    from,
    acu: target / 1_000_000,
    because,
  })
}

/** Once a second. */
export function lookForPoint(ctx: Context): void {
  const { world } = ctx
  const { v1 } = partsOf(world)
  const search = v1.search!
  if (world.now < search.attachedAt) return waitForHost(ctx, search)
  noteBlockers(ctx, search, blockersOf(world))
  if (!isAttempt(ctx, search)) return
  if (search.blockers.length === 0) return beginSwitch(ctx)
  search.attempts++
  endInTime(ctx, search)
}

/** An empty pool attaches nothing: in time the search ends without a change, forced or not. */
function waitForHost(ctx: Context, search: Search): void {
  const { world } = ctx
  if (hasHosts(world, partsOf(world).instance.zone)) return
  search.attachedAt = world.now + partsOf(world).values['serverlessV1.attach']
  if (world.now - search.since >= search.timeoutMicros) endSearch(ctx, 'rollback')
}

/** Told when somebody else, or nobody any more, stands in the way. */
function noteBlockers(ctx: Context, search: Search, blockers: Blocker[]): void {
  const { v1, instance } = partsOf(ctx.world)
  const isSame = namesOf(blockers) === namesOf(search.blockers)
  search.blockers = blockers
  if (isSame || blockers.length === 0) return
  ctx.cause = v1.fact
  tell(ctx, 'ScalingPointBlocked', {
    instance: instance.id,
    sessions: blockers.map(({ session }) => session),
    because: blockers.map(({ because }) => because),
  })
}

function namesOf(blockers: Blocker[]): string {
  return blockers.map(({ session, because }) => `${session} ${because}`).join(',')
}

function isLaunch({ world }: Context): boolean {
  return partsOf(world).values['serverlessV1.launchRules'] === 1
}

/** By the rules of 2018 only every so often. */
function isAttempt(ctx: Context, { attachedAt, attempts }: Search): boolean {
  const spacing = partsOf(ctx.world).values['serverlessV1.launchAttemptSpacing']
  return !isLaunch(ctx) || ctx.world.now >= attachedAt + attempts * spacing
}

function endInTime(ctx: Context, { since, timeoutMicros, attempts, action }: Search): void {
  const isOver = ctx.world.now - since >= timeoutMicros
  if (isLaunch(ctx)) {
    const most = partsOf(ctx.world).values['serverlessV1.launchAttempts']
    if (attempts >= most) endSearch(ctx, 'cancel')
  } else if (isOver && action === 'force') force(ctx)
  else if (isOver) endSearch(ctx, 'rollback')
}

/** Without a change: it stays at what it has. */
export function endSearch(ctx: Context, action: 'rollback' | 'cancel' | 'abandon'): void {
  const { world } = ctx
  const { v1, instance } = partsOf(world)
  const searchedMicros = world.now - v1.search!.since
  v1.search = null
  v1.lastEnd = action
  if (action !== 'abandon') v1.timeouts++
  enterState(ctx, 'running')
  clearWindow(ctx)
  ctx.cause = v1.fact
  v1.fact = tell(ctx, 'SearchEnded', {
    instance: instance.id,
    acu: v1.current / 1_000_000,
    action,
    searchedMicros,
  })
}
