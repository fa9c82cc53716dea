/**
 * What a statement changes is proposed to storage as one group: the page of the row, the pages of
 * index entries, the page of undo. The statement rests until the verdict; asked again after a yes
 * it has the LSN and changes its rows in that very event. Undoing takes
 * `multiMaster.rollbackFactor` times as long as doing. Rules J21, J22, T3, T5, T14.
 */
import type { Lsn } from '../../contract/units.ts'
import { latchPages } from '../multimaster/latches.ts'
import { isPrivate, mmOf } from '../multimaster/mmPlaces.ts'
import { pageKind, reason } from '../multimaster/multiMaster.ts'
import { proposeGroup } from '../multimaster/propose.ts'
import { refuseFor } from '../relations/errors/sqlError.ts'
import type { PageChange } from '../relations/execution.ts'
import { suspend } from '../relations/sessions/work.ts'
import { ringSlot } from '../sql/ringSlot.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Turn } from '../sql/turn.ts'
import type { World } from '../world.ts'
import { definitionOf } from './defineTyped.ts'
import type { Proposing } from '../sql/several.ts'

export interface Wanted {
  transaction: number
  /** The row's page first. */
  changes: readonly PageChange[]
  isUndo: boolean
}

/** The LSN of the accepted group; 0 = not yet, ask again. */
export function proposeChanges(turn: Turn, wanted: Wanted): Lsn {
  const its = turn.connection.proposing!
  if (its.accepted > 0) return takeAccepted(its)
  if (its.proposal > 0) return 0
  if (its.isAbandoned && !wanted.isUndo) refuseFor(turn.ctx.world.setup.dialect, 'interrupted')
  const pages = pagesOf(wanted)
  for (const { page } of pages) need(turn, page)
  if (wanted.isUndo && isPausing(turn, its)) return 0
  if (pages.length === 0) return mmOf(turn.ctx.world).writers[turn.index]!.nextLsn - 1
  its.isLatching = !latchPages(turn.ctx.world, turn.index, its.owner, pages.map(pageNumber))
  if (!its.isLatching) send(turn, wanted, pages)
  return 0
}

function takeAccepted(its: Proposing): Lsn {
  const lsn = its.accepted
  its.accepted = 0
  its.isPaused = false
  return lsn
}

interface Part {
  page: number
  kind: number
}

function pageNumber({ page }: Part): number {
  return page
}

function pagesOf({ changes }: Wanted): Part[] {
  const seen = new Set<number>()
  return changes.flatMap(({ page, isTracker }, place) => {
    if (page < 0 || seen.has(page)) return []
    seen.add(page)
    return [{ page, kind: isTracker ? pageKind.tracker : kindOf(page, place) }]
  })
}

function kindOf(page: number, place: number): number {
  if (isPrivate(page)) return pageKind.undo
  return place === 0 ? pageKind.table : pageKind.index
}

/** A page that another writer has made is not cached here yet. */
function need({ ctx, index }: Turn, page: number): void {
  const isHere = isPrivate(page) || mmOf(ctx.world).writers[index]!.cache[page]! > 0
  if (!isHere) suspend({ state: 'page', page })
}

/** T14: the time that undoing takes beyond that of doing is waited before. */
function isPausing(turn: Turn, its: Proposing): boolean {
  const { world } = turn.ctx
  const longer = (world.parameters['multiMaster.rollbackFactor'] - 1) * its.tookMicros
  if (its.isPaused || longer <= 0) return false
  its.isPaused = true
  ringSlot(turn, sqlEventKind.slotDue, world.now + longer)
  return true
}

function send({ ctx, index, connection }: Turn, wanted: Wanted, pages: Part[]): void {
  const { world } = ctx
  const its = connection.proposing!
  const { transaction, isUndo } = wanted
  its.sentAt = world.now
  its.proposal = proposeGroup(ctx, {
    writer: index,
    owner: its.owner,
    isTyped: true,
    transaction,
    row: -1,
    reason: isUndo ? reason.rollback : reasonOf(world, its.owner),
    pages,
  })
}

function reasonOf(world: World, owner: number): number {
  return definitionOf(world, owner) === undefined ? reason.user : reason.ddl
}
