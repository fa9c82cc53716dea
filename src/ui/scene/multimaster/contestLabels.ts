/**
 * What came of the contest, in the lane right of the columns, and below it how far each writer's
 * own log is safe. On a narrow stage the outcome is a line under the columns.
 */
import type { ProposalView, WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { bottom } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import { isForWall, leastLetter, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import { assumptionTerm } from '../../../words/mmAssumptions.ts'
import { assumptionOfContest, nodesUp } from './assumptionsAt.ts'
import { causeWords } from '../../../words/causeWords.ts'
import { fittedText } from './fittingText.ts'
import { spanningIn, talliesOf } from './groupTallies.ts'
import { changedPageName, otherPages } from './pageName.ts'
import { type Contest, keptCount, rowsInContest } from './contest.ts'

interface Line {
  id: string
  text: string
  /** Said instead where there is less room. */
  shorter?: string[]
  tone: Tone
  isBold?: boolean
  term?: string
}

const tones: Record<ProposalView['verdict'], Tone> = {
  open: 'muted',
  accepted: 'ok',
  refused: 'bad',
  stalled: 'wait',
}

export function outcomeOf(proposal: ProposalView): string {
  const count = `${keptCount(proposal)} of ${proposal.answers.length}`
  const words: Record<ProposalView['verdict'], string> = {
    open: `… ${count} so far`,
    accepted: `✓ stands, ${count}`,
    refused: `✕ refused, ${count}`,
    stalled: `… waits, ${count}`,
  }
  return `${whoIn(proposal)} ${words[proposal.verdict]}`
}

/** Undoing, purging and definitions change pages too. */
function whoIn({ instance, reason }: ProposalView): string {
  const whys = { user: '', commit: '', rollback: ' undo', purge: ' purge', ddl: ' DDL' }
  return instance + whys[reason]
}

function shortOutcomes(proposal: ProposalView): string[] {
  const marks = { open: '…', accepted: '✓', refused: '✕', stalled: '…' }
  const start = `${whoIn(proposal)} ${marks[proposal.verdict]}`
  const count = keptCount(proposal)
  const { cause, verdict } = proposal
  const why = verdict === 'refused' && cause !== '' ? [`${start} ${causeWords[cause]}`] : []
  return [...why, `${start} ${count} of ${proposal.answers.length}`, `${start} ${count}`]
}

function titleOf({ page, base, proposals }: Contest): string {
  const first = proposals[0]
  if (first?.reason === 'commit') return `Commit at ${first.instance}`
  const name = first === undefined ? `Page ${page}` : changedPageName(first)
  return base === null ? `Answers: ${name.toLowerCase()}` : `${name} on v${base}`
}

/** Each protection group that it touches, and the one that is waited for. */
function tallyLines(contest: Contest): Line[] {
  const proposal = spanningIn(contest)
  if (proposal === undefined) return []
  const { instance } = proposal
  return talliesOf(proposal).map(({ group, kept, asked, isSlowest }): Line => {
    const text = `${instance} in ${group}: ${kept} of ${asked}`
    const shorter = [`${group}: ${kept} of ${asked}`, `${group}: ${kept}`]
    const mark = isSlowest ? ' ◂' : ''
    return {
      id: `tally-${group}`,
      text: text + mark,
      shorter: shorter.map(its => its + mark),
      tone: isSlowest ? 'glow' : 'muted',
    }
  })
}

/** Index and undo pages that go with the page of the row. */
function groupLine({ proposals }: Contest): Line[] {
  const proposal = proposals.findLast(({ pages }) => pages.length > 1)
  if (proposal === undefined) return []
  const others = otherPages(proposal)
  const shorter = [`with ${others.length} more pages`, `+${others.length} pages`]
  return [{ id: 'group', text: `with ${others.join(', ')}`, shorter, tone: 'muted' }]
}

function rowLine(contest: Contest, room: number): Line[] {
  const rows = rowsInContest(contest)
  if (rows.length === 0) return []
  const [short, long] = [`rows ${rows.join(', ')}`, `rows ${rows.join(', ')}: one page`]
  return [{ id: 'rows', text: textWidth(long, 12) <= room ? long : short, tone: 'text' }]
}

/** What nobody published and the model chose, where it acts. */
function assumptionLine(contest: Contest, { nodes, multiMaster }: Frame): Line[] {
  const id = assumptionOfContest(contest, nodesUp(nodes), multiMaster?.choices)
  if (id === null) return []
  const text = `≈ undocumented: ${id}`
  const term = assumptionTerm(id)
  return [{ id: 'assumption', text, shorter: [`≈ ${id}`], tone: 'muted', term }]
}

/** Which rows they want is said where there is room. */
function contestLines(contest: Contest, frame: Frame, room: Room): Line[] {
  const lines = [...mainLines(contest), ...assumptionLine(contest, frame)]
  const rows = rowLine(contest, room.width)
  const more = [...tallyLines(contest), ...groupLine(contest)]
  const left = room.lines - lines.length
  if (left < rows.length) return lines
  return [...lines.toSpliced(1, 0, ...rows), ...more.slice(0, Math.max(0, left - rows.length))]
}

interface Room {
  lines: number
  width: number
}

function mainLines(contest: Contest): Line[] {
  const { proposals, isSplit } = contest
  const split: Line[] = isSplit
    ? [{ id: 'split', text: 'nobody wins', tone: 'bad', isBold: true }]
    : []
  return [
    {
      id: 'page',
      text: titleOf(contest),
      shorter: [titleOf(contest).replace(' page', '')],
      tone: 'text',
      isBold: true,
      term: 'page check',
    },
    ...proposals.map(
      (its): Line => ({
        id: `outcome-${its.proposal}`,
        text: outcomeOf(its),
        shorter: shortOutcomes(its),
        tone: tones[its.verdict],
      }),
    ),
    ...split,
  ]
}

function laneLine({ id, vdl }: WriterLaneView, isUnfolded: boolean): string {
  if (vdl < 0) return `${id} not told`
  return isUnfolded ? `${id} VDL ${vdl}` : `${id} safe up to ${vdl}`
}

function beside(layout: Layout, lines: Line[], first: number): Label[] {
  const lane = layout.right
  if (lane === null) return []
  const room = lane.width - 14
  const step = stepOf(15.5)
  return lines.map((line, index) => {
    const choices = [line.text, ...(line.shorter ?? [])]
    const size = line.isBold === true ? 13 : 12
    const text = fittedText(choices, size, room)
    const y = first + index * step
    return label({ ...line, id: `check-${line.id}`, text, x: lane.x + 12, y, size: 12 })
  })
}

interface Told {
  frame: Frame
  layout: Layout
  contest: Contest | null
  isUnfolded: boolean
}

function wideLabels({ frame, layout, contest, isUnfolded }: Told): Label[] {
  const lane = layout.right
  if (lane === null) return []
  const writers = frame.multiMaster?.writers ?? []
  const isToldAlone = isForWall() && contest !== null
  const keys = (isToldAlone ? [] : writers).map(
    (writer): Line => ({
      id: `${writer.id}-vdl`,
      text: laneLine(writer, isUnfolded),
      shorter: [`${writer.id} safe to ${writer.vdl}`, `${writer.id} ≤ ${writer.vdl}`],
      tone: 'durable',
    }),
  )
  const step = stepOf(15.5)
  const keyTop = bottom(lane) - 4 - step * (keys.length - 1)
  const below = isToldAlone ? bottom(lane) : keyTop - step * 0.7
  const fitting = Math.max(0, Math.floor((below - lane.y) / step))
  const room = { lines: fitting, width: lane.width - 14 }
  const lines = contest === null ? [] : contestLines(contest, frame, room)
  const head = lane.y + Math.max(11, 0.85 * leastLetter())
  return [...beside(layout, lines.slice(0, fitting), head), ...beside(layout, keys, keyTop)]
}

function narrowLabels({ frame, layout, contest }: Told): Label[] {
  if (layout.key === null || contest === null) return []
  const outcome = contest.isSplit ? 'nobody wins' : contest.proposals.map(outcomeOf).join(' · ')
  const isLossy = frame.faults.some(({ fault }) => fault === 'PacketLoss')
  const room = isLossy ? layout.size.width / 2 : layout.size.width - 28
  const { page, proposals } = contest
  const [first] = proposals
  const name = first === undefined ? `Page ${page}` : changedPageName(first)
  const subject = first?.reason === 'commit' ? 'Commit' : name
  const text = fitText(`${subject}: ${outcome}`, 11, room)
  const place = { x: 14, y: layout.key.y + 26, size: 11 }
  return [label({ id: 'check-page', text, ...place, tone: 'text' })]
}

export function contestLabels(told: Told): Label[] {
  return told.layout.right === null ? narrowLabels(told) : wideLabels(told)
}
