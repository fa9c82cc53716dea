/** The quorum of the large group beside its columns: pips, "4 of 6 answer" and what that allows. */
import type { GroupView } from '../../../engine/contract/frame.ts'
import { type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { neededOf, type PipShape, pipShapes, reachableCount } from './pipShapes.ts'

export interface QuorumShape {
  pips: PipShape[]
  labels: Label[]
}

function verdict(group: GroupView): Pick<Label, 'text' | 'tone'> {
  const needed = neededOf(group.writeQuorum)
  const need = needed === null ? 'write quorum' : `${needed} needed`
  if (group.writeQuorum.isMet) return { text: `✓ ${need}`, tone: 'ok' }
  return { text: `✕ ${need}`, tone: 'bad' }
}

function countWords(group: GroupView): string {
  return `${reachableCount(group.writeQuorum)} of ${group.segments.length}`
}

function readWords(group: GroupView): Pick<Label, 'text' | 'tone'> {
  const needed = neededOf(group.readQuorum) ?? ''
  const { isMet } = group.readQuorum
  return { text: `${isMet ? '✓' : '✕'} ${needed} to repair`, tone: isMet ? 'muted' : 'bad' }
}

function besideColumns(group: GroupView, layout: Layout, isUnfolded: boolean): QuorumShape {
  const { left } = layout
  if (left === null) return { pips: [], labels: [] }
  const x = left.x + 6
  const top = left.y
  const term = 'write quorum'
  const title = layout.groups.length > 0 || isUnfolded ? `Group ${group.id}` : 'Six copies'
  const labels = [
    label({ id: 'group', text: title, x, y: top + 12, term: 'protection group' }),
    label({
      id: 'count',
      text: countWords(group),
      x,
      y: top + 63,
      size: 22,
      isBold: true,
      tone: 'text',
    }),
    label({ id: 'quorum', x, y: top + 84, isBold: true, term, ...verdict(group) }),
  ]
  const read = label({ id: 'read', x, y: top + 104, term: 'read quorum', ...readWords(group) })
  return {
    pips: pipShapes(group, x, top + 30, 7),
    labels: isUnfolded ? [...labels, read] : labels,
  }
}

function belowColumns(group: GroupView, layout: Layout, isUnfolded: boolean): QuorumShape {
  const { key } = layout
  if (key === null) return { pips: [], labels: [] }
  const x = 14
  const y = key.y + 18
  const wordsX = x + 150
  const mark = isUnfolded ? `PGCL ${group.pgcl}` : 'safe up to here'
  const labels = [
    label({
      id: 'count',
      text: countWords(group),
      x: wordsX,
      y: y + 6,
      size: 17,
      isBold: true,
      tone: 'text',
    }),
    label({
      id: 'quorum',
      x: wordsX + 72,
      y: y + 5,
      isBold: true,
      term: 'write quorum',
      ...verdict(group),
    }),
    label({
      id: 'pgcl',
      text: mark,
      x: x + 30,
      y: y + 33,
      tone: 'durable',
      isBold: true,
      term: 'PGCL',
    }),
  ]
  return { pips: pipShapes(group, x, y, 7), labels }
}

export function quorumShape(group: GroupView, layout: Layout, isUnfolded: boolean): QuorumShape {
  return layout.isNarrow
    ? belowColumns(group, layout, isUnfolded)
    : besideColumns(group, layout, isUnfolded)
}
