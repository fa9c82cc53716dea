/**
 * The sessions of typed SQL in their card: a sign for what each is at, its name, and on whom it
 * waits. Those that have no room are counted.
 */
import type { SqlSessionView, SqlView } from '../../../engine/contract/sqlView.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { type Box, bottom, right } from '../geometry.ts'
import { type Label, label, fitText, textWidth, type Tone } from '../label.ts'
import { dropOf, isForWall, wallLine } from '../letters.ts'
import type { SqlSign } from '../../theme/sqlSignPaths.ts'

export interface SessionPill {
  id: string
  box: Box
  sign: SqlSign
  state: SqlSessionView['state']
  label: Label
}

const signs: Record<SqlSessionView['state'], SqlSign> = {
  idle: 'idle',
  inTransaction: 'open',
  running: 'running',
  waiting: 'waiting',
  aborted: 'failed',
  lost: 'failed',
}

const tones: Record<SqlSessionView['state'], Tone> = {
  idle: 'muted',
  inTransaction: 'text',
  running: 'text',
  waiting: 'wait',
  aborted: 'bad',
  lost: 'bad',
}

const pill = { gap: 5, size: 11.5 }

/** The room of the sign before the words. */
function signRoom(): number {
  return 17 + (isForWall() ? 4 : 0)
}

function pillHeight(): number {
  return Math.max(19, wallLine())
}

/** With several writers: what it waits for among them. */
const amongWriters: Record<string, string> = {
  verdict: 'asks storage',
  latch: 'waits for a page',
  regional: 'waits for peers',
  definition: 'waits for DDL',
}

/** With several writers: how old what it read last was, or how long it waited to be sure. */
function ageWords({ staleMicros = 0, waitedMicros = 0 }: SqlSessionView): string {
  if (staleMicros > 0) return `, ${formatTime(toMillis(staleMicros))} behind`
  return waitedMicros > 0 ? `, waited ${formatTime(toMillis(waitedMicros))}` : ''
}

function toMillis(micros: number): number {
  return Math.max(1, Math.round(micros / 1_000)) * 1_000
}

type WordsOf = (session: SqlSessionView) => string

/** A wait for a lock is the one that others can end. */
function fewWordsOf({ name, state, waitsFor }: SqlSessionView): string {
  const holders = waitsFor?.what === 'lock' ? waitsFor.holders : []
  return state === 'waiting' && holders.length > 0
    ? `${name} waits for ${holders.join(', ')}`
    : name
}

function wordsOf(session: SqlSessionView): string {
  const { name, state, waitsFor } = session
  if (state !== 'waiting') return name + ageWords(session)
  const doing = amongWriters[waitsFor?.what ?? '']
  return doing === undefined ? fewWordsOf(session) : `${name} ${doing}`
}

interface Row {
  x: number
  y: number
  room: number
}

function pillAt(session: SqlSessionView, words: string, { x, y, room }: Row): SessionPill {
  const { name: id, state } = session
  const text = fitText(words, pill.size, room - signRoom() - 7)
  const width = signRoom() + textWidth(text, pill.size) + 7
  return {
    id,
    box: { x, y, width, height: pillHeight() },
    sign: signs[state],
    state,
    label: label({
      id: `sql ${id}`,
      text,
      x: x + signRoom(),
      y: y + (isForWall() ? pillHeight() / 2 + dropOf(4) : 13.5),
      size: pill.size,
      tone: tones[state],
    }),
  }
}

/** What could not be drawn, as `+3`. */
function restLabel(left: number, card: Box): Label[] {
  if (left === 0) return []
  const place = { x: right(card) - 6, y: bottom(card) - 6, anchor: 'end' as const }
  return [label({ id: 'sql rest', text: `+${left}`, size: 11.5, ...place })]
}

/** Sessions that wait come first: where there is little room, they are what matters. */
function inOrder(sessions: readonly SqlSessionView[]): SqlSessionView[] {
  const waits = ({ state }: SqlSessionView) => (state === 'waiting' ? 0 : 1)
  return [...sessions].sort((one, other) => waits(one) - waits(other))
}

/** A row alone stands in the middle of its card. */
function inMiddle(one: SessionPill, card: Box): SessionPill {
  const down = card.y + (card.height - one.box.height) / 2 - one.box.y
  const { box, label: words } = one
  return { ...one, box: { ...box, y: box.y + down }, label: { ...words, y: words.y + down } }
}

/** As many as have room, each with these words. */
function pillsOf(shown: SqlSessionView[], card: Box, words: WordsOf): SessionPill[] {
  const inner = { x: card.x + 6, y: card.y + 3, width: card.width - 40, height: card.height - 6 }
  const rows = Math.max(1, Math.floor((inner.height + 2) / (pillHeight() + 2)))
  const pills: SessionPill[] = []
  let row = 0
  let x = inner.x
  for (const session of shown) {
    const text = words(session)
    const width = Math.min(inner.width, signRoom() + textWidth(text, pill.size) + 7)
    if (x > inner.x && x + width > right(inner)) {
      row += 1
      x = inner.x
    }
    if (row >= rows) break
    const y = inner.y + row * (pillHeight() + 2)
    const made = pillAt(session, text, { x, y, room: inner.width })
    pills.push(made)
    x = right(made.box) + pill.gap
  }
  return isForWall() && row === 0 ? pills.map(its => inMiddle(its, card)) : pills
}

/** All words while all sessions have room with them, else only on whom they wait. */
export function sessionPills(sql: SqlView, card: Box): { pills: SessionPill[]; labels: Label[] } {
  const shown = inOrder(sql.sessions)
  const full = pillsOf(shown, card, wordsOf)
  const pills = full.length === shown.length ? full : pillsOf(shown, card, fewWordsOf)
  const rest = restLabel(shown.length - pills.length, card)
  return { pills, labels: [...pills.map(its => its.label), ...rest] }
}
