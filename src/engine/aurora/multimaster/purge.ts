/**
 * What a committed change replaced is purged after a while: the pages it touched are changed once
 * more, by a background thread of its writer, one group at a time. Such a change may collide like
 * any other; then it pauses, reads the page anew and proposes again, and nobody hears of it. It
 * goes on after the load has stopped, and after its writer was away (user guide, *Conflict
 * resolution*). Rules T27, T28.
 */
import type { FactId } from '../../contract/units.ts'
import { uniformBelow } from '../../kernel/distributions.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { takeTyped, typedHolder } from './holds.ts'
import { type PageAsked, pagesOfChange } from './indexPages.ts'
import { hold } from './mmCache.ts'
import { mmEventKind } from './mmEventKind.ts'
import { isPrivate, mmGroupOf, mmOf } from './mmPlaces.ts'
import { type MmProposal, type MmTransaction, type MmWriter, reason } from './multiMaster.ts'
import { proposeGroup } from './propose.ts'
import { chooseSlot } from './readPages.ts'

/** The background thread among those that latch pages; no typed session has this number. */
const purgeOwner = 1_000_000_000
/** In place of a transaction's slot, in a page read. */
export const readForPurge = -2
const longestPauseMicros = 20_000

/** T27: the pages of its changes, unless they wait to be purged already. */
export function noteForPurge(world: World, transaction: MmTransaction): void {
  if (world.parameters['multiMaster.purge'] === 0) return
  const mm = mmOf(world)
  const pages = transaction.changes.flatMap(change =>
    pagesOfChange(world, transaction, mm.changes.row[change]!),
  )
  addWaiting(world, transaction, pages)
}

/** T27: the same for a typed transaction; its log says which pages it has changed. */
export function noteTypedForPurge(world: World, commit: MmProposal): void {
  if (world.parameters['multiMaster.purge'] === 0) return
  const { log } = mmOf(world).writers[commit.writer]!
  const own = log.filter(its => its.transaction === commit.transaction && its.state === 'accepted')
  addWaiting(world, commit, own)
}

interface Origin {
  writer: number
  fact: FactId
}

function addWaiting(world: World, { writer, fact }: Origin, pages: readonly PageAsked[]): void {
  const { parameters, now, queue } = world
  const { waiting } = mmOf(world).writers[writer]!.purge
  const wasEmpty = waiting.length === 0
  for (const { page, kind } of pages) {
    const isKnown = isPrivate(page) || waiting.some(its => its.page === page)
    if (!isKnown) waiting.push({ page, kind, since: now, fact })
  }
  if (!wasEmpty || waiting.length === 0) return
  schedule(queue, now + parameters['multiMaster.purgeDelay'], mmEventKind.purgeDue, writer, 0)
}

/** T27: the page that has waited longest, when its time has come and nothing else is on its way. */
export function purgeDue(ctx: Context, index: number): void {
  const { world } = ctx
  const writer = mmOf(world).writers[index]!
  const [oldest] = writer.purge.waiting
  if (oldest === undefined || writer.purge.proposal > 0 || writer.status !== 'online') return
  const at = oldest.since + world.parameters['multiMaster.purgeDelay']
  if (at > world.now) schedule(world.queue, at, mmEventKind.purgeDue, index, 0)
  else purgePage(ctx, index, writer)
}

function purgePage(ctx: Context, index: number, writer: MmWriter): void {
  const { world } = ctx
  const { page, kind } = writer.purge.waiting[0]!
  ctx.cause = writer.purge.waiting[0]!.fact
  if (!takeTyped(world, index, purgeOwner, page)) return
  if (writer.cache[page] === 0) {
    readPage(ctx, index, page)
    return
  }
  writer.purge.proposal = proposeGroup(ctx, {
    writer: index,
    owner: typedHolder(purgeOwner),
    isTyped: false,
    transaction: 0,
    row: -1,
    reason: reason.purge,
    pages: [{ page, kind }],
  })
}

/** D20: from one copy, and again until it has come. */
function readPage(ctx: Context, index: number, page: number): void {
  const { world } = ctx
  const { purge } = mmOf(world).writers[index]!
  const group = mmGroupOf(world, page)
  const chosen = chooseSlot(world, group, index, purge.asked)
  purge.asked = chosen < 0 ? 0 : purge.asked | (1 << chosen)
  if (chosen >= 0) {
    payload.a = group
    payload.b = page
    payload.d = readForPurge
    payload.f = world.now
    const { node } = world.groups[group]!.segments[chosen]!
    sendMessage(
      ctx,
      world.instances[index]!.actor,
      world.nodes[node]!.actor,
      messageNumber.ReadPage,
    )
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.purgeDue, index, 0)
}

/** D21: the image is cached, unless the copy is behind. */
export function receivePurgePage(ctx: Context, index: number, message: number): void {
  const { world } = ctx
  const { b, c, e } = world.network.messages
  const { cache, purge } = mmOf(world).writers[index]!
  const page = b[message]!
  if (e[message] === 0) {
    purge.asked = 0
    if (cache[page]! < c[message]!) hold(ctx, index, page, c[message]!)
  }
  purgeDue(ctx, index)
}

/** The page's latch has come free. */
export function isPurge(owner: number): boolean {
  return owner === purgeOwner
}

/** T28: accepted, the next one goes; refused, the same one after a pause. */
export function purgeDecided(
  ctx: Context,
  { writer, isAccepted }: { writer: number; isAccepted: boolean },
): void {
  const { world } = ctx
  const { purge } = mmOf(world).writers[writer]!
  purge.proposal = 0
  purge.asked = 0
  if (isAccepted) {
    purge.waiting.shift()
    purge.done++
  } else purge.refused++
  const pause = isAccepted ? 0 : 1 + uniformBelow(world.streams.clients, longestPauseMicros)
  schedule(world.queue, world.now + pause, mmEventKind.purgeDue, writer, 0)
}

/** T28: its writer is online again; what waits is in storage, and was not lost. */
export function resumePurge(world: World, index: number): void {
  const { purge } = mmOf(world).writers[index]!
  Object.assign(purge, { proposal: 0, asked: 0 })
  if (purge.waiting.length > 0) schedule(world.queue, world.now, mmEventKind.purgeDue, index, 0)
}

/** How long the oldest page has waited beyond its time. */
export function purgeLagMicros({ now, parameters }: World, { purge }: MmWriter): number {
  const [oldest] = purge.waiting
  if (oldest === undefined) return 0
  return Math.max(0, now - oldest.since - parameters['multiMaster.purgeDelay'])
}
