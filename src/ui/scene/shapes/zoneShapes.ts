/** The three zones: a panel each, its name in the header, crossed when the zone is out. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf } from '../letters.ts'
import type { Layout, ZonePlace } from '../layout/layout.ts'

export interface ZoneShape {
  id: string
  box: Box
  isOut: boolean
  labels: Label[]
}

/** `az-a` is spoken of as "Zone a". */
export function zoneName(id: string): string {
  return `Zone ${id.replace(/^az-/, '')}`
}

/** Room for the name: where two instances share the zone, not on the ways of their clients. */
function nameRoom({ id, header }: ZonePlace, { instances }: Layout) {
  const [first, second] = instances.filter(({ zone }) => zone === id)
  const start = header.x + (header.width < 160 ? 8 : 14)
  if (first === undefined || second === undefined) return { start, width: header.width }
  const before = first.centre.x - 8 - start
  const between = second.centre.x - first.centre.x - 17
  if (before >= between) return { start, width: before }
  return { start: first.centre.x + 9, width: between }
}

function zoneShape(place: ZonePlace, layout: Layout, isOut: boolean): ZoneShape {
  const { header } = place
  const isNarrow = header.width < 160
  const { start, width } = nameRoom(place, layout)
  const size = isNarrow ? 12 : 14
  const short = `⊘ ${zoneName(place.id)}`
  const hasOut = !isNarrow && textWidth(`${short} out`, size, true) <= width
  const text = isOut ? `${short}${hasOut ? ' out' : ''}` : zoneName(place.id)
  const name = label({
    id: place.id,
    text,
    x: start,
    y: header.y + (isNarrow ? 19 : header.height / 2 + dropOf(6)),
    size,
    tone: isOut ? 'bad' : 'muted',
    isBold: isOut,
  })
  return { id: place.id, box: place.box, isOut, labels: [name] }
}

export function zoneShapes(frame: Frame, layout: Layout): ZoneShape[] {
  return layout.zones.map(place =>
    zoneShape(
      place,
      layout,
      frame.zones.some(({ id, isOut }) => id === place.id && isOut),
    ),
  )
}
