/**
 * A proposal reaches a segment: it is written to disk, judged there and answered. Of those on disk
 * at the same instant the lower writer comes first, then the lower number (*assumption*). A copy
 * that is behind the base first asks a peer and stays silent. Rules C1, C2, C5.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import { below } from '../../kernel/streams.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { timeOn } from '../storage/persist.ts'
import { askPeer } from './catchUp.ts'
import { keepTentative, refusal, refusalAt, refusalKinds } from './copies.ts'
import { mmEventKind } from './mmEventKind.ts'
import { isPrivate, mmOf, slotOn } from './mmPlaces.ts'
import type { MmPageChange, MmPart, MmProposal, MultiMaster } from './multiMaster.ts'
import { isOpen, partIn, proposalOf } from './proposals.ts'

export function receivePropose(ctx: Context, actor: number, slot: number): boolean {
  const { world } = ctx
  const node = actor - world.instances.length
  const host = world.nodes[node]!
  const at = world.now + timeOn(host, world.parameters['storage.persist'])
  mmOf(world).arrivals.push({ slot, node, at })
  schedule(world.queue, at, mmEventKind.answerDue, slot, host.life)
  return true
}

/** C5: all that this node has on disk at this instant, in order. */
export function answerDue(ctx: Context, slot: number, life: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const node = nodeOfArrival(mm, slot, world.now)
  if (node < 0) return
  const isAlive = world.nodes[node]!.life === life
  for (const message of takeArrivals(world, node)) {
    if (isAlive) answer(ctx, node, message)
    free(world.network, message)
  }
}

/** -1 when it was answered with another one at this instant. */
function nodeOfArrival({ arrivals }: MultiMaster, slot: number, now: Micros): number {
  for (let k = 0; k < arrivals.length; k++) {
    const its = arrivals[k]!
    if (its.slot === slot && its.at === now) return its.node
  }
  return -1
}

/** Messages that this node has on disk at this instant, the lower writer first; mostly one. */
function takeArrivals(world: World, node: number): number[] {
  const { arrivals } = mmOf(world)
  const { messages } = world.network
  const due: number[] = []
  let kept = 0
  for (let k = 0; k < arrivals.length; k++) {
    const its = arrivals[k]!
    if (its.node === node && its.at === world.now) due.push(its.slot)
    else arrivals[kept++] = its
  }
  while (arrivals.length > kept) arrivals.pop()
  if (due.length === 1) return due
  if (world.parameters['multiMaster.choiceRandomTie'] !== 0) return shuffled(world, due)
  return due.sort((one, other) => {
    const byWriter = messages.from[one]! - messages.from[other]!
    return byWriter !== 0 ? byWriter : messages.b[one]! - messages.b[other]!
  })
}

/** C5, to compare: any of them may be the first. */
function shuffled(world: World, due: number[]): number[] {
  const { tie } = mmOf(world).streams
  for (let left = due.length; left > 1; left--) {
    const drawn = below(tie, left)
    const last = due[left - 1]!
    due[left - 1] = due[drawn]!
    due[drawn] = last
  }
  return due
}

/** One that is decided already needs no answer: its verdict is on the way or was here. */
function answer(ctx: Context, node: number, message: number): void {
  const { world } = ctx
  const { messages } = world.network
  const proposal = proposalOf(mmOf(world), messages.b[message]!)
  const part = proposal && partIn(proposal, messages.a[message]!)
  if (!proposal || !part || !isOpen(proposal)) return
  const slot = slotOn(world, part.group, node)
  if ((part.promised >>> slot) & 1) return
  const refused = refusalAt(world, proposal, part, slot)
  const why = refused % refusalKinds
  ctx.cause = messages.cause[message]!
  if (why === refusal.behind) {
    askPeer(ctx, part.group, slot)
    return
  }
  const change = part.pages[(refused - why) / refusalKinds]!
  const held = heldHere(world, proposal, change, slot)
  if (why === refusal.none) keepTentative(ctx, proposal, part, slot)
  else ctx.cause = causeOf(ctx, change, slot, why)
  payload.a = part.group
  payload.b = proposal.number
  payload.c = why === refusal.none ? 1 : 0
  payload.d = held.version
  payload.e = held.holder
  payload.f = refused
  ctx.cause = ctx.isListening ? tellGiven(ctx, part, slot) : skipFact(ctx)
  sendMessage(ctx, messages.to[message]!, messages.from[message]!, messageNumber.Vote)
}

/** The version that stands here, and another change in flight for the page; 0 = none. */
function heldHere(
  world: World,
  { number }: MmProposal,
  { page, base }: MmPageChange,
  slot: number,
) {
  if (isPrivate(page)) return { version: base, holder: 0 }
  const { versions, tentatives } = mmOf(world)
  const holder = tentatives[slot]![page]!
  return { version: versions[slot]![page]!, holder: holder === number ? 0 : holder }
}

/** Why it says no: the change that came before, or the one in flight. */
function causeOf(ctx: Context, { page }: MmPageChange, slot: number, why: number): number {
  const mm = mmOf(ctx.world)
  if (why === refusal.staleBase) return mm.versionFacts[slot]![page]!
  if (why !== refusal.inFlight) return ctx.cause
  return proposalOf(mm, mm.tentatives[slot]![page]!)?.fact ?? ctx.cause
}

const refusalWords = ['', 'inFlight', 'staleBase', 'staleEpoch'] as const

/** As the answer says. */
function tellGiven(ctx: Context, { group }: MmPart, slot: number): number {
  return tell(ctx, 'VoteGiven', {
    segment: ctx.world.groups[group]!.segments[slot]!.id,
    proposal: payload.b,
    isYes: payload.c === 1,
    version: payload.d,
    holder: payload.e,
    refusal: refusalWords[payload.f % refusalKinds]!,
  })
}
