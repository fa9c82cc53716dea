/**
 * The page check: under each copy's top edge its answer to every change in the contest, stamped
 * *kept* or *refused*, with the version that it held. An answer is no vote: nothing is elected.
 */
import type { AnswerView, ProposalView } from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { hueOf } from '../hueOf.ts'
import { type Label, label, textWidth, type Tone } from '../label.ts'
import { dropOf, isForWall } from '../letters.ts'
import type { ColumnPlace, Layout } from '../layout/layout.ts'
import { checkRows, checkStep } from '../layout/mechanismBands.ts'
import type { Contest } from './contest.ts'

/**
 * `withdrawn`: it had said yes, and the change was refused elsewhere. `late`: the others had
 * decided before its answer came, if one came.
 */
export type StampKind = 'open' | 'kept' | 'refused' | 'withdrawn' | 'late'

export interface StampShape {
  id: string
  proposal: number
  kind: StampKind
  hue: number
  box: Box
  /** As a screen reader says it. */
  words: string
  /** Whose change, and why the copy answered so. */
  reason: string
  labels: Label[]
}

function kindOf({ verdict }: ProposalView, { answer }: AnswerView): StampKind {
  if (answer === 'none') return verdict === 'open' || verdict === 'stalled' ? 'open' : 'late'
  if (answer === 'no') return 'refused'
  return verdict === 'refused' ? 'withdrawn' : 'kept'
}

const marks: Record<StampKind, string> = {
  open: '…',
  kept: '✓',
  refused: '✕',
  withdrawn: '⊘',
  late: '–',
}
const tones: Record<StampKind, Tone> = {
  open: 'muted',
  kept: 'ok',
  refused: 'bad',
  withdrawn: 'muted',
  late: 'muted',
}
const said: Record<StampKind, string> = {
  open: 'asked',
  kept: 'kept',
  refused: 'refused',
  withdrawn: 'withdrawn',
  late: 'not needed',
}

/** Why: what the copy held when it answered. */
function reasonOf(proposal: ProposalView, answer: AnswerView, contest: Contest): string {
  if (proposal.reason === 'commit') return 'commit record'
  if (answer.answer === 'none' && proposal.decidedAt !== null) return 'decided before'
  if (answer.answer === 'none') return `on v${proposal.base}`
  if (answer.answer === 'yes') return `v${proposal.base}, holds v${answer.version}`
  if (answer.refusal === 'staleEpoch') return 'old epoch'
  if (answer.refusal === 'staleBase') return `v${proposal.base}, holds v${answer.version}`
  const holder = contest.proposals.find(other => other.proposal === answer.holder)
  return holder === undefined ? 'another in flight' : `${holder.instance} is in flight`
}

function fitting(choices: string[], size: number, room: number): string | null {
  return choices.find(text => textWidth(text, size, true) <= room) ?? null
}

/** A stamp this high has a second line for the reason. */
const twoLines = 22

/** The reason in the same line, of what was refused. */
function shortReasons({ proposal, answer, kind, contest }: Stamp): string[] {
  if (kind !== 'refused') return []
  const start = `✕ ${proposal.instance}`
  if (answer.refusal === 'staleBase') return [`${start} v${proposal.base}, has v${answer.version}`]
  const holder = contest.proposals.find(other => other.proposal === answer.holder)
  return holder === undefined ? [] : [`${start} after ${holder.instance}`]
}

interface StampPlace {
  box: Box
  size: number
}

/** Where nobody wins its answer was missing; else it makes no difference. */
function saidOf({ cause }: ProposalView, kind: StampKind): string {
  return kind === 'late' && cause === 'noWinner' ? 'no answer' : said[kind]
}

function wordsIn({ box, size }: StampPlace, stamp: Stamp): string | null {
  const { proposal, kind } = stamp
  const { instance } = proposal
  const number = instance.replace(/^\D+/, '')
  const mark = marks[kind]
  const words = saidOf(proposal, kind)
  const reason = box.height < twoLines && size > 10 ? shortReasons(stamp) : []
  const signs = [`${mark} ${instance}`, `${mark}${number}`]
  if (isForWall()) return fitting(signs, size, box.width - 9)
  const long = [...reason, `${mark} ${instance} ${words}`, `${mark} ${words}`]
  return fitting([...long, ...signs], size, box.width - 9)
}

