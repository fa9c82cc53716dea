/**
 * Clients are connected to a router: it wakes a paused cluster, holds what comes while it resumes
 * or switches, refuses connections above what the present capacity admits, and closes those that
 * are a day old. Rules E8, E9, E11.
 */
import type { Micros } from '../../contract/units.ts'
import type { Context } from '../context.ts'
import { answerClient, answerOutcome, applicationOf } from '../database/answerClient.ts'
import { messageNumber } from '../messageNumber.ts'
import { coreReceivers } from '../receiveMessage.ts'
import { refusesRequest } from '../serverless/admission.ts'
import { partsOf } from './partsOf.ts'
import { wake } from './resumeV1.ts'

const oldestConnection: Micros = 86_400_000_000

export function receiveRequest(ctx: Context, actor: number, slot: number): boolean {
  const { v1, capacity } = partsOf(ctx.world)
  if (actor !== capacity.instance) return coreReceivers[messageNumber.Request]!(ctx, actor, slot)
  if (v1.state === 'paused') wakeFor(ctx, slot)
  if (v1.state === 'resuming' || v1.state === 'switching') {
    v1.held.push(slot)
    return true
  }
  if (v1.state !== 'recreating') {
    if (isTooOld(ctx, slot)) return close(ctx, slot)
    if (refusesRequest(ctx, capacity, slot)) return false
  }
  return coreReceivers[messageNumber.Request]!(ctx, actor, slot)
}

/** E11: whoever brought the session that asks. */
function wakeFor(ctx: Context, slot: number): void {
  const { cause, world } = ctx
  ctx.cause = cause || world.serverless!.workloadFacts[applicationOf(world, slot)]!
  wake(ctx, 'connection')
  ctx.cause = cause
}

/** A request that wants a sign opens a connection anew, as does the first one of a session. */
function isTooOld({ world }: Context, slot: number): boolean {
  const { a, c } = world.network.messages
  const { connectedAt } = partsOf(world).v1
  const ages = connectedAt[applicationOf(world, slot)]!
  const since = ages[a[slot]!]
  const isNew = since === undefined || c[slot] === 1
  if (isNew) ages[a[slot]!] = world.now
  return !isNew && world.now - since > oldestConnection
}

function close(ctx: Context, slot: number): boolean {
  const { world } = ctx
  const { a, b } = world.network.messages
  const application = applicationOf(world, slot)
  const client = { application, session: a[slot]!, attempt: b[slot]!, transaction: 0 }
  answerClient(ctx, partsOf(world).capacity.instance, client, answerOutcome.refused)
  return false
}
