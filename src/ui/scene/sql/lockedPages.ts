/**
 * Pages with locks, in the free room right of the zones: a page with a padlock each, who holds it
 * and who waits. The fullest pages are drawn, the others counted.
 */
import type { LockView, SqlView } from '../../../engine/contract/sqlView.ts'
import { bottom, type Box, right } from '../geometry.ts'
import { fitText, type Label, label } from '../label.ts'
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
const leftOver = row.height + 12

/** Where they may stand: between the zones and the edge, above the volume. */
function roomOf({ right: lane, zones, volume, size }: Layout, isShared: boolean): Box | null {
  const last = zones.at(-1)
  if (lane === null || last === undefined) return null
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
  const line = (id: string, text: string, below: number, tone: Label['tone']) =>
    label({
      ...words,
      id: `sql page ${page} ${on} ${id}`,
      text: fitText(text, row.size, room),
      y: y + below,
      tone,
    })
  const name = on === '' ? `page ${page}` : `page ${page} at ${on}`
  return {
    id: `${page} ${on}`,
    page,
    box: { x, y, ...row.page },
    isWaitedFor: waiters.length > 0,
    labels: [
      line('name', name, 9, 'text'),
      line('holders', holders.join(', '), 22, 'muted'),
      ...(waiters.length > 0 ? [line('waiters', `waits: ${waiters.join(', ')}`, 35, 'wait')] : []),
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
  const fitting = Math.max(0, Math.floor((room.height - 12) / row.height))
  const pages = held
    .slice(0, fitting)
    .map((its, index) => lockedPage(its, room.x, room.y + index * row.height, room.width))
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
