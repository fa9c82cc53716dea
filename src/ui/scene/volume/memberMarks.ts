/**
 * What becomes of the members of the large group: a new copy is dotted and fills, one that leaves
 * is crossed thinly, a lost one boldly, one that is not asked (3 of 4) is barred.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { bottom, type Box, inset, right, round } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'
import { crossPath, rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'
import { membersShown, type ShownMember } from './membersShown.ts'

function fillingMarks({ member, place: { box } }: ShownMember): Mark[] {
  const share = (member.hydratedPpm ?? 1_000_000) / 1_000_000
  const height = round(box.height * share)
  const y = round(bottom(box) - height)
  const id = member.segment
  return [
    { id, kind: 'filling', path: rectanglePath({ ...box, y, height }, 6) },
    { id, kind: 'joining', path: rectanglePath(inset(box, -1), 6) },
    { id, kind: 'level', path: `M${round(box.x)} ${y}H${round(right(box))}` },
  ]
}

function barred({ x, y, width, height }: Box): string {
  let path = ''
  for (let at = y + 8; at < y + height - 4; at += 12)
    path += `M${round(x + 4)} ${round(at)}h${round(width - 8)}`
  return path
}

function marksOf(shown: ShownMember): Mark[] {
  const { member, place, isLeaving } = shown
  const id = member.segment
  const inner = inset(place.box, Math.min(10, place.box.width / 6))
  switch (member.state) {
    case 'hydrating':
    case 'hydrated':
      return fillingMarks(shown)
    case 'lost':
      return [{ id, kind: 'lost', path: crossPath(inner) }]
    case 'apart':
      return [{ id, kind: 'apart', path: barred(place.box) }]
    default:
      return isLeaving ? [{ id, kind: 'leaving', path: crossPath(inner) }] : []
  }
}

export function memberMarks(frame: Frame, layout: Layout): Mark[] {
  return membersShown(frame, layout).flatMap(marksOf)
}
