/**
 * An application asks each instance that it uses or may use; one that has not answered when the
 * next check is due has missed, and after `client.healthCheckMisses` in a row it counts as gone.
 * Rule U4.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { linkOf } from '../../kernel/network.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { watchedBy } from './healthChecks.ts'
import { reroute } from './reroute.ts'
import type { HealthChecks } from './routing.ts'
import { routingEventKind } from './routingEventKind.ts'

export function checkDue(ctx: Context, index: number, round: number): void {
  const { queue, now, parameters, routing } = ctx.world
  const client = routing!.clients[index]!
  if (client.checks === null || client.round !== round) return
  const watched = watchedBy(ctx.world, index, client)
  forgetOthers(client.checks, watched)
  for (const instance of watched) {
    if (client.checks.out[instance]! > 0) miss(ctx, index, client.checks, instance)
    ctx.cause = 0
    ask(ctx, index, client.checks, instance)
  }
  reroute(ctx, index)
  const at = now + parameters['client.healthCheckPeriod']
  schedule(queue, at, routingEventKind.checkDue, index, round)
}

/** Of an instance that it does not ask any more it knows nothing. */
function forgetOthers({ misses, out, facts }: HealthChecks, watched: number[]): void {
  for (let instance = 0; instance < misses.length; instance++) {
    if (watched.includes(instance)) continue
    misses[instance] = 0
    out[instance] = 0
    facts[instance] = 0
  }
}

function ask(ctx: Context, index: number, checks: HealthChecks, instance: number): void {
  const { applications, instances } = ctx.world
  checks.out[instance] = ++checks.lastCheck
  payload.a = checks.lastCheck
  const { actor } = applications[index]!
  sendMessage(ctx, actor, instances[instance]!.actor, messageNumber.HealthCheck)
}

function miss(ctx: Context, index: number, checks: HealthChecks, instance: number): void {
  const { world } = ctx
  const period = world.parameters['client.healthCheckPeriod']
  if (checks.misses[instance] === 0) checks.missedSince[instance] = world.now - period
  checks.misses[instance]!++
  if (checks.misses[instance]! > world.parameters['client.healthCheckMisses']) return
  const application = world.applications[index]!.id
  const misses = checks.misses[instance]!
  ctx.cause = checks.facts[instance]! || whyAway(ctx.world, index, instance)
  const told = { application, instance: world.instances[instance]!.id, misses }
  checks.facts[instance] = tell(ctx, 'HealthCheckMissed', told)
}

/** What the model knows and the application does not: why it got no answer, for *why*. */
function whyAway({ routing, network, applications, instances }: World, index: number, its: number) {
  const { actor, status } = instances[its]!
  const own = applications[index]!.actor
  if (status !== 'open') return routing!.lossFacts[its]!
  const isCut = [linkOf(network, own, actor), linkOf(network, actor, own)].some(
    link => network.cut[link] === 1,
  )
  return isCut ? routing!.cutFact : 0
}

/** Refused, a check stays out until it has missed. */
export function receiveHealth(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const index = actor - world.instances.length - world.nodes.length
  const instance = messages.from[slot]!
  const { checks } = world.routing!.clients[index]!
  if (checks === null || checks.out[instance] !== messages.a[slot]) return false
  if (messages.b[slot] === 1) {
    checks.out[instance] = 0
    checks.misses[instance] = 0
    checks.facts[instance] = 0
  }
  return false
}
