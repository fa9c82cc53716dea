/** What is said beside a writer among several: its status, what it did, and who changes tables. */
import type {
  MultiMasterView,
  SyncView,
  TransactionView,
  WriterLaneView,
} from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { RollbackCause } from '../../../engine/contract/refusals.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { causeCounts, type CauseSign, causeSign, causeWords, signWidth } from './causeSigns.ts'
import { fittedText } from './fittingText.ts'

export interface WriterShape {
  id: string
  /** The owner of definition changes (DDL) wears a crown. */
  crown: string
  /** The transaction that is named beside it, and where. */
  transaction: { id: number; box: Box } | null
  /** How much of a wait of `REGIONAL_RAW` is over, as far as one can tell. */
  wait: { track: Box; fill: Box } | null
  /** Which share of what it may hold is in its memory; null when that is full. */
  cache: { track: Box; fill: Box } | null
  signs: CauseSign[]
  labels: Label[]
}

interface Line {
  id: string
  /** The first that fits is said. */
  choices: string[]
  tone: Tone
  isBold?: boolean
  /** A bar before the words, filled to this share. */
  bar?: number
  /** A sign before the words. */
  sign?: RollbackCause
  /** Signs with counts behind the words, where there is room. */
  causes?: Record<RollbackCause, number>
}

const statusTones: Record<WriterLaneView['status'], Tone> = {
  online: 'ok',
  recovery: 'wait',
  offline: 'bad',
}

const statusWords: Record<WriterLaneView['status'], string[]> = {
  online: ['● online'],
  recovery: ['◐ recovering', '◐ recovery'],
  offline: ['○ offline'],
}

const doing: Record<TransactionView['state'], string> = {
  syncing: 'catches up',
  active: 'is open',
  proposing: 'asks storage',
  committing: 'commits',
  committed: 'committed',
  rollingBack: 'rolls back',
  rolledBack: 'rolled back',
}

const doingMarks: Record<TransactionView['state'], string> = {
  syncing: '…',
  active: '…',
  proposing: '?',
  committing: '…',
  committed: '✓',
  rollingBack: '↩',
  rolledBack: '✕',
}

