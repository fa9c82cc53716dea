/**
 * A cluster of Serverless v1 that can be changed: it is v1 until its instance is deleted, and a
 * cluster as any other afterwards, which may have serverless instances of v2. Each question goes to
 * the generation that is in force. Rule Z10.
 */
import type { Reason } from '../../contract/commands.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import type { Mechanism, Receiver, Verb } from '../mechanism.ts'
import { demandsFollow } from '../serverless/demandsFollow.ts'
import type { World } from '../world.ts'

type Ring = (ctx: Context, event: EventRecord) => void

export function createBothGenerations(v1: Mechanism, v2: Mechanism): Mechanism {
  const inForce = ({ serverless }: World) => (serverless!.v1 ? v1 : v2)
  const receive =
    (kind: 'Request' | 'Answer'): Receiver =>
    (ctx, actor, slot) =>
      inForce(ctx.world).receivers[kind]!(ctx, actor, slot)
  const timedOut: Ring = (ctx, event) => inForce(ctx.world).timers[eventKind.timedOut]!(ctx, event)
  return {
    ...v2,
    create: v1.create,
    receivers: { Request: receive('Request'), Answer: receive('Answer') },
    timers: { ...v2.timers, ...whileV1(v1.timers), [eventKind.timedOut]: timedOut },
    instanceCrashed(ctx, ...rest) {
      inForce(ctx.world).instanceCrashed!(ctx, ...rest)
    },
    volumeOpened(ctx, index) {
      inForce(ctx.world).volumeOpened!(ctx, index)
      demandsFollow(ctx.world, index)
    },
    connectionAsked(ctx, index) {
      inForce(ctx.world).connectionAsked!(ctx, index)
    },
    verbs: {
      ...v1.verbs,
      SetCapacity: onlyV1(v1.verbs.SetCapacity!),
      BeginMaintenance: onlyV1(v1.verbs.BeginMaintenance!),
      SetCapacityRange: {
        validate: (world, command) =>
          inForce(world).verbs.SetCapacityRange!.validate(world, command),
        give(ctx, command) {
          inForce(ctx.world).verbs.SetCapacityRange!.give(ctx, command)
        },
      },
    },
    view(world, frame) {
      inForce(world).view!(world, frame)
    },
  }
}

/** Timers of v1 that are still to ring when it is left find nothing. */
function whileV1(timers: Mechanism['timers']): Mechanism['timers'] {
  const guarded = Object.entries(timers).map(([kind, ring]): [string, Ring] => [
    kind,
    (ctx, event) => {
      if (ctx.world.serverless!.v1) ring(ctx, event)
    },
  ])
  return Object.fromEntries(guarded)
}

function onlyV1<K extends 'SetCapacity' | 'BeginMaintenance'>(verb: Verb<K>): Verb<K> {
  const gone: Reason = { key: 'reason.v1Left', parameters: {} }
  return {
    validate: (world, command) => (world.serverless!.v1 ? verb.validate(world, command) : gone),
    give: verb.give,
  }
}
