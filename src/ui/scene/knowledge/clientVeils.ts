/**
 * Veils over instances, applications and lights: how busy another instance is and what users feel
 * nobody is told, and who counts no quorum has nothing to say of the lights.
 */
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { type Box, centre } from '../geometry.ts'
import { textWidth } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { otherOf, type Veil, type VeilWithWords } from './veil.ts'
import { veilLabel } from './veilLabel.ts'

export function clientVeils(known: Knowledge, layout: Layout): VeilWithWords[] {
  return [
    ...layout.instances.flatMap(place => instanceVeils(known, place)),
    ...layout.applications.map(({ id, card, words }) => {
      const isHeard = Boolean(otherOf(known, id)?.heard)
      const choices = isHeard ? [`${id}: not told`, id] : [`${id}: not heard of`, `${id}: ?`, id]
      return withWord({ id, kind: 'unknown', box: isHeard ? words : card }, choices)
    }),
    ...lightVeils(known, layout),
  ]
}

/** Its words, and all of it when nothing was heard or it counts as lost. */
function instanceVeils(known: Knowledge, place: InstancePlace): VeilWithWords[] {
  const { id, words } = place
  const other = otherOf(known, id)
  if (other === undefined) return []
  const beside = words === null ? [] : [besideVeil(id, words)]
  if (other.heard && !other.isSuspected) return beside
  const kind = other.isSuspected ? 'suspected' : 'unknown'
  const sign = other.isSuspected ? `${id} lost?` : `${id} ?`
  return [...beside, withWord({ id, kind, box: around(place) }, [sign, id])]
}

/** The first words stand below its upper edge, at which the lags of writers end. */
function besideVeil(id: string, words: Box): VeilWithWords {
  const box = { ...words, y: words.y + 8, height: words.height - 8 }
  return withWord({ id: `${id} words`, kind: 'unknown', box }, ['not told'])
}

function around({ centre: middle, radius }: InstancePlace): Box {
  const side = 2 * radius + 8
  return { x: middle.x - side / 2, y: middle.y - side / 2, width: side, height: side }
}

/** Over the sign; the word beside it says that it is not told. */
function lightVeils({ reckonsQuorum }: Knowledge, { lights }: Layout): VeilWithWords[] {
  if (reckonsQuorum) return []
  return lights.map((box, index) => {
    const isNarrow = box.width < 140
    const half = isNarrow ? 11.5 : 13
    const x = box.x + (isNarrow ? 15 : 24) - half
    const sign = { x, y: centre(box).y - half, width: 2 * half, height: 2 * half }
    return withWord({ id: `light ${index}`, kind: 'unknown', box: sign }, ['?'])
  })
}

function withWord(veil: Veil, choices: string[]): VeilWithWords {
  const { box, kind, id } = veil
  const text = choices.find(its => textWidth(its, 11, kind === 'suspected') <= box.width - 4)
  const label = text === undefined ? [] : [veilLabel(`${id} veil`, text, { kind, box, lines: 1 })]
  return { veil, labels: label }
}
