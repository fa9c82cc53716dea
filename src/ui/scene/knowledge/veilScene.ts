/**
 * What an actor cannot know, as veils over the picture: copies above what they last told, whoever
 * it has not heard of, and who is silent or suspected; with several writers the lanes and memories
 * of the others as well. Pure: knowledge × layout → shapes.
 */
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { veilWords } from '../../../words/knowledgeWords.ts'
import { type Box, bottom } from '../geometry.ts'
import { type Label, textWidth } from '../label.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { heightOf, skylineOf } from '../shapes/skyline.ts'
import { clientVeils } from './clientVeils.ts'
import { otherOf, type Veil } from './veil.ts'
import { veilLabel } from './veilLabel.ts'
import { writerVeils } from './writerVeils.ts'

export interface VeilScene {
  veils: Veil[]
  labels: Label[]
}

const wordSize = 11

export function veilScene(known: Knowledge, layout: Layout): VeilScene {
  const columns = layout.columns.flatMap(place => columnVeil(known, layout, place))
  const isVeiled = new Set(columns.map(({ id }) => id))
  const writers = writerVeils(known, layout).filter(({ column }) => !isVeiled.has(column))
  const others = clientVeils(known, layout)
  const labels = [
    ...columns.flatMap(veil => columnLabels(veil, known, layout)),
    ...[...writers, ...others].flatMap(({ labels: words }) => words),
  ]
  return { veils: [...columns, ...[...writers, ...others].map(({ veil }) => veil)], labels }
}

function columnVeil(known: Knowledge, layout: Layout, place: ColumnPlace): Veil[] {
  const { segment: id, node } = place
  const { picture, role, segments } = known
  const segment = segments.find(each => each.segment === id)
  const other = otherOf(known, node)
  if (segment === undefined || other === undefined || segment.isOwn) return []
  const box = belowAnswers(known, layout, place)
  if (other.isSuspected) return [{ id, kind: 'suspected', box }]
  if (other.isSilent) return [{ id, kind: 'silent', box }]
  const isTold = picture.multiMaster === null ? segment.scl !== null : role === 'writer'
  if (!isTold || (picture.multiMaster && !other.heard)) return [{ id, kind: 'unknown', box }]
  // With several writers a copy has no single height.
  return picture.multiMaster ? [] : newerVeil(known, layout, place)
}

/** A writer knows what it has asked, and which answers came. */
function belowAnswers({ role }: Knowledge, { multiMaster }: Layout, { box }: ColumnPlace): Box {
  const check = role === 'writer' ? (multiMaster?.check ?? 0) : 0
  return { ...box, y: box.y + check, height: box.height - check }
}

function newerVeil(known: Knowledge, layout: Layout, { segment: id, box }: ColumnPlace): Veil[] {
  const group = known.picture.groups.find(each => each.id === layout.group)
  const scl = known.segments.find(({ segment }) => segment === id)?.scl ?? 0
  if (group === undefined) return []
  const top = heightOf(skylineOf(group, layout.grid), scl)
  const height = Math.min(top, bottom(box)) - box.y
  return height > 0 ? [{ id, kind: 'newer', box: { ...box, height } }] : []
}

function columnLabels({ id, kind, box }: Veil, known: Knowledge, layout: Layout): Label[] {
  if (kind === 'newer') return []
  const node = layout.columns.find(each => each.segment === id)?.node ?? ''
  const lines = veilWords(kind, otherOf(known, node), known)
  const isRoomy = lines.every(line => textWidth(line, wordSize) <= box.width - 2)
  const shown = isRoomy ? lines : [kind === 'unknown' ? '?' : '…']
  return shown.map((text, row) => veilLabel(`${id} veil ${row}`, text, { kind, box, row }))
}
