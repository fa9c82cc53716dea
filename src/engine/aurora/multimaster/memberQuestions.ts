/**
 * The members of a change whose writer is dead ask each other: one that holds it asks all the
 * others of its groups; who has not got it promises not to take it any more, nor a rival, until the
 * verdict, so that no answer is overtaken. Then all are told. Rules T17, T18, T40.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { runningBits } from '../status/reachability.ts'
import type { World } from '../world.ts'
import { askPeer } from './catchUp.ts'
import { cancelTentative, keepForGood, promise } from './copies.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf, slotOn, slots } from './mmPlaces.ts'
import { type MmPart, type MmProposal, verdict } from './multiMaster.ts'
import { carryOut, type Known, knowledgeOf, knows, verdictOn } from './orphans.ts'
import { partIn, proposalOf } from './proposals.ts'
import { sendVerdict } from './sendFinalize.ts'
import type { MmQuestion } from './survival.ts'
import { takeOverUndo } from './takeOver.ts'

const answers = { final: 4, cancelled: 5 } as const

export function orphan(world: World, proposal: MmProposal): void {
  proposal.verdict = verdict.orphaned
  watchOrphan(world, proposal)
}

function watchOrphan(world: World, { number }: MmProposal): void {
  const row = number % mmOf(world).proposals.length
  const at = world.now + world.parameters['multiMaster.tentativeTtl']
  schedule(world.queue, at, mmEventKind.tentativeDue, row, number)
}

function orphanAt(world: World, number: number): MmProposal | null {
  const proposal = proposalOf(mmOf(world), number)
  return proposal?.verdict === verdict.orphaned ? proposal : null
}

/** T17: after the time to live, unless its owner is back and has decided it. */
export function tentativeDue(ctx: Context, number: number): void {
  const { world } = ctx
  const proposal = orphanAt(world, number)
  if (!proposal) return
  ctx.cause = proposal.fact
  const asker = askerOf(world, proposal)
  if (asker) begin(ctx, proposal, asker)
  else if (isNowhere(world, proposal)) carryOut(ctx, proposal, false)
  watchOrphan(world, proposal)
}

/** The first running copy that holds its part. */
function askerOf(world: World, proposal: MmProposal): { part: number; slot: number } | null {
  for (let part = 0; part < proposal.parts.length; part++) {
    const its = proposal.parts[part]!
    const running = runningBits(world, world.groups[its.group]!)
    for (let slot = 0; slot < slots; slot++) {
      const isUp = ((running >>> slot) & 1) === 1
      if (isUp && knowledgeOf(world, proposal, its, slot) === knows.yes) return { part, slot }
    }
  }
  return null
}

/** No copy has it, also none that is dark. */
function isNowhere(world: World, proposal: MmProposal): boolean {
  return proposal.parts.every(part => {
    for (let slot = 0; slot < slots; slot++) {
      if (knowledgeOf(world, proposal, part, slot) === knows.yes) return false
    }
    return true
  })
}

function begin(ctx: Context, proposal: MmProposal, asker: { part: number; slot: number }): void {
  const { world } = ctx
  const { survival } = mmOf(world)
  const question: MmQuestion = {
    proposal: proposal.number,
    ...asker,
    knows: proposal.parts.map(() => new Uint8Array(slots)),
    answered: proposal.parts.map(() => 0),
    since: world.now,
  }
  survival.questions = survival.questions.filter(its => its.proposal !== proposal.number)
  survival.questions.push(question)
  note(question, { ...asker, said: knows.yes })
  askSilent(ctx, proposal, question)
}

function note(
  question: MmQuestion,
  { part, slot, said }: { part: number; slot: number; said: number },
) {
  question.answered[part]! |= 1 << slot
  question.knows[part]![slot] = said
}

function askSilent(ctx: Context, proposal: MmProposal, question: MmQuestion): void {
  const { world } = ctx
  const from = actorAt(world, proposal.parts[question.part]!, question.slot)
  for (let part = 0; part < proposal.parts.length; part++) {
    const { group } = proposal.parts[part]!
    for (const { slot, node } of world.groups[group]!.segments) {
      if ((question.answered[part]! >>> slot) & 1) continue
      payload.a = group
      payload.b = proposal.number
      sendMessage(ctx, from, world.nodes[node]!.actor, messageNumber.AskVerdict)
    }
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.questionDue, 0, proposal.number)
}

function actorAt(world: World, { group }: MmPart, slot: number): number {
  return world.nodes[world.groups[group]!.segments[slot]!.node]!.actor
}

/** A copy tells what it has, and keeps to it until the verdict. */
export function receiveAskVerdict(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const group = messages.a[message]!
  const proposal = proposalOf(mmOf(world), messages.b[message]!)
  const part = proposal && partIn(proposal, group)
  const slot = slotOn(world, group, actor - world.instances.length)
  if (!proposal || !part || slot < 0) return false
  const said = answerOf(world, proposal, part, slot)
  if (said === knows.behind) {
    askPeer(ctx, group, slot)
    return false
  }
  if (said === knows.nothing) promise(world, proposal, part, slot)
  payload.a = group
  payload.b = proposal.number
  payload.c = said === knows.behind ? knows.nothing : said
  sendMessage(ctx, actor, messages.from[message]!, messageNumber.TellVerdict)
  return false
}

