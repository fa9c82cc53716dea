/**
 * What one actor can know of a cluster with several writers: its own lane, cache, proposals with
 * the answers that came, and transactions; of others what their redo told, and up to where.
 */
import type { MmProposal } from '../../aurora/multimaster/multiMaster.ts'
import { mmGroupOf } from '../../aurora/multimaster/mmPlaces.ts'
import { viewTypedSyncs } from '../../aurora/multimaster/view/viewSync.ts'
import {
  isShown,
  shownProposals,
  viewProposal,
} from '../../aurora/multimaster/view/viewProposals.ts'
import { viewTransaction } from '../../aurora/multimaster/view/viewTransactions.ts'
import type {
  AnswerView,
  LagView,
  MultiMasterView,
  ProposalView,
  TransactionView,
} from '../../contract/multiMasterView.ts'
import { type Eyes, nodeOf, ownSlot } from './eyes.ts'
import { lanesKnown, noCauses } from './lanesKnown.ts'
import { pagesKnown } from './pagesKnown.ts'

/** `choices`: how the model is set, which is no state. */
export function writersKnown(eyes: Eyes, choices: string[]): MultiMasterView {
  const { world } = eyes.ctx
  const { writers } = world.multiMaster!
  return {
    writers: lanesKnown(eyes),
    pages: pagesKnown(eyes),
    proposals: proposalsKnown(eyes),
    transactions: transactionsKnown(eyes),
    lags: lagsKnown(eyes),
    ddl: ddlKnown(eyes),
    conflicts: { ...(writers[eyes.actor]?.causes ?? noCauses()) },
    choices,
  }
}

function proposalsKnown(eyes: Eyes): ProposalView[] {
  const { world } = eyes.ctx
  const { proposals } = world.multiMaster!
  const isNode = nodeOf(eyes) >= 0
  return proposals
    .filter(its => its.number > 0 && (isNode ? isKept(eyes, its) : isOwn(eyes, its)))
    .sort((one, other) => one.number - other.number)
    .slice(-shownProposals)
    .map(its => (isNode ? asKept(eyes, its) : viewProposal(world, its)))
}

function isOwn({ ctx: { world }, actor }: Eyes, proposal: MmProposal): boolean {
  return proposal.writer === actor && isShown(world, proposal)
}

/** Pages of it that the node keeps until it hears the verdict. */
function keptPages(eyes: Eyes, { pages, number }: MmProposal) {
  const { world } = eyes.ctx
  return pages.filter(({ page }) => {
    const slot = ownSlot(eyes, mmGroupOf(world, page))
    return slot >= 0 && world.multiMaster!.tentatives[slot]![page] === number
  })
}

function isKept(eyes: Eyes, proposal: MmProposal): boolean {
  return keptPages(eyes, proposal).length > 0
}

/** As the question told it: whose rows it is about, and what others answer, it is not told. */
function asKept(eyes: Eyes, proposal: MmProposal): ProposalView {
  const { world } = eyes.ctx
  const { page, base, group: index } = keptPages(eyes, proposal)[0]!
  const view = viewProposal(world, proposal)
  const group = world.groups[index]!.id
  const parts = view.parts
    .filter(part => hasCopy(eyes, part.group))
    .map(part => keptPart(eyes, part))
  return {
    ...view,
    ...{ transaction: 0, rows: [], reason: 'user', decidedAt: null, verdict: 'open', cause: '' },
    ...{ group, page, base, parts },
    answers: parts.find(part => part.group === group)?.answers ?? [],
    pages: view.pages.filter(its => hasCopy(eyes, its.group)),
  }
}

function hasCopy(eyes: Eyes, group: string): boolean {
  return ownSlot(eyes, indexOf(eyes, group)) >= 0
}

function indexOf({ ctx: { world } }: Eyes, group: string): number {
  return world.groups.findIndex(({ id }) => id === group)
}

/** It has said yes itself. */
function keptPart(
  eyes: Eyes,
  { group, answers }: ProposalView['parts'][number],
): ProposalView['parts'][number] {
  const own = ownSlot(eyes, indexOf(eyes, group))
  const none = { refusal: '', version: 0, holder: 0 } as const
  return {
    group,
    answers: answers.map(
      ({ node }, slot): AnswerView => ({ node, answer: slot === own ? 'yes' : 'none', ...none }),
    ),
  }
}

/** Those that go on there; how stale what they read was, is for others to say. */
function transactionsKnown({ ctx: { world }, actor }: Eyes): TransactionView[] {
  const own = world
    .multiMaster!.transactions.filter(({ serial, writer }) => serial > 0 && writer === actor)
    .sort((one, other) => one.serial - other.serial)
    .map(its => ({ ...viewTransaction(world, its), reads: [] }))
  const id = world.instances[actor]?.id
  return [...own, ...viewTypedSyncs(world).filter(({ instance }) => instance === id)]
}

/** Of its own stream what peers have said they applied; of theirs what has come. */
function lagsKnown({ ctx: { world }, actor }: Eyes): LagView[] {
  const own = world.multiMaster!.writers[actor]
  if (own === undefined) return []
  const id = world.instances[actor]!.id
  return world.multiMaster!.writers.flatMap((source, other): LagView[] => {
    if (other === actor) return []
    const peer = world.instances[other]!.id
    const sent = own.stream[own.acked[other]! + 1 - own.firstPlace]
    const come = source.stream[own.applied[other]! + 1 - source.firstPlace]
    const isHere = own.received[other]! > own.applied[other]! && come !== undefined
    const from = { waiting: own.lastPlace - own.acked[other]!, isCut: false }
    const to = { waiting: own.received[other]! - own.applied[other]!, isCut: false }
    // Nothing of its stream has come: how far behind it is nobody can tell.
    if (own.received[other] === 0) return []
    return [
      { from: id, to: peer, lagMicros: sent ? world.now - sent.at : 0, ...from },
      { from: peer, to: id, lagMicros: isHere ? world.now - come.at : own.lag[other]!, ...to },
    ]
  })
}

/** A change of a definition is known where it is made, and where one may only read for it. */
function ddlKnown({ ctx: { world }, actor }: Eyes): MultiMasterView['ddl'] {
  const { ddl } = world.multiMaster!
  const knows = actor === ddl.owner || (ddl.fenced[actor] ?? 0) > 0
  const table = actor === ddl.owner ? ddl.table : (ddl.fencedTable[actor] ?? -1)
  if (!knows || table < 0) return { owner: '', table: null, since: 0 }
  const { name } = world.setup.tables[table]!
  return { owner: world.instances[ddl.owner]!.id, table: name, since: ddl.since }
}
