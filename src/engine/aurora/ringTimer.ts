/** A timer goes off: a disk write is done, a page is ready, somebody's time has come. */
import { free } from '../kernel/network.ts'
import type { EventRecord } from '../kernel/eventQueue.ts'
import type { Context } from './context.ts'
import { boxClosed } from './database/boxcar.ts'
import { cpuDone } from './database/cpuDone.ts'
import { hedgeDue } from './database/hedgeDue.ts'
import { resendDue } from './database/resend.ts'
import { retry, thought, timedOut } from './endpoint/sessionTimers.ts'
import { eventKind } from './eventKind.ts'
import { messageNumber } from './messageNumber.ts'
import { gossipDue, persistGossip } from './storage/gossip.ts'
import { persistRedo } from './storage/receiveRedo.ts'
import { servePage } from './storage/servePage.ts'

/** By number of the message whose bytes are on disk. */
export const corePersisters: Context['persisters'] = []
corePersisters[messageNumber.WriteRedo] = persistRedo
corePersisters[messageNumber.GossipRecords] = persistGossip

/** A timer of an earlier life of its owner is stale and does nothing. */
export function ringTimer(ctx: Context, event: EventRecord): void {
  const { kind, subject, detail } = event
  const owner = subject >>> 16
  const part = subject & 0xffff
  ctx.cause = 0
  const ring = ctx.timers[kind]
  if (ring) return ring(ctx, event)
  switch (kind) {
    case eventKind.persisted:
      return persisted(ctx, subject, detail)
    case eventKind.pageReady:
      return pageReady(ctx, subject, detail)
    case eventKind.gossip:
      return gossipRings(ctx, subject, detail)
    case eventKind.cpuDone:
      return cpuDone(ctx, owner, part, detail)
    case eventKind.boxClosed:
      return ofLife(ctx, owner, detail) ? boxClosed(ctx, owner, part) : undefined
    case eventKind.resend:
      return ofLife(ctx, owner, detail) ? resendDue(ctx, owner, part) : undefined
    case eventKind.hedge:
      return hedgeDue(ctx, owner, part, detail)
    case eventKind.thought:
      return thought(ctx, owner, part, detail)
    case eventKind.timedOut:
      return timedOut(ctx, owner, part)
    case eventKind.retry:
      return retry(ctx, owner, part, detail)
  }
}

function ofLife(ctx: Context, instance: number, life: number): boolean {
  return ctx.world.instances[instance]!.life === life
}

function persisted(ctx: Context, slot: number, life: number): void {
  const { network, nodes, instances } = ctx.world
  const { messages } = network
  const node = messages.to[slot]! - instances.length
  ctx.cause = messages.cause[slot]!
  if (nodes[node]!.life === life) ctx.persisters[messages.kind[slot]!]!(ctx, node, slot)
  free(network, slot)
}

function pageReady(ctx: Context, slot: number, life: number): void {
  const { network, nodes, instances } = ctx.world
  const node = network.messages.to[slot]! - instances.length
  ctx.cause = network.messages.cause[slot]!
  if (nodes[node]!.life === life) servePage(ctx, slot)
  free(network, slot)
}

function gossipRings(ctx: Context, host: number, life: number): void {
  const segment = ctx.world.groups[host >>> 3]!.segments[host & 7]!
  if (ctx.world.nodes[segment.node]!.life === life) gossipDue(ctx, segment)
}
