/** The part of the picture that shows typed SQL: sessions, their ways, pages with locks. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { SqlSessionView, SqlView } from '../../../engine/contract/sqlView.ts'
import type { Box } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { routeBetween, type Wiring } from '../routes/routeBetween.ts'
import { type LockedPage, lockedPages } from './lockedPages.ts'
import { type SessionPill, sessionPills } from './sessionPills.ts'
import { type SqlDescription, sqlDescriptions } from './sqlDescriptions.ts'

export interface SqlScene {
  card: Box
  pills: SessionPill[]
  /** Sessions without room for a pill. */
  folded: string[]
  /** From the card to each instance that somebody is connected to. */
  ways: { to: string; path: string }[]
  pages: LockedPage[]
  labels: Label[]
  descriptions: SqlDescription[]
}

function waysOf({ sql }: Frame, wiring: Wiring): SqlScene['ways'] {
  const goals = [...new Set(sql?.sessions.map(({ on }) => on))].filter(on => on !== '').sort()
  return goals.flatMap(to => {
    const route = routeBetween(wiring, 'consoles', to)
    return route === null ? [] : [{ to, path: route.path }]
  })
}

/** Before anybody has typed, the card says what it is for. */
function emptyLabel(card: Box): Label {
  const place = { x: card.x + 10, y: card.y + card.height / 2 + 4 }
  return label({ id: 'sql empty', text: 'SQL console', size: 12, ...place })
}

/** What set the tables up of a script has done its work. */
function isShown({ name, state }: SqlSessionView): boolean {
  return name !== 'setup' || state !== 'idle'
}

function namesOf({ sessions }: SqlView): string[] {
  return sessions.map(({ name }) => name)
}

/** Null when no SQL was typed, or the layout is of a frame without any. */
export function sqlScene(frame: Frame, wiring: Wiring): SqlScene | null {
  const { layout } = wiring
  if (frame.sql === null || layout.consoles === null) return null
  const sql = { ...frame.sql, sessions: frame.sql.sessions.filter(isShown) }
  const card = layout.consoles
  const sessions = sessionPills(sql, card)
  const locked = lockedPages(sql, layout, frame.serverless !== null)
  const empty = sql.sessions.length === 0 ? [emptyLabel(card)] : []
  return {
    card,
    pills: sessions.pills,
    folded: namesOf(sql).filter(name => sessions.pills.every(({ id }) => id !== name)),
    ways: waysOf(frame, wiring),
    pages: locked.pages,
    labels: [...sessions.labels, ...locked.labels, ...empty],
    descriptions: sqlDescriptions(sql),
  }
}
