/** An arrow from the peer that gives its pages and log, over the columns, down to the new copy. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { centre, round } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'
import type { Mark } from './mark.ts'
import { membersShown } from './membersShown.ts'

export function repairMarks(frame: Frame, layout: Layout): Mark[] {
  const above = layout.isNarrow ? 6 : 10
  return membersShown(frame, layout).flatMap(({ member, place }, index) => {
    const giver = layout.columns.find(({ segment }) => segment === member.from)
    if (giver === undefined) return []
    const [from, to] = [round(centre(giver.box).x), round(centre(place.box).x)]
    const level = round(place.box.y - above - (index % 2) * 3)
    const head = round(place.box.y + 2)
    const id = member.segment
    return [
      { id, kind: 'repair' as const, path: `M${from} ${giver.box.y}V${level}H${to}V${head - 6}` },
      { id, kind: 'repairHead' as const, path: `M${to - 6} ${head - 7}h12l-6 9z` },
    ]
  })
}
