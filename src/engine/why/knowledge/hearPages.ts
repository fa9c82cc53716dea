/**
 * With several writers: what a message tells of pages. Answers of copies tell the version they
 * hold, pages read from one likewise; redo of another writer tells what it changed and how far its
 * log has come; a copy hears of a page when it is asked about it.
 */
import { messageNumber } from '../../aurora/messageNumber.ts'
import { isPrivate, slotOn } from '../../aurora/multimaster/mmPlaces.ts'
import { partIn, proposalOf } from '../../aurora/multimaster/proposals.ts'
import { refusalKinds } from '../../aurora/multimaster/copies.ts'
import type { World } from '../../aurora/world.ts'
import type { Lsn, Micros } from '../../contract/units.ts'

export interface HeardPages {
  /** By page: when something was told of it. */
  at: Map<number, Micros>
  /** By `page * 8 + slot`: version that the copy said it has. */
  versions: Map<number, number>
  /** By page: the newest version that another writer said it made, and who. */
  made: Map<number, { version: number; writer: number }>
  /** By `proposal * 64 + group`, as bits of slots. */
  yes: Map<number, number>
  /** By instance: LSN of its newest redo that came. */
  redo: Map<number, Lsn>
}

export function noPages(): HeardPages {
  return {
    at: new Map(),
    versions: new Map(),
    made: new Map(),
    yes: new Map(),
    redo: new Map(),
  }
}

export function hearPages(heard: HeardPages, world: World, message: number): void {
  switch (world.network.messages.kind[message]) {
    case messageNumber.Vote:
      return hearVote(heard, world, message)
    case messageNumber.PageAnswer:
      return hearPage(heard, world, message)
    case messageNumber.Redo:
      return hearRedo(heard, world, message)
    case messageNumber.Propose:
      return hearProposal(heard, world, message)
    default:
  }
}

/** The copy of the sender, and the page's version there. */
function noteVersion(
  heard: HeardPages,
  world: World,
  message: number,
  told: { page: number; version: number },
): void {
  const { messages } = world.network
  const slot = slotOn(world, messages.a[message]!, messages.from[message]! - world.instances.length)
  if (isPrivate(told.page) || slot < 0) return
  heard.versions.set(told.page * 8 + slot, told.version)
  heard.at.set(told.page, world.now)
}

function hearVote(heard: HeardPages, world: World, message: number): void {
  const { messages } = world.network
  const [group, number] = [messages.a[message]!, messages.b[message]!]
  const proposal = proposalOf(world.multiMaster!, number)
  const part = proposal && partIn(proposal, group)
  if (!part) return
  const { page } = part.pages[Math.floor(messages.f[message]! / refusalKinds)] ?? part.pages[0]!
  noteVersion(heard, world, message, { page, version: messages.d[message]! })
  const slot = slotOn(world, group, messages.from[message]! - world.instances.length)
  if (messages.c[message] !== 1 || slot < 0) return
  const key = number * 64 + group
  heard.yes.set(key, (heard.yes.get(key) ?? 0) | (1 << slot))
}

function hearPage(heard: HeardPages, world: World, message: number): void {
  const { b, c } = world.network.messages
  noteVersion(heard, world, message, { page: b[message]!, version: c[message]! })
}

function hearRedo(heard: HeardPages, world: World, message: number): void {
  const { a, f, from } = world.network.messages
  const writer = from[message]!
  const { stream, firstPlace } = world.multiMaster!.writers[writer]!
  heard.redo.set(writer, Math.max(heard.redo.get(writer) ?? 0, f[message]!))
  for (const { page, base } of stream[a[message]! - firstPlace]?.changes ?? []) {
    heard.at.set(page, world.now)
    const known = heard.made.get(page)
    if ((known?.version ?? 0) <= base) heard.made.set(page, { version: base + 1, writer })
  }
}

function hearProposal(heard: HeardPages, world: World, message: number): void {
  const { a, b } = world.network.messages
  const proposal = proposalOf(world.multiMaster!, b[message]!)
  const part = proposal && partIn(proposal, a[message]!)
  for (const { page } of part?.pages ?? []) {
    if (!isPrivate(page)) heard.at.set(page, world.now)
  }
}
