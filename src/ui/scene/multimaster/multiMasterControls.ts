/** What can be pressed of Multi-Master: answers and outcomes, pages, and named transactions. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Control } from '../control.ts'
import { labelBox } from '../label.ts'
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

function transactionControls({ writers }: MultiMasterParts): Control[] {
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
        box: transaction.box,
      }),
    ]
  })
}

interface ControlSources {
  frame: Frame
  group: string
  contest: Contest | null
}

export function multiMasterControls(parts: MultiMasterParts, sources: ControlSources): Control[] {
  const { frame, group, contest } = sources
  return [
    ...transactionControls(parts),
    ...stampControls(parts),
    ...outcomeControls(parts, contest),
    ...pageControls(parts, frame, group),
  ]
}
