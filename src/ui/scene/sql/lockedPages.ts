/**
 * Pages with locks, in the free room right of the zones: a page with a padlock each, who holds it
 * and who waits. The fullest pages are drawn, the others counted.
 */
import type { LockView, SqlView } from '../../../engine/contract/sqlView.ts'
import { bottom, type Box, right } from '../geometry.ts'
import { fitText, type Label, label } from '../label.ts'
import { isForWall, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'

export interface LockedPage {
  id: string
  page: number
  /** The page itself. */
  box: Box
  isWaitedFor: boolean
  labels: Label[]
}

interface Held {
  page: number
  /** The writer in whose memory the locks stand, where there are several; else empty. */
  on: string
  holders: string[]
  waiters: string[]
}

function namesOf(locks: readonly LockView[]): string[] {
  return [...new Set(locks.map(({ session }) => session))]
}

/** Pages that are waited for first, then by their number. */
export function heldPages({ locks }: Pick<SqlView, 'locks'>): Held[] {
  const onRows = locks.filter(({ key, page }) => key !== '' && page >= 0)
  const places = new Map(onRows.map(({ page, on = '' }) => [`${page} ${on}`, { page, on }]))
  const held = [...places.values()].map(({ page, on }) => {
    const own = onRows.filter(its => its.page === page && (its.on ?? '') === on)
    return {
      page,
      on,
      holders: namesOf(own.filter(({ isGranted }) => isGranted)),
      waiters: namesOf(own.filter(({ isGranted }) => !isGranted)),
    }
  })
  const rank = ({ waiters }: Held) => (waiters.length > 0 ? 0 : 1)
  return held.sort((one, other) => rank(one) - rank(other) || one.page - other.page)
}

const row = { height: 42, page: { width: 20, height: 25 }, size: 11.5 }

/** Of a serverless cluster the top of that room has words of its own: the lowest row is left. */
export const leftOver = row.height + 12

/** Where they may stand: between the zones and the edge, above the volume. */
function roomOf({ right: lane, zones, volume, size }: Layout, isShared: boolean): Box | null {
  const last = zones.at(-1)
  if (lane === null || last === undefined || (isShared && isForWall())) return null
  const x = right(last.box) + 12
  const y = isShared ? volume.y - 6 - leftOver : last.box.y + 6
  return { x, y, width: size.width - 10 - x, height: volume.y - 6 - y }
}

function lockedPage(
  { page, on, holders, waiters }: Held,
  x: number,
  y: number,
  width: number,
): LockedPage {
  const words = { x: x + row.page.width + 8, size: row.size }
  const room = width - row.page.width - 8
  const told = (id: string, text: string, line: number, tone: Label['tone']) =>
    label({
      ...words,
      id: `sql page ${page} ${on} ${id}`,
      text: fitText(text, row.size, room),
      y: y + Math.max(9, stepOf(0) * 0.75) + line * stepOf(13),
      tone,
    })
  const name = on === '' ? `page ${page}` : `page ${page} at ${on}`
  return {
    id: `${page} ${on}`,
    page,
    box: { x, y, ...row.page },
    isWaitedFor: waiters.length > 0,
    labels: [
      told('name', name, 0, 'text'),
      told('holders', holders.join(', '), 1, 'muted'),
      ...(waiters.length > 0 ? [told('waiters', `waits: ${waiters.join(', ')}`, 2, 'wait')] : []),
    ],
  }
}

export function lockedPages(
  sql: SqlView,
  layout: Layout,
  isShared: boolean,
): { pages: LockedPage[]; labels: Label[] } {
  const room = roomOf(layout, isShared)
  const held = heldPages(sql)
  if (room === null || held.length === 0) return { pages: [], labels: [] }
  const step = isForWall() ? 3 * stepOf(13) + 6 : row.height
  const fitting = Math.max(0, Math.floor((room.height - 12) / step))
  const pages = held
    .slice(0, fitting)
    .map((its, index) => lockedPage(its, room.x, room.y + index * step, room.width))
  const left = held.length - pages.length
  const rest = label({
    id: 'sql pages',
    text: `+${left} pages`,
    size: row.size,
    x: room.x,
    y: bottom(room) - 3,
  })
  return { pages, labels: [...pages.flatMap(({ labels }) => labels), ...(left > 0 ? [rest] : [])] }
}
