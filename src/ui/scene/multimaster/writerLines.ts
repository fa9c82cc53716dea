/** What is said beside a writer, line by line: status, counts, and the transaction named last. */
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
import type { Tone } from '../label.ts'
import { isForWall } from '../letters.ts'
import type { InstancePlace } from '../layout/layout.ts'
import { causeWords } from '../../../words/causeWords.ts'

export interface Subject {
  view: MultiMasterView
  writer: WriterLaneView
  place: InstancePlace
  instance: Frame['instances'][number]
  now: Micros
  /** It has power again and is not open yet. */
  isStarting: boolean
}

export interface Line {
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
  online: ['● online', '● on'],
  recovery: ['◐ recovering', '◐ recovery'],
  offline: ['○ offline', '○ off'],
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
export function newestOf({ transactions }: MultiMasterView, { id, status }: WriterLaneView) {
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
    const signs = [`✓ ${commits}  ✕ ${conflicts}`, `✓${commits} ✕${conflicts}`]
    const short = [...signs, `✕ ${conflicts}`]
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

export function linesOf(subject: Subject): Line[] {
  const { view, writer, now, place } = subject
  const newest = newestOf(view, writer)
  const isWide = (place.words?.width ?? 0) >= readable
  const isTold = newest !== undefined && (isWide || newest.state === 'syncing')
  const detail = isTold ? detailLine(newest, now) : []
  return [
    statusLine(subject),
    ...countLines(writer, detail.length > 0 || isForWall()),
    ...(newest === undefined ? [] : [transactionLine(newest)]),
    ...detail,
  ]
}
