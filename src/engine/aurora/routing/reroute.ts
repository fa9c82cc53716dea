/**
 * The application reroutes itself by its own plan (UG22): away from an instance that it takes for
 * gone, to the next one of its list, at once or after a pause; who takes turns drops it; who goes
 * by a name asks it again. Its connections there are closed. No data moves. Rules U5, U6.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { countLost, loseConnection } from '../endpoint/reconnect.ts'
import { isGone } from './healthChecks.ts'
import { askName } from './names.ts'
import type { HealthChecks } from './routing.ts'
import { routingEventKind } from './routingEventKind.ts'
import { nextInTurn } from './nextInTurn.ts'

export function reroute(ctx: Context, index: number): void {
  const { world } = ctx
  const { route, checks } = world.routing!.clients[index]!
  if (route === 'instance') leaveInstance(ctx, index, checks!)
  else {
    for (let gone = 0; gone < world.instances.length; gone++) {
      if (isGone(world, checks!, gone)) leaveByName(ctx, index, checks!, gone)
    }
  }
}

function leaveInstance(ctx: Context, index: number, checks: HealthChecks): void {
  const { world } = ctx
  const { round } = world.routing!.clients[index]!
  const { instance } = world.applications[index]!
  const next = standbyOf(ctx, index, checks)
  if (next < 0) checks.takesOverAt = -1
  else if (checks.pauseMicros === 0) goTo(ctx, index, instance, () => next)
  else if (checks.takesOverAt < 0) {
    checks.takesOverAt = world.now + checks.pauseMicros
    schedule(world.queue, checks.takesOverAt, routingEventKind.takeOver, index, round)
  }
}

/** The best of its plan that answers, if its own instance does not; else -1. */
function standbyOf({ world }: Context, index: number, checks: HealthChecks): number {
  const { instance } = world.applications[index]!
  if (!isGone(world, checks, instance)) return -1
  return checks.plan.find(its => !isGone(world, checks, its)) ?? -1
}

/** U6: the pause is over; an instance that has come back meanwhile is kept. */
export function takeOver(ctx: Context, index: number, round: number): void {
  const client = ctx.world.routing!.clients[index]!
  const { checks } = client
  if (checks === null || client.round !== round || checks.takesOverAt < 0) return
  checks.takesOverAt = -1
  const next = standbyOf(ctx, index, checks)
  const { instance } = ctx.world.applications[index]!
  if (next >= 0) goTo(ctx, index, instance, () => next)
}

/** U5: it leaves once the name, or the turn, leads to somebody else. */
function leaveByName(ctx: Context, index: number, checks: HealthChecks, gone: number): void {
  const { world } = ctx
  const { route, turn } = world.routing!.clients[index]!
  const isTakingTurns = route === 'round-robin'
  const limit = world.parameters['client.healthCheckMisses']
  if (isTakingTurns && checks.misses[gone] !== limit) return
  if (!isTakingTurns && !world.applications[index]!.target.includes(gone)) return
  const to = isTakingTurns ? nextInTurn(world, index, turn) : askName(world, index)
  if (to === gone) return
  let isFirst = true
  goTo(ctx, index, gone, () => {
    const next = isTakingTurns || isFirst ? to : askName(world, index)
    isFirst = false
    return next
  })
}

/** What its sessions have asked there they give up, and connect anew. */
function goTo(ctx: Context, index: number, from: number, choose: () => number): void {
  const { world } = ctx
  const application = world.applications[index]!
  const { state, target } = application
  const left = [...state.keys()].filter(session => target[session] === from)
  for (const session of left) target[session] = choose()
  application.instance = left.length > 0 ? target[left[0]!]! : choose()
  const fact = tellRerouted(ctx, index, from)
  for (const session of left) {
    if (state[session] !== sessionState.waiting) continue
    countLost(world, index)
    ctx.cause = fact
    loseConnection(ctx, index, session, 0)
  }
  ctx.cause = fact
}

function tellRerouted(ctx: Context, index: number, from: number): number {
  const { applications, instances, routing, now } = ctx.world
  const { missedSince, facts } = routing!.clients[index]!.checks!
  const { id, instance } = applications[index]!
  ctx.cause = facts[from]!
  return tell(ctx, 'Rerouted', {
    application: id,
    from: instances[from]!.id,
    to: instances[instance]!.id,
    tookMicros: now - missedSince[from]!,
  })
}
