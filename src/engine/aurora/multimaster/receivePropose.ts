/**
 * A proposal reaches a segment: it is written to disk, judged there and answered. Of those on disk
 * at the same instant the lower writer comes first, then the lower number (*assumption*). A copy
 * that is behind the base first asks a peer and stays silent. Rules C1, C2, C5.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { timeOn } from '../storage/persist.ts'
import { askPeer } from './catchUp.ts'
import { keepTentative, refusal, refusalAt } from './copies.ts'
import { mmEventKind } from './mmEventKind.ts'
import { isPrivate, mmOf, slotOn } from './mmPlaces.ts'
import type { MmProposal } from './multiMaster.ts'
import { isOpen, proposalOf } from './proposals.ts'

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
  const mine = mm.arrivals.find(its => its.slot === slot && its.at === world.now)
  if (!mine) return
  const { node } = mine
  const due = mm.arrivals.filter(its => its.node === node && its.at === world.now)
  mm.arrivals = mm.arrivals.filter(its => its.node !== node || its.at !== world.now)
  const { messages } = world.network
  due.sort((one, other) => {
    const byWriter = messages.from[one.slot]! - messages.from[other.slot]!
    return byWriter !== 0 ? byWriter : messages.b[one.slot]! - messages.b[other.slot]!
  })
  const isAlive = world.nodes[node]!.life === life
  for (const { slot: message } of due) {
    if (isAlive) answer(ctx, node, message)
    free(world.network, message)
  }
}

/** One that is decided already needs no answer: its verdict is on the way or was here. */
function answer(ctx: Context, node: number, message: number): void {
  const { world } = ctx
  const { messages } = world.network
  const proposal = proposalOf(mmOf(world), messages.b[message]!)
  if (proposal === null || !isOpen(proposal)) return
  const slot = slotOn(world, proposal.group, node)
  const why = refusalAt(world, proposal, slot)
  ctx.cause = messages.cause[message]!
  if (why === refusal.behind) {
    askPeer(ctx, proposal.group, slot)
    return
  }
  const { version, holder } = heldAt(ctx, proposal, slot)
  if (why === refusal.none) keepTentative(ctx, proposal, slot)
  else ctx.cause = causeOf(ctx, proposal, slot, why)
  ctx.cause = tellGiven(ctx, { proposal, slot, why, version, holder })
  payload.a = proposal.group
  payload.b = proposal.number
  payload.c = why === refusal.none ? 1 : 0
  payload.d = version
  payload.e = holder
  payload.f = why
  sendMessage(ctx, messages.to[message]!, messages.from[message]!, messageNumber.Vote)
}

function heldAt({ world }: Context, { page, base, number }: MmProposal, slot: number) {
  const mm = mmOf(world)
  if (isPrivate(mm, page)) return { version: base, holder: 0 }
  const holder = mm.tentatives[slot]![page]!
  return { version: mm.versions[slot]![page]!, holder: holder === number ? 0 : holder }
}

/** Why it says no: the change that came before, or the one in flight. */
function causeOf(ctx: Context, { page }: MmProposal, slot: number, why: number): number {
  const mm = mmOf(ctx.world)
  if (why === refusal.staleBase) return mm.versionFacts[slot]![page]!
  if (why !== refusal.inFlight) return ctx.cause
  return proposalOf(mm, mm.tentatives[slot]![page]!)?.fact ?? ctx.cause
}

interface Given {
  proposal: MmProposal
  slot: number
  why: number
  version: number
  holder: number
}

const refusalWords = ['', 'inFlight', 'staleBase', 'staleEpoch'] as const

function tellGiven(ctx: Context, { proposal, slot, why, version, holder }: Given): number {
  if (!ctx.isListening) return skipFact(ctx)
  return tell(ctx, 'VoteGiven', {
    segment: ctx.world.groups[proposal.group]!.segments[slot]!.id,
    proposal: proposal.number,
    isYes: why === refusal.none,
    version,
    holder,
    refusal: refusalWords[why]!,
  })
}
