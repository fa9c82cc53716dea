/** Changes of a page that were proposed: who asks, the version it follows, and the six answers. */
import type { PageInside } from '../../../engine/contract/inside.ts'
import type { ProposalView } from '../../../engine/contract/multiMasterView.ts'
import { insideTitles } from '../../../words/insideWords.ts'
import type { Box } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import {
  boxShape,
  type InsidePicture,
  linesHeight,
  linesIn,
  type Look,
  type Shape,
} from './picture.ts'

const shown = 6
const gap = 4

interface Row {
  change: ProposalView
  box: Box
  hue: number
}

export function changeShapes(
  page: PageInside,
  across: Box,
  hueOf: (instance: string) => number,
): InsidePicture & { end: number } {
  const top = across.y + linesHeight(1, 13) + 4
  const height = linesHeight(1) + stepOf(22) + 14
  const rows = page.proposals.slice(-shown).map((change, row) => ({
    change,
    box: { ...across, y: top + row * (height + 6), height },
    hue: hueOf(change.instance),
  }))
  const title = { text: insideTitles.changes, size: 13, tone: 'text' as const, isBold: true }
  return {
    height: 0,
    shapes: rows.flatMap(rowShapes),
    labels: [...linesIn('changes', across, [title]), ...rows.flatMap(row => rowLabels(page, row))],
    things: rows.map(({ change, box }) => ({
      id: `change ${change.proposal}`,
      name: `Change ${change.proposal}`,
      state: wordsOf(page, change),
      box,
      opens: `transaction:${change.transaction}@${change.sentAt}`,
      chooses: `proposal:${change.proposal}`,
    })),
    end: top + rows.length * (height + 6),
  }
}

/** The version that it names is that of this page. */
function wordsOf({ page }: PageInside, change: ProposalView): string {
  const { proposal, instance, transaction, verdict, pages } = change
  const base = pages.find(its => its.page === page)?.base ?? change.base
  const verdicts = { open: 'asked', accepted: 'accepted', refused: 'refused', stalled: 'stalled' }
  const who = `${instance}, transaction ${transaction}`
  return `Change ${proposal} by ${who}, on version ${base}: ${verdicts[verdict]}`
}

/** Answers of the group in which the page lies. */
function answersOf({ parts, answers, group }: ProposalView) {
  return parts.find(part => part.group === group)?.answers ?? answers
}

const looks: Readonly<Record<'none' | 'yes' | 'no', Look>> = { none: 'open', yes: 'yes', no: 'no' }

function stampBoxes(box: Box, count: number): Box[] {
  const width = Math.min(96, (box.width - 20) / Math.max(1, count) - gap)
  const y = box.y + linesHeight(1) + 8
  return Array.from({ length: count }, (_, place) => {
    return { x: box.x + 10 + place * (width + gap), y, width, height: stepOf(22) }
  })
}

function rowShapes({ change, box, hue }: Row): Shape[] {
  const answers = answersOf(change)
  const stamps = stampBoxes(box, answers.length)
  const id = `change ${change.proposal}`
  return [
    boxShape(id, 'card', box),
    boxShape(`${id} hue`, 'held', { ...box, width: 5 }, hue),
    ...answers.map(({ node, answer }, place) =>
      boxShape(`${id} ${node}`, looks[answer], stamps[place] ?? box),
    ),
  ]
}

/** What a copy answered stands beside its name, so that no colour is needed. */
function rowLabels(page: PageInside, { change, box }: Row): Label[] {
  const answers = answersOf(change)
  const stamps = stampBoxes(box, answers.length)
  const inner = { ...box, x: box.x + 12, y: box.y + 3, width: box.width - 20 }
  const signs = { none: '…', yes: '✓', no: '✕' }
  return [
    ...linesIn(`change ${change.proposal}`, inner, [{ text: wordsOf(page, change), tone: 'text' }]),
    ...answers.map(({ node, answer }, place) => {
      const stamp = stamps[place] ?? box
      return label({
        id: `change ${change.proposal} ${node}`,
        text: `${node.replace('node-', '')} ${signs[answer]}`,
        x: stamp.x + stamp.width / 2,
        y: stamp.y + stamp.height / 2 + dropOf(4),
        size: 11,
        anchor: 'middle',
        tone: 'text',
      })
    }),
  ]
}
