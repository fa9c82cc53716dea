/**
 * What an actor cannot know, as veils over the picture: copies above what they last told, whoever
 * it has not heard of, and who is silent or suspected. Pure: frame × knowledge × layout → shapes.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { KnownActor, Knowledge } from '../../../engine/contract/knowledge.ts'
import { veilWords } from '../../../words/knowledgeWords.ts'
import { type Box, bottom } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { heightOf, skylineOf } from '../shapes/skyline.ts'

export interface Veil {
  id: string
  /** `newer`: what it may have since it was heard · `unknown`: nothing was heard. */
  kind: 'newer' | 'unknown' | 'silent' | 'suspected'
  box: Box
}

export interface VeilScene {
  veils: Veil[]
  labels: Label[]
}

const lineHeight = 13
const wordSize = 11

export function veilScene(frame: Frame, known: Knowledge, layout: Layout): VeilScene {
  const columns = layout.columns.flatMap(place => columnVeil(frame, known, layout, place))
  const others = [...instanceVeils(known, layout), ...applicationVeils(known, layout)]
  const labels = columns.flatMap(veil => veilLabels(veil, known, layout))
  return { veils: [...columns, ...others], labels }
}

function otherOf({ others }: Knowledge, actor: string): KnownActor | undefined {
  return others.find(each => each.actor === actor)
}

function columnVeil(
  frame: Frame,
  known: Knowledge,
  layout: Layout,
  { segment: id, node, box }: ColumnPlace,
): Veil[] {
  const segment = known.segments.find(each => each.segment === id)
  const other = otherOf(known, node)
  if (segment === undefined || other === undefined || segment.isOwn) return []
  if (other.isSuspected) return [{ id, kind: 'suspected', box }]
  if (other.isSilent) return [{ id, kind: 'silent', box }]
  // With several writers a copy has no single height.
  if (segment.scl === null) return [{ id, kind: 'unknown', box }]
  if (frame.multiMaster !== null) return other.heard ? [] : [{ id, kind: 'unknown', box }]
  const group = frame.groups.find(each => each.id === layout.group)
  if (group === undefined) return []
  const top = heightOf(skylineOf(group, layout.grid), segment.scl)
  const height = Math.min(top, bottom(box)) - box.y
  return height > 0 ? [{ id, kind: 'newer', box: { ...box, height } }] : []
}

function instanceVeils(known: Knowledge, layout: Layout): Veil[] {
  return layout.instances.flatMap(({ id, centre, radius, words }): Veil[] => {
    const other = otherOf(known, id)
    if (other === undefined) return []
    // How busy it is nobody is told.
    if (other.heard && !other.isSuspected) {
      return words === null ? [] : [{ id, kind: 'unknown', box: words }]
    }
    const side = 2 * radius + 8
    const box = { x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side }
    return [{ id, kind: other.isSuspected ? 'suspected' : 'unknown', box }]
  })
}

function applicationVeils(known: Knowledge, { applications }: Layout): Veil[] {
  return applications.flatMap(({ id, card }): Veil[] =>
    otherOf(known, id)?.heard ? [] : [{ id, kind: 'unknown', box: card }],
  )
}

/** Two short lines where they fit; on a narrow column a sign. */
function veilLabels({ id, kind, box }: Veil, known: Knowledge, layout: Layout): Label[] {
  if (kind === 'newer') return []
  const node = layout.columns.find(each => each.segment === id)?.node ?? ''
  const lines = veilWords(kind, otherOf(known, node), known)
  const isRoomy = lines.every(line => textWidth(line, wordSize) <= box.width - 2)
  const shown = isRoomy ? lines : [kind === 'unknown' ? '?' : '…']
  return shown.map((text, row) =>
    label({
      id: `${id} veil ${row}`,
      text,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2 + row * lineHeight,
      size: wordSize,
      anchor: 'middle',
      tone: kind === 'suspected' ? 'bad' : kind === 'silent' ? 'wait' : 'text',
      isBold: kind !== 'unknown',
    }),
  )
}
