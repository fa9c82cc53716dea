/**
 * A mini-transaction may change pages in several protection groups; it stands when each of them has
 * a write set of yes. How far each is, beside its card, and the one that is waited for. Rule T2.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { ProposalView } from '../../../engine/contract/multiMasterView.ts'
import type { GroupId } from '../../../engine/contract/ids.ts'
import type { Box } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { isForWall } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import type { Contest } from './contest.ts'

export interface Tally {
  group: GroupId
  kept: number
  refused: number
  asked: number
  /** It is waited for, or has decided against it. */
  isSlowest: boolean
}

export interface TallyShape {
  id: string
  /** The card of the group. */
  box: Box
  isSlowest: boolean
  labels: Label[]
}

function counted({ answers }: ProposalView['parts'][number], answer: 'yes' | 'no'): number {
  return answers.filter(its => its.answer === answer).length
}

/** While it is asked about the one with the fewest yes; of a refused one that with the most no. */
export function talliesOf({ parts, verdict }: ProposalView): Tally[] {
  const tallies = parts.map(part => ({
    group: part.group,
    kept: counted(part, 'yes'),
    refused: counted(part, 'no'),
    asked: part.answers.length,
    isSlowest: false,
  }))
  const rank = (its: Tally) => (verdict === 'refused' ? -its.refused : its.kept)
  const slowest = [...tallies].sort((one, other) => rank(one) - rank(other))[0]
  if (slowest !== undefined) slowest.isSlowest = verdict !== 'accepted'
  return tallies
}

/** Of the newest change in the contest that spans several groups; else nothing. */
export function spanningIn(contest: Contest | null): ProposalView | undefined {
  return contest?.proposals.findLast(({ parts }) => parts.length > 1)
}

/** Its card says already that it holds back. */
function isMarked({ groups }: Frame, group: GroupId): boolean {
  return groups.some(({ id, holdsBack }) => id === group && holdsBack)
}

/** Beside the bars of a card there is room for a short word; a flat card has none. */
const readable = { width: 112, height: 30 }

export function tallyShapes(frame: Frame, layout: Layout, contest: Contest | null): TallyShape[] {
  const proposal = spanningIn(contest)
  if (proposal === undefined) return []
  return talliesOf(proposal).flatMap(({ group, kept, asked, isSlowest }) => {
    const place = layout.groups.find(({ id }) => id === group)
    if (place === undefined) return []
    const { box } = place
    const at = { x: box.x + box.width - 9, y: box.y + (box.height < 50 ? 30 : 35) }
    const text = `${proposal.instance} ${kept}/${asked}`
    const tone = isSlowest ? ('glow' as const) : ('muted' as const)
    const id = `tally ${group}`
    const told = label({ id, text, ...at, size: 10.5, anchor: 'end', tone })
    const isRoomy = !isForWall() && box.width >= readable.width && box.height >= readable.height
    const hasRoom = isRoomy && !isMarked(frame, group)
    return [{ id, box, isSlowest, labels: hasRoom ? [told] : [] }]
  })
}
