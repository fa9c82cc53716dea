/**
 * Words in the free room left and right of the zones: at the left what it has cost so far, at the
 * right what keeps it from pausing and what is asked of it. A narrow stage has no such room.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type {
  CapacityView,
  DemandView,
  ServerlessView,
} from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import type { V2ClusterView } from '../../../engine/contract/serverlessV2.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import { isForWall, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import { heldPages, leftOver } from '../sql/lockedPages.ts'
import { blockerWords, pauseCountdown, wholeSeconds } from '../../../words/capacityWords.ts'
import { blockerReason, searchWords, v1Countdown } from '../../../words/v1Words.ts'
import { v2Notes } from '../../../words/v2Words.ts'
import { formatAcu } from '../../../words/formatAcu.ts'
import { formatDollars } from '../../../words/formatDollars.ts'

interface Line {
  id: string
  text: string
  /** Said instead where the lane is slim. */
  shorter?: string
  tone?: Tone
  size?: number
  isBold?: boolean
  term?: string | null
  /** More room above it: something else begins. */
  isApart?: boolean
}

function meterLines({ meter, instances }: ServerlessView): Line[] {
  const { pausedMicros } = meter
  const asleep: Line[] =
    pausedMicros > 0 ? [{ id: 'slept', text: `slept ${wholeSeconds(pausedMicros)}` }] : []
  return [
    { id: 'title', text: 'Cost so far' },
    { id: 'dollars', text: formatDollars(meter.total), tone: 'text', size: 18, isBold: true },
    { id: 'hours', text: `${meter.acuHours} ACU-hours`, term: 'ACU-hour' },
    ...asleep,
    {
      id: 'generation',
      text: instances[0]?.v1 ? 'Serverless v1' : 'Serverless v2',
      size: 12,
      term: 'retired Serverless v1',
      isApart: true,
    },
    { id: 'v1', text: 'v1 retired 31 Mar 2025', shorter: 'v1 retired 2025', size: 11.5 },
  ]
}

/** What it may grow by at once, and that nobody published the rates. */
function allowanceLines({ state, allowance, allowanceMax }: CapacityView): Line[] {
  if (state !== 'active') return []
  const isSpent = allowance < 1_000_000
  return [
    { id: 'allowance', text: 'May grow at once', term: 'growth allowance', isApart: true },
    {
      id: 'allowance-level',
      text: `${formatAcu(allowance)} of ${formatAcu(allowanceMax)} ACU`,
      tone: isSpent ? 'wait' : 'text',
    },
    { id: 'fitted', text: '≈ fitted model', size: 12, term: 'fitted model' },
  ]
}

/** Who is in the way comes first, then the search, what the router holds, and the waits. */
function v1Lines(v1: V1View, at: Micros): Line[] {
  const { search, held, upLeftMicros, downLeftMicros } = v1
  const inTheWay = search?.blockers.slice(0, 2).flatMap(blocker => [
    { id: `by-${blocker.session}`, text: `Blocked by ${blocker.session}`, isBold: true },
    {
      id: `why-${blocker.session}`,
      text: blockerReason(blocker),
      ...(blocker.table === undefined ? {} : { shorter: `table ${blocker.table}` }),
    },
  ])
  const lines = (inTheWay ?? []).map((line): Line => ({ ...line, tone: 'wait' }))
  const searching = searchWords(v1, at).map(
    (text, index): Line => ({ id: `search-${index}`, text }),
  )
  const isHeld: Line[] =
    held > 0 ? [{ id: 'held', text: `router holds ${held}`, tone: 'wait' }] : []
  const left = v1Countdown(v1, at)
  const ends: Line[] =
    search === null && left !== null ? [{ id: 'ends', text: `ready in ${wholeSeconds(left)}` }] : []
  const waits: Line[] = [
    ...(upLeftMicros > 0 ? [{ id: 'up', text: stepWait('up', upLeftMicros), size: 11.5 }] : []),
    ...(downLeftMicros > 0
      ? [{ id: 'down', text: stepWait('down', downLeftMicros), size: 11.5 }]
      : []),
  ]
  return [...lines, ...searching, ...isHeld, ...ends, ...waits]
}

/** Stopped, short of memory, on which host, held by features: what is out of the ordinary. */
function v2Lines(view: CapacityView, cluster: V2ClusterView, at: Micros): Line[] {
  return v2Notes(view, cluster, at).map((note, index) => ({ ...note, isApart: index === 0 }))
}

/** Whole minutes while there are several. */
function stepWait(step: 'up' | 'down', left: Micros): string {
  const minutes = Math.ceil(left / 60_000_000)
  return `no step ${step}: ${minutes > 2 ? `${minutes} min` : wholeSeconds(left)}`
}

