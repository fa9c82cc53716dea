/**
 * What happens at an event: a message reaches its receiver, or a timer goes off for whom it was
 * set. One line a kind; a kind without a line does not compile.
 */
import { flyOn } from '../kernel/intercept.ts'
import { arrive, DELIVERED, free, IS_HELD, WAS_CUT, WAS_DOWN } from '../kernel/network.ts'
import type { MechanismMessageKind, MessageKind, MessageNumbers } from '../contract/messages.ts'
import { type Context, skipFact, tell } from './context.ts'
import { receivePageAnswer } from './database/receivePageAnswer.ts'
import { receiveRequest } from './database/receiveRequest.ts'
import { receiveSclReport, receiveWriteAck } from './database/receiveWriteAck.ts'
import { receiveAnswer } from './endpoint/receiveAnswer.ts'
import type { Receiver } from './mechanism.ts'
import { messageNumber } from './messageNumber.ts'
import { receiveGossip, receiveGossipRecords } from './storage/gossip.ts'
import { receiveRedo } from './storage/receiveRedo.ts'
import { receiveReadPage } from './storage/servePage.ts'

const receivers = {
  Request: instance(receiveRequest),
  Answer: application(receiveAnswer),
  WriteRedo: node(receiveRedo),
  WriteAck: instance(receiveWriteAck),
  SclReport: instance(receiveSclReport),
  ReadPage: node(receiveReadPage),
  PageAnswer: instance(receivePageAnswer),
  Gossip: node(receiveGossip),
  GossipRecords: node(receiveGossipRecords),
} satisfies Record<Exclude<MessageKind, MechanismMessageKind>, Receiver>

/** By number on the wire. */
export const coreReceivers: (Receiver | undefined)[] = []
const kindOf: MessageKind[] = []
for (const kind of Object.keys(messageNumber) as (keyof MessageNumbers)[]) {
  coreReceivers[messageNumber[kind]] = (receivers as Partial<Record<MessageKind, Receiver>>)[kind]
  kindOf[messageNumber[kind]] = kind
}

type Handler = (ctx: Context, receiver: number, slot: number) => boolean | void

/** The receiver is the index of an instance. */
export function instance(receive: Handler): Receiver {
  return (ctx, actor, slot) => receive(ctx, actor, slot) === true
}

/** The receiver is the index of a storage node. */
export function node(receive: Handler): Receiver {
  return (ctx, actor, slot) => receive(ctx, actor - ctx.world.instances.length, slot) === true
}

function application(receive: Handler): Receiver {
  return (ctx, actor, slot) => {
    const { instances, nodes } = ctx.world
    return receive(ctx, actor - instances.length - nodes.length, slot) === true
  }
}

/** A message arrives: it is dropped, held by its link, or received; if postponed it flies on. */
export function receiveMessage(ctx: Context, slot: number): void {
  const { network, queue } = ctx.world
  if (flyOn(network, queue, slot)) return
  const fate = arrive(network, slot)
  if (fate === IS_HELD) return
  const { messages } = network
  ctx.cause = messages.cause[slot]!
  let isKept = false
  if (fate !== DELIVERED) tellDropped(ctx, slot, fate)
  else if (isAdmitted(ctx, slot))
    isKept = ctx.receivers[messages.kind[slot]!]!(ctx, messages.to[slot]!, slot)
  if (!isKept) free(network, slot)
}

/** A request that names members of a time that is over is refused. */
function isAdmitted(ctx: Context, slot: number): boolean {
  return !ctx.world.membership || ctx.members === null || ctx.members.admits(ctx, slot)
}

function tellDropped(ctx: Context, slot: number, fate: number): void {
  if (!ctx.isListening) {
    skipFact(ctx)
    return
  }
  const { actors, network } = ctx.world
  const { messages } = network
  tell(ctx, 'MessageDropped', {
    message: messages.id[slot]!,
    kind: kindOf[messages.kind[slot]!]!,
    from: actors[messages.from[slot]!]!,
    to: actors[messages.to[slot]!]!,
    because: fate === WAS_CUT ? 'cut' : fate === WAS_DOWN ? 'receiverDown' : 'loss',
  })
}