function labelsOf(place: StampPlace, stamp: Stamp): Label[] {
  const { proposal, answer, kind, contest, id } = stamp
  const { box } = place
  const text = wordsIn(place, stamp)
  const reason = fitting([reasonOf(proposal, answer, contest)], 9.5, box.width - 9)
  const hasReason = !isForWall() && reason !== null && box.height >= twoLines
  const x = box.x + box.width / 2 + 3
  const middle = { x, anchor: 'middle' as const, tone: tones[kind] }
  const y = hasReason ? box.y + 9.8 : box.y + box.height / 2 + dropOf(3.5)
  return [
    ...(text === null ? [] : [label({ ...middle, id, text, y, size: place.size, isBold: true })]),
    ...(hasReason
      ? [label({ ...middle, id: `${id} why`, text: reason, y: box.y + 21, size: 9.5 })]
      : []),
  ]
}

interface Stamp {
  id: string
  proposal: ProposalView
  answer: AnswerView
  kind: StampKind
  contest: Contest
}

function changeWords({ page, instance, reason }: ProposalView): string {
  if (reason === 'commit') return `commit record of ${instance}`
  const whys = {
    user: '',
    rollback: ' that undoes',
    purge: ' that purges',
    ddl: ' of a definition',
  }
  return `change of page ${page} by ${instance}${whys[reason]}`
}

function stampShape(frame: Frame, stamp: Stamp, place: StampPlace): StampShape {
  const { proposal, answer, kind, contest, id } = stamp
  const reason = reasonOf(proposal, answer, contest)
  const name = answer.node.replace(/^node-/, '')
  return {
    id,
    proposal: proposal.proposal,
    kind,
    hue: hueOf(frame, proposal.instance),
    box: place.box,
    words: `${name}, ${changeWords(proposal)}: ${saidOf(proposal, kind)}, ${reason}`,
    reason: `${proposal.instance}: ${reason}`,
    labels: labelsOf(place, stamp),
  }
}

/**
 * What the signs of these answers mean, where the answers have no room for words, and why some
 * refuse; with less room only one of both, the reasons first.
 */
export function stampLegend(stamps: StampShape[]): string[] {
  const kinds = [...new Set(stamps.map(({ kind }) => kind))]
  if (kinds.length === 0) return []
  const refused = stamps.filter(({ kind }) => kind === 'refused')
  const reasons = [...new Set(refused.map(({ reason }) => reason))].join('; ')
  const meaning = (kind: StampKind) => `${marks[kind]} ${said[kind]}`
  const plain = `Answers: ${kinds.map(meaning).join(', ')}`
  if (reasons === '') return [plain]
  const why = `${meaning('refused')} (${reasons})`
  const whole = kinds.map(kind => (kind === 'refused' ? why : meaning(kind)))
  return [`Answers: ${whole.join(', ')}`, why, plain]
}

function stampBox({ box }: ColumnPlace, row: number, { isNarrow, multiMaster }: Layout): Box {
  const step = checkStep(isNarrow, checkRows(multiMaster?.writers.length ?? 0))
  return { x: box.x + 2, y: box.y + 2 + row * step, width: box.width - 4, height: step - 2 }
}

export function checkShapes(frame: Frame, layout: Layout, contest: Contest | null): StampShape[] {
  if (contest === null) return []
  const size = layout.isNarrow ? 9.5 : 10.5
  return layout.columns.flatMap(column =>
    contest.proposals.flatMap((proposal, row) => {
      const answer = proposal.answers.find(({ node }) => node === column.node)
      if (answer === undefined) return []
      const kind = kindOf(proposal, answer)
      const id = `${column.segment} answers ${proposal.proposal}`
      const place = { box: stampBox(column, row, layout), size }
      return [stampShape(frame, { id, proposal, answer, kind, contest }, place)]
    }),
  )
}
