/**
 * A zone that is alive but cut off: a frame of its own, with cut ends at its sides. Unlike a zone
 * that is dark, nothing in it is hatched.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { inset, right, round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import type { Layout, ZonePlace } from '../layout/layout.ts'
import { crossPath, rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'

function isolated(frame: Frame, layout: Layout): ZonePlace[] {
  return layout.zones.filter(({ id }) =>
    frame.faults.some(({ fault, target }) => fault === 'ZoneIsolation' && target === id),
  )
}

function cutEnds({ box }: ZonePlace, y: number): string {
  const arm = 5
  return [box.x, right(box)]
    .map(x => crossPath({ x: round(x - arm), y: y - arm, width: 2 * arm, height: 2 * arm }))
    .join('')
}

export function isolationMarks(frame: Frame, layout: Layout): Mark[] {
  return isolated(frame, layout).flatMap(zone => {
    const { id } = zone
    const y = round(layout.wires.y + layout.wires.height / 2)
    return [
      { id, kind: 'isolated' as const, path: rectanglePath(inset(zone.box, 2), 10) },
      { id, kind: 'cutEnd' as const, path: cutEnds(zone, y) },
    ]
  })
}

export function isolationLabels(frame: Frame, layout: Layout): Label[] {
  return isolated(frame, layout).map(({ id, header }) => {
    const isNarrow = header.width < 160
    const size = isNarrow ? 10.5 : 12.5
    const room = header.width / 2 - 34
    const texts = ['alive, but cut off', 'cut off']
    const text = texts.find(its => textWidth(its, size, true) <= room) ?? 'cut off'
    return label({
      id: `${id}-isolated`,
      text,
      x: right(header) - (isNarrow ? 6 : 14),
      y: header.y + (isNarrow ? 19 : header.height / 2 + 6),
      size,
      anchor: 'end',
      tone: 'bad',
      isBold: true,
    })
  })
}
