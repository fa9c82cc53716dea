/**
 * With several writers: veils over the lanes of the others, each with the LSN up to which its redo
 * has told; over what is in their memories, and over copies of pages whose version was not told.
 */
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { inset } from '../geometry.ts'
import { textWidth } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { laneBoxes } from '../multimaster/laneBoxes.ts'
import { copyBox, pageShapes } from '../multimaster/pageShapes.ts'
import type { Veil, VeilWithWords } from './veil.ts'
import { veilLabel } from './veilLabel.ts'

export interface WriterVeil extends VeilWithWords {
  /** The copy in whose column it stands; empty elsewhere. */
  column: string
}

export function writerVeils(known: Knowledge, layout: Layout): WriterVeil[] {
  if (known.picture.multiMaster === null) return []
  return [...laneVeils(known, layout), ...pageVeils(known, layout)]
}

/** A storage node sees what it holds of every lane. */
function laneVeils(known: Knowledge, layout: Layout): WriterVeil[] {
  if (known.role === 'node') return []
  const writers = known.picture.multiMaster?.writers ?? []
  return layout.columns.flatMap(place => {
    const boxes = laneBoxes(place, layout)
    return writers.flatMap(({ id, highestLsn }, index) => {
      const box = boxes[index]
      if (box === undefined || id === known.actor) return []
      const veil = { id: `${place.segment} ${id}`, kind: 'unknown' as const, box }
      const choices = highestLsn > 0 ? [`≤ ${highestLsn}`, String(highestLsn), '…'] : ['?']
      const text = choices.find(its => textWidth(its, 11) <= box.width - 2) ?? ''
      const words = veilLabel(`${veil.id} veil`, text, veil)
      return [{ veil, column: place.segment, labels: [words] }]
    })
  })
}

function pageVeils(known: Knowledge, layout: Layout): WriterVeil[] {
  const pages = known.picture.multiMaster?.pages ?? []
  return pageShapes(known.picture, layout).flatMap(({ page, box, caches }) => {
    const view = pages.find(its => its.page === page)
    const memories = caches.flatMap(({ id, box: place }) =>
      id === known.actor ? [] : [bare(`page ${page} ${id}`, 'newer', place)],
    )
    const copies = (view?.copies ?? []).flatMap(({ version }, index) =>
      view && version < 0
        ? [bare(`page ${page} copy ${index}`, 'newer', inset(copyBox(view, box, index), -1))]
        : [],
    )
    return [...memories, ...copies]
  })
}

function bare(id: string, kind: Veil['kind'], box: Veil['box']): WriterVeil {
  return { veil: { id, kind, box }, column: '', labels: [] }
}