const doingTones: Record<TransactionView['state'], Tone> = {
  syncing: 'wait',
  active: 'muted',
  proposing: 'text',
  committing: 'text',
  committed: 'ok',
  rollingBack: 'bad',
  rolledBack: 'bad',
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function statusLine({ view: { ddl }, writer, isStarting }: Subject): Line {
  const { id, status, isReadOnly } = writer
  if (isStarting) return { id: 'status', choices: ['◐ starting'], tone: 'wait', isBold: true }
  if (isReadOnly && status === 'online') {
    const choices = ['◍ online, only reads', '◍ only reads']
    return { id: 'status', choices, tone: 'wait', isBold: true }
  }
  const isChanging = ddl.owner === id && ddl.table !== null
  const words = statusWords[status]
  const long = isChanging ? words.map(word => `${word}, DDL on ${ddl.table}`) : []
  const choices = isChanging ? [...long, `● DDL on ${ddl.table}`, '● DDL'] : []
  return { id: 'status', choices: [...choices, ...words], tone: statusTones[status], isBold: true }
}

/** Of a typed session that has not begun one, its name. */
function nameOf({ transaction, application }: TransactionView): string {
  return transaction === 0 ? application : `T${transaction}`
}

function transactionLine(transaction: TransactionView): Line {
  const { state, cause } = transaction
  const name = nameOf(transaction)
  const isLost = cause !== '' && (state === 'rollingBack' || state === 'rolledBack')
  const why = isLost ? [`${name} ${doing[state]}: ${causeWords[cause]}`] : []
  return {
    id: 'transaction',
    choices: [
      ...waitWords(transaction),
      ...why,
      `${name} ${doing[state]}`,
      `${name} ${doingMarks[state]}`,
    ],
    tone: doingTones[state],
    ...(isLost && { sign: cause }),
  }
}

/** Whom it asked, or whose changes it waits for and up to which LSN. */
function waitWords(transaction: TransactionView): string[] {
  const { sync } = transaction
  const name = nameOf(transaction)
  const asked = sync.filter(({ state }) => state === 'asked').map(({ peer }) => peer)
  if (asked.length > 0) return [`${name} asks ${asked.join(', ')}`]
  const behind = sync.filter(({ state }) => state === 'catchingUp')
  const peers = behind.map(({ peer }) => peer).join(', ')
  if (behind.length === 0) return []
  const last = behind[0]
  const upTo = behind.length === 1 ? [`${name} waits: ${peers} up to ${last?.upTo}`] : []
  return [...upTo, `${name} waits for ${peers}`]
}

/** What it waited so far; what it read, and how old that was. */
function detailLine(transaction: TransactionView, now: Micros): Line[] {
  const { state, since, sync, reads, mode } = transaction
  if (state === 'syncing') {
    const time = formatTime(Math.round((now - since) / 100) * 100)
    return [{ id: 'wait', choices: [time], tone: 'wait', bar: shareWaited(sync, since, now) }]
  }
  const read = reads.at(-1)
  if (read === undefined || (state !== 'active' && state !== 'committed')) return []
  const { row, staleMicros } = read
  if (staleMicros === 0 && mode === 'INSTANCE_RAW') return []
  if (staleMicros === 0)
    return [{ id: 'read', choices: [`read row ${row}: newest`, `row ${row}: newest`], tone: 'ok' }]
  const age = formatTime(Math.max(1, Math.round(staleMicros / 1_000)) * 1_000)
  const choices = [`read row ${row}: ${age} old`, `row ${row}: ${age} old`, `${age} old`]
  return [{ id: 'read', choices, tone: 'wait' }]
}

/** The last tenth is kept for what nobody can know: that it has really been applied. */
function shareWaited(sync: SyncView[], since: Micros, now: Micros): number {
  const ends = sync.map(({ state, expectedAt }) => (state === 'asked' ? null : (expectedAt ?? now)))
  const known = ends.filter(end => end !== null)
  if (known.length < ends.length || known.length === 0) return 0
  const whole = Math.max(...known) - since
  return whole <= 0 ? 0.9 : Math.min(0.9, (now - since) / whole)
}

/** A writer without power does nothing, whatever it had begun. */
function newestOf({ transactions }: MultiMasterView, { id, status }: WriterLaneView) {
  if (status === 'offline') return undefined
  return transactions.findLast(({ instance }) => instance === id)
}

/** How many a second lately; nothing while it is none. */
function paceOf({ recent }: WriterLaneView, what: 'commits' | 'conflicts'): string[] {
  const pace = Math.round((recent[what] * 1_000_000) / Math.max(1, recent.windowMicros))
  return pace === 0 ? [] : [`, ${pace}/s`]
}

/** In one line when the transaction needs two. */
function countLines(writer: WriterLaneView, isShort: boolean): Line[] {
  const { commits, conflicts, causes } = writer
  const tone = conflicts > 0 ? 'wait' : 'muted'
  const words = {
    commits: counted(commits, 'commit', 'commits'),
    conflicts: counted(conflicts, 'conflict', 'conflicts'),
  }
  if (isShort) {
    const short = [`✓ ${commits}  ✕ ${conflicts}`, `✓${commits} ✕${conflicts}`]
    return [{ id: 'commits', choices: [`${words.commits}, ${words.conflicts}`, ...short], tone }]
  }
  return [
    {
      id: 'commits',
      choices: [
        ...paceOf(writer, 'commits').map(pace => words.commits + pace),
        words.commits,
        `✓ ${commits}`,
      ],
      tone: 'muted',
    },
    { id: 'conflicts', choices: [words.conflicts, `✕ ${conflicts}`], tone, causes },
  ]
}

/** What it read needs some room to be understood. */
const readable = 66

function linesOf(subject: Subject): Line[] {
  const { view, writer, now, place } = subject
  const newest = newestOf(view, writer)
  const isWide = (place.words?.width ?? 0) >= readable
  const isTold = newest !== undefined && (isWide || newest.state === 'syncing')
  const detail = isTold ? detailLine(newest, now) : []
  return [
    statusLine(subject),
    ...countLines(writer, detail.length > 0),
    ...(newest === undefined ? [] : [transactionLine(newest)]),
    ...detail,
  ]
}

interface Words {
  box: Box
  size: number
  step: number
  first: number
}

/** Above the ways to storage, which leave the lower part of the circle. */
function wordsOf(place: InstancePlace, count: number): Words | null {
  const { words: box, centre } = place
  if (box === null) return null
  const isLow = box.height < 80
  const isLowest = box.height < 68 && box.width >= 70
  const size = box.width < 70 ? 10 : isLowest ? 10.5 : isLow ? 11 : 12
  const step = size + (isLowest ? 1.5 : isLow ? 2 : 4)
  const raised = isLow && !isLowest ? 3 : 6
  const first = centre.y - raised - ((count - 1) * step) / 2 + size * 0.35
  return { box, size, step, first }
}

/** The words of each line, and the signs before and behind them. */
function saidBeside(writer: string, words: Words, lines: Line[]) {
  const { box, size, step, first } = words
  const signs: CauseSign[] = []
  const labels: Label[] = []
  lines.forEach(({ id, choices, tone, bar, sign, causes, isBold = false }, index) => {
    const aside = bar !== undefined ? barWidth(box) + 5 : sign === undefined ? 0 : signWidth
    const text = fittedText(choices, size, box.width - aside, isBold)
    const [x, y] = [box.x + aside, first + index * step]
    const key = `${writer}-${id}`
    labels.push(label({ id: key, text, x, y, size, tone, isBold }))
    if (sign !== undefined) signs.push(causeSign(key, sign, box.x, y))
    if (causes === undefined) return
    const start = x + textWidth(text, size, isBold) + 8
    const row = { id: key, x: start, y, size: size - 1, end: box.x + box.width }
    const counted = causeCounts(causes, row)
    signs.push(...counted.signs)
    labels.push(...counted.labels)
  })
  return { signs, labels }
}

/** What is left beside a time such as `12.3 ms`. */
function barWidth({ width }: Box): number {
  return Math.min(56, Math.max(8, width - 50))
}

function waitOf({ box, first, step }: Words, lines: Line[]): WriterShape['wait'] {
  const row = lines.findIndex(({ bar }) => bar !== undefined)
  const share = lines[row]?.bar
  if (share === undefined) return null
  const track = { x: box.x, y: first + row * step - 7.5, width: barWidth(box), height: 7 }
  return { track, fill: { ...track, width: Math.round(track.width * share * 10) / 10 } }
}

function crownOf({ centre: { x, y }, radius }: InstancePlace): string {
  const top = y - radius * 0.5
  return `M${x - 7} ${top + 4}l-1 -8l4.5 3.5l3.5 -5.5l3.5 5.5l4.5 -3.5l-1 8z`
}

/** Under the name in its circle; full memory needs no word. */
function cacheOf({ instance, place: { centre, radius } }: Subject): WriterShape['cache'] {
  const { cachedPages, bufferPoolPages } = instance
  if (cachedPages >= bufferPoolPages || radius < 18) return null
  const width = Math.round(radius * 0.9)
  const track = { x: centre.x - width / 2, y: centre.y + radius * 0.42, width, height: 4 }
  const share = cachedPages / Math.max(1, bufferPoolPages)
  return { track, fill: { ...track, width: Math.round(width * share * 10) / 10 } }
}

interface Subject {
  view: MultiMasterView
  writer: WriterLaneView
  place: InstancePlace
  instance: Frame['instances'][number]
  now: Micros
  /** It has power again and is not open yet. */
  isStarting: boolean
}

function writerShape(subject: Subject): WriterShape {
  const { view, writer, place } = subject
  const lines = linesOf(subject)
  const words = wordsOf(place, lines.length)
  const newest = newestOf(view, writer)
  const row = lines.findIndex(({ id }) => id === 'transaction')
  const box =
    words === null
      ? null
      : {
          x: words.box.x - 2,
          y: words.first + row * words.step - words.size,
          width: words.box.width,
          height: words.step,
        }
  return {
    id: writer.id,
    crown: view.ddl.owner === writer.id ? crownOf(place) : '',
    transaction: newest === undefined || box === null ? null : { id: newest.transaction, box },
    wait: words === null ? null : waitOf(words, lines),
    cache: cacheOf(subject),
    ...(words === null ? { signs: [], labels: [] } : saidBeside(writer.id, words, lines)),
  }
}

/** Of writers without room beside them, on a line of its own under the columns. */
export function crowdedLabels({ multiMaster: view }: Frame, layout: Layout): Label[] {
  if (view === null || layout.key === null) return []
  const without = layout.instances.filter(({ words }) => words === null).map(({ id }) => id)
  const said = view.writers
    .filter(({ id }) => without.includes(id))
    .map(({ id, status, commits, conflicts }) => `${id} ${status} ✓${commits} ✕${conflicts}`)
  if (said.length === 0) return []
  const text = fitText(said.join(' · '), 11, layout.size.width - 28)
  return [
    label({ id: 'writers-crowded', text, x: 14, y: layout.key.y + 62, size: 11, tone: 'text' }),
  ]
}

export function writerShapes(frame: Frame, layout: Layout): WriterShape[] {
  const { multiMaster: view, at: now, instances } = frame
  if (view === null) return []
  return layout.instances.flatMap(place => {
    const writer = view.writers.find(({ id }) => id === place.id)
    const instance = instances.find(({ id }) => id === place.id)
    if (writer === undefined || instance === undefined) return []
    const isStarting = writer.status === 'offline' && instance.status === 'opening'
    return [writerShape({ view, writer, place, instance, now, isStarting })]
  })
}
