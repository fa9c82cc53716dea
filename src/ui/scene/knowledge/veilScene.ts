/**
 * What an actor cannot know, as veils over the picture: copies above what they last told, whoever
 * it has not heard of, and who is silent or suspected; with several writers the lanes and memories
 * of the others as well. Pure: knowledge × layout → shapes.
 */
import type { KnownActor, Knowledge } from '../../../engine/contract/knowledge.ts'
import { veilWords } from '../../../words/knowledgeWords.ts'
import { bottom } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { heightOf, skylineOf } from '../shapes/skyline.ts'
import type { Veil } from './veil.ts'
import { writerVeils } from './writerVeils.ts'

export interface VeilScene {
  veils: Veil[]
  labels: Label[]
}

const lineHeight = 13
const wordSize = 11

export function veilScene(known: Knowledge, layout: Layout): VeilScene {
  const columns = layout.columns.flatMap(place => columnVeil(known, layout, place))
  const isVeiled = new Set(columns.map(({ id }) => id))
  const writers = writerVeils(known, layout).filter(({ column }) => !isVeiled.has(column))
  const others = [...instanceVeils(known, layout), ...applicationVeils(known, layout)]
  const labels = [
    ...columns.flatMap(veil => veilLabels(veil, known, layout)),
    ...writers.flatMap(({ labels: words }) => words),
  ]
  return { veils: [...columns, ...writers.map(({ veil }) => veil), ...others], labels }
}

function otherOf({ others }: Knowledge, actor: string): KnownActor | undefined {
  return others.find(each => each.actor === actor)
}

function columnVeil(
  known: Knowledge,
  layout: Layout,
  { segment: id, node, box }: ColumnPlace,
): Veil[] {
  const { picture } = known
  const segment = known.segments.find(each => each.segment === id)
  const other = otherOf(known, node)
  if (segment === undefined || other === undefined || segment.isOwn) return []
  if (other.isSuspected) return [{ id, kind: 'suspected', box }]
  if (other.isSilent) return [{ id, kind: 'silent', box }]
  const isTold = picture.multiMaster === null ? segment.scl !== null : known.role === 'writer'
  if (!isTold || (picture.multiMaster && !other.heard)) return [{ id, kind: 'unknown', box }]
  // With several writers a copy has no single height.
  if (picture.multiMaster) return []
  const group = picture.groups.find(each => each.id === layout.group)
  if (group === undefined) return []
  const top = heightOf(skylineOf(group, layout.grid), segment.scl ?? 0)
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

/** What its users feel it tells nobody. */
function applicationVeils(known: Knowledge, { applications }: Layout): Veil[] {
  return applications.map(({ id, card, words }) => ({
    id,
    kind: 'unknown',
    box: otherOf(known, id)?.heard ? words : card,
  }))
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