/** T18: a verdict that was given outranks what copies hold. */
function answerOf(world: World, proposal: MmProposal, part: MmPart, slot: number): number {
  if (proposal.verdict === verdict.accepted) return answers.final
  if (proposal.verdict === verdict.refused) return answers.cancelled
  return knowledgeOf(world, proposal, part, slot)
}

export function receiveTellVerdict(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const number = messages.b[message]!
  const proposal = orphanAt(world, number)
  const question = questionOn(world, number)
  if (!proposal || !question) return false
  if (actorAt(world, proposal.parts[question.part]!, question.slot) !== actor) return false
  const part = proposal.parts.findIndex(its => its.group === messages.a[message])
  if (part < 0) return false
  const { group } = proposal.parts[part]!
  const slot = slotOn(world, group, messages.from[message]! - world.instances.length)
  note(question, { part, slot, said: messages.c[message]! })
  ctx.cause = proposal.fact
  decide(ctx, proposal, question, false)
  return false
}

function questionOn(world: World, number: number): MmQuestion | undefined {
  return mmOf(world).survival.questions.find(its => its.proposal === number)
}

/** The silent are asked again; what can be said without them is said now. */
export function questionDue(ctx: Context, number: number): void {
  const { world } = ctx
  const proposal = orphanAt(world, number)
  const question = questionOn(world, number)
  if (!proposal || !question) return
  ctx.cause = proposal.fact
  const { group } = proposal.parts[question.part]!
  const isUp = (runningBits(world, world.groups[group]!) >>> question.slot) & 1
  if (!isUp) forget(world, number)
  else if (!decide(ctx, proposal, question, true)) askSilent(ctx, proposal, question)
}

function forget(world: World, number: number): void {
  const { survival } = mmOf(world)
  survival.questions = survival.questions.filter(its => its.proposal !== number)
}

function knownTo({ knows: said, answered }: MmQuestion): Known[] {
  return answered.map((bits, part) => {
    const known = { yes: 0, no: 0, rival: 0 }
    for (let slot = 0; slot < slots; slot++) {
      if (!((bits >>> slot) & 1)) continue
      const what = said[part]![slot]!
      if (what === knows.yes) known.yes |= 1 << slot
      else if (what === knows.rival) known.rival |= 1 << slot
      else known.no |= 1 << slot
    }
    return known
  })
}

/** True when it is decided: the asker carries it out at itself and tells all others. */
function decide(
  ctx: Context,
  proposal: MmProposal,
  question: MmQuestion,
  isLate: boolean,
): boolean {
  const { world } = ctx
  const said = verdictOn(world, proposal, knownTo(question), isLate)
  if (!said) return false
  forget(world, proposal.number)
  const part = proposal.parts[question.part]!
  const segment = world.groups[part.group]!.segments[question.slot]!.id
  ctx.cause = tell(ctx, 'TentativeDecided', { proposal: proposal.number, segment, ...said })
  proposal.fact = ctx.cause
  carryOut(ctx, proposal, said.isKept)
  if (said.isKept) keepForGood(ctx, proposal, part, question.slot)
  else cancelTentative(world, proposal, part, question.slot)
  sendVerdict(ctx, actorAt(world, part, question.slot), proposal, said.isKept)
  takeOverUndo(ctx, proposal.writer)
  return true
}

/**
 * T20: the recovery of its writer decides by what the running copies hold, as they were scanned,
 * and they carry it out. False: contested, it stays open.
 */
export function decideOwn(ctx: Context, proposal: MmProposal): boolean {
  const { world } = ctx
  const known = proposal.parts.map(part => knownRunning(world, proposal, part))
  const said = verdictOn(world, proposal, known, true)
  if (!said) return false
  forget(world, proposal.number)
  carryOut(ctx, proposal, said.isKept)
  for (const part of proposal.parts) {
    for (const slot of runningSlots(world, part)) {
      if (said.isKept) keepForGood(ctx, proposal, part, slot)
      else cancelTentative(world, proposal, part, slot)
    }
  }
  return true
}

function runningSlots(world: World, { group }: MmPart): number[] {
  const running = runningBits(world, world.groups[group]!)
  return [0, 1, 2, 3, 4, 5].filter(slot => (running >>> slot) & 1)
}

function knownRunning(world: World, proposal: MmProposal, part: MmPart): Known {
  const known = { yes: 0, no: 0, rival: 0 }
  for (const slot of runningSlots(world, part)) {
    const what = knowledgeOf(world, proposal, part, slot)
    if (what === knows.yes) known.yes |= 1 << slot
    else if (what === knows.rival) known.rival |= 1 << slot
    else if (what !== knows.behind) known.no |= 1 << slot
  }
  return known
}