/** A least capacity above zero is a choice, no surprise; the rest is worth a warning. */
function pauseLines(view: CapacityView, at: Micros): Line[] {
  if (view.v2?.stop) return []
  if (view.state === 'paused') {
    return [
      { id: 'asleep', text: 'Asleep', tone: 'accent', isBold: true },
      { id: 'lasted', text: `for ${wholeSeconds(at - view.since)}` },
      { id: 'free', text: 'compute costs nothing' },
    ]
  }
  const left = pauseCountdown(view)
  if (left !== null) {
    return [
      { id: 'pauses', text: 'Pauses in', tone: 'accent', isBold: true },
      { id: 'left', text: wholeSeconds(left) },
    ]
  }
  const isLost = view.v1?.state === 'recreating'
  if (view.state !== 'active' || isLost || view.blockers.length === 0) return []
  const isChosen = view.blockers.includes('minAboveZero')
  const shown = isChosen ? (['minAboveZero'] as const) : view.blockers
  return [
    { id: 'blocked', text: 'Not pausing:', tone: isChosen ? 'muted' : 'wait', isBold: !isChosen },
    ...shown.map(blocker => ({ id: blocker, text: blockerWords(blocker, view) })),
  ]
}

function rate(millionths: number): string {
  return formatCount(millionths / 1_000_000)
}

function demandLines(demand: DemandView): Line[] {
  const { id, unit, level, backlog } = demand
  const late: Line[] =
    backlog < 1_000_000 ? [] : [{ id: `${id}-late`, text: `${rate(backlog)} late`, tone: 'wait' }]
  return [
    { id: `${id}-name`, text: `Demand ${id}`, tone: 'text', isApart: true },
    {
      id: `${id}-level`,
      text: `${rate(level)} ${unit}${demand.isMoved ? ', moved' : ''}`,
      tone: 'glow',
    },
    ...late,
  ]
}

function sizeOf({ size }: Line): number {
  return size ?? 12.5
}

/** In two lines where one is too short, on a wall. */
function folded(text: string, size: number, width: number): string[] {
  if (!isForWall() || textWidth(text, size) <= width) return [text]
  const words = text.split(' ')
  const cut = words.findLastIndex(
    (_, index) => index > 0 && textWidth(words.slice(0, index).join(' '), size) <= width,
  )
  return cut < 1 ? [text] : [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
}

function lineStep(size: number): number {
  return Math.round(isForWall() ? stepOf(size * 1.14) : size * 1.4)
}

/** The lowest place for a word: above the volume, and above a page with locks. */
function floorOf({ sql }: Frame, { volume }: Layout): number {
  const hasLocks = sql !== null && heldPages(sql).length > 0
  return volume.y - 12 - (hasLocks ? leftOver : 0)
}

interface Column {
  name: string
  x: number
  floor: number
}

/** What does not fit above the floor is left out from the end. */
function column(lines: Line[], { name, x, floor }: Column, layout: Layout): Label[] {
  const width = (layout.left?.width ?? 0) - 6
  let y = layout.zones[0]?.header.y ?? 0
  return lines.flatMap(({ isApart, shorter, ...line }) => {
    const size = sizeOf(line)
    const needed = textWidth(line.text, size, line.isBold)
    const smaller = needed > width ? Math.max(11, size - 1.5) : size
    const isTooLong = shorter !== undefined && textWidth(line.text, smaller) > width
    y += isApart === true ? 10 : 0
    return folded(isTooLong ? shorter : line.text, smaller, width).flatMap((words, row) => {
      y += lineStep(size)
      if (y > floor) return []
      const text = fitText(words, line.isBold ? smaller * 1.08 : smaller, width)
      const id = `serverless-${name}-${line.id}${row === 0 ? '' : '-more'}`
      return [label({ ...line, id, text, x, y, size: smaller })]
    })
  })
}

/** Without side lanes the cost stands at the end of the line under the columns. */
function narrowCost({ meter }: ServerlessView, { key, size }: Layout): Label[] {
  if (key === null) return []
  const place = { x: size.width - 14, y: key.y + 26, size: 12, anchor: 'end' } as const
  const text = `${formatDollars(meter.total)} so far`
  return [label({ id: 'serverless-meter-dollars', text, ...place, tone: 'text' })]
}

export function gutterLabels(frame: Frame, layout: Layout): Label[] {
  const { serverless } = frame
  if (serverless === null) return []
  if (layout.left === null || layout.right === null) return narrowCost(serverless, layout)
  const first = serverless.instances[0]
  const ofV1 = first?.v1 === undefined ? [] : v1Lines(first.v1, frame.at)
  const ofPause = first === undefined ? [] : pauseLines(first, frame.at)
  const beside = [
    ...ofV1,
    ...ofPause.map((line, at) => ({ ...line, isApart: at === 0 && ofV1.length > 0 })),
    ...(first?.v2 && serverless.v2 ? v2Lines(first, serverless.v2, frame.at) : []),
    ...serverless.demand.slice(0, 2).flatMap(demandLines),
    ...(first === undefined || first.v1 ? [] : allowanceLines(first)),
  ]
  return [
    ...column(
      meterLines(serverless),
      { name: 'meter', x: layout.left.x + 6, floor: layout.volume.y - 12 },
      layout,
    ),
    ...column(
      beside,
      { name: 'side', x: layout.right.x + 6, floor: floorOf(frame, layout) },
      layout,
    ),
  ]
}
