/** What can be pressed of Multi-Master: answers and outcomes, pages, and named transactions. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Control } from '../control.ts'
import { around, type Box } from '../geometry.ts'
import { labelBox } from '../label.ts'
import type { StampShape } from './checkShapes.ts'
import type { Contest } from './contest.ts'
import { outcomeOf } from './contestLabels.ts'
import type { MultiMasterParts } from './multiMasterParts.ts'

type Fields = Pick<Control, 'id' | 'kind' | 'name' | 'description' | 'subject' | 'box'>

/** A click asks why; nothing of it can be broken. */
function control(fields: Fields): Control {
  return { ...fields, isPressed: null, path: null, toggle: null }
}

function stampControls({ stamps }: MultiMasterParts): Control[] {
  return stamps.map(({ id, proposal, words, box }) =>
    control({
      id,
      kind: 'proposal',
      name: `Answer of ${words.split(',')[0]} to change ${proposal}`,
      description: words,
      subject: `proposal:${proposal}`,
      box,
    }),
  )
}

/** In pixels, on a phone. */
const finger = 44

function copyIn({ words }: StampShape): string {
  return words.split(',')[0] ?? ''
}

/** A finger presses all answers of a copy as one: why the newest of them that was heard. */
function answersOfCopy(own: StampShape[]): Control[] {
  const asked = own.findLast(({ kind }) => kind !== 'late') ?? own.at(-1)
  if (asked === undefined) return []
  const { x, y, width, height } = own.map(({ box }) => box).reduce(around)
  return [
    control({
      id: asked.id,
      kind: 'proposal',
      name: `Answer of ${copyIn(asked)} to change ${own.map(its => its.proposal).join(', ')}`,
      description: own.map(({ words }) => words).join('; '),
      subject: `proposal:${asked.proposal}`,
      box: { x: x - 2, y, width: width + 4, height: Math.max(finger, height) },
    }),
  ]
}

function answersForFingers({ stamps }: MultiMasterParts): Control[] {
  const copies = [...new Set(stamps.map(copyIn))]
  return copies.flatMap(copy => answersOfCopy(stamps.filter(stamp => copyIn(stamp) === copy)))
}

/** Grown upwards, over other words of the same writer. */
function boxForFinger({ x, y, width, height }: Box): Box {
  const grown = Math.max(finger, height)
  return { x, y: y + height - grown, width: Math.max(finger, width), height: grown }
}

function outcomeControls({ labels }: MultiMasterParts, contest: Contest | null): Control[] {
  return (contest?.proposals ?? []).flatMap(its => {
    const words = labels.find(({ id }) => id === `check-outcome-${its.proposal}`)
    if (words === undefined) return []
    return [
      control({
        id: `outcome ${its.proposal}`,
        kind: 'proposal',
        name: `Change ${its.proposal} of page ${its.page}`,
        description: outcomeOf(its),
        subject: `proposal:${its.proposal}`,
        box: labelBox(words),
      }),
    ]
  })
}

/** A page is asked about by its newest change, else by who owns a row of it. */
function subjectOf({ multiMaster }: Frame, page: number, group: string): string {
  const proposal = multiMaster?.proposals.findLast(its => its.page === page)
  if (proposal !== undefined) return `proposal:${proposal.proposal}`
  const owner = multiMaster?.pages.find(its => its.page === page)?.owned[0]
  return owner === undefined ? group : `transaction:${owner.transaction}`
}

function pageControls({ pages }: MultiMasterParts, frame: Frame, group: string): Control[] {
  return pages.map(({ page, words, box }) =>
    control({
      id: `page ${page}`,
      kind: 'page',
      name: `Page ${page}`,
      description: words,
      subject: subjectOf(frame, page, group),
      box,
    }),
  )
}

function transactionControls({ writers }: MultiMasterParts, isNarrow: boolean): Control[] {
  return writers.flatMap(({ id, transaction, labels }) => {
    if (transaction === null) return []
    const told = ['transaction', 'wait', 'read'].map(line => `${id}-${line}`)
    const words = labels.filter(label => told.includes(label.id)).map(({ text }) => text)
    return [
      control({
        id: `transaction ${transaction.id}`,
        kind: 'transaction',
        name: `Transaction ${transaction.id} at ${id}`,
        description: words.join(', '),
        subject: `transaction:${transaction.id}`,
        box: isNarrow ? boxForFinger(transaction.box) : transaction.box,
      }),
    ]
  })
}

interface ControlSources {
  frame: Frame
  group: string
  contest: Contest | null
  isNarrow: boolean
}

export function multiMasterControls(parts: MultiMasterParts, sources: ControlSources): Control[] {
  const { frame, group, contest, isNarrow } = sources
  return [
    ...transactionControls(parts, isNarrow),
    ...(isNarrow ? answersForFingers(parts) : stampControls(parts)),
    ...outcomeControls(parts, contest),
    ...pageControls(parts, frame, group),
  ]
}
