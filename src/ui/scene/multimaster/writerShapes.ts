/** What is said beside a writer among several: its status, what it did, and who changes tables. */
import type {
  MultiMasterView,
  TransactionView,
  WriterLaneView,
} from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'

export interface WriterShape {
  id: string
  /** The owner of definition changes (DDL) wears a crown. */
  crown: string
  /** The transaction that is named beside it, and where. */
  transaction: { id: number; box: Box } | null
  labels: Label[]
}

interface Line {
  id: string
  /** The first that fits is said. */
  choices: string[]
  tone: Tone
  isBold?: boolean
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

function statusLine({ ddl }: MultiMasterView, { id, status }: WriterLaneView): Line {
  const isChanging = ddl.owner === id && ddl.table !== null
  const words = statusWords[status]
  const choices = isChanging ? words.map(word => `${word}, DDL on ${ddl.table}`) : []
  return { id: 'status', choices: [...choices, ...words], tone: statusTones[status], isBold: true }
}

function transactionLine(transaction: TransactionView): Line {
  const { transaction: id, state } = transaction
  return {
    id: 'transaction',
    choices: [`T${id} ${doing[state]}`, `T${id}`],
    tone: doingTones[state],
  }
}

/** A writer without power does nothing, whatever it had begun. */
function newestOf({ transactions }: MultiMasterView, { id, status }: WriterLaneView) {
  if (status === 'offline') return undefined
  return transactions.findLast(({ instance }) => instance === id)
}

function linesOf(view: MultiMasterView, writer: WriterLaneView): Line[] {
  const { commits, conflicts } = writer
  const newest = newestOf(view, writer)
  return [
    statusLine(view, writer),
    {
      id: 'commits',
      choices: [counted(commits, 'commit', 'commits'), `✓ ${commits}`],
      tone: 'muted',
    },
    {
      id: 'conflicts',
      choices: [counted(conflicts, 'conflict', 'conflicts'), `✕ ${conflicts}`],
      tone: conflicts > 0 ? 'wait' : 'muted',
    },
    ...(newest === undefined ? [] : [transactionLine(newest)]),
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
  const size = box.width < 70 ? 10 : isLow ? 11 : 12
  const step = size + (isLow ? 2 : 4)
  const first = centre.y - (isLow ? 3 : 6) - ((count - 1) * step) / 2 + size * 0.35
  return { box, size, step, first }
}

function labelsOf(writer: string, words: Words, lines: Line[]): Label[] {
  const { box, size, step, first } = words
  return lines.map(({ id, choices, tone, isBold = false }, index) => {
    const fits = choices.find(text => textWidth(text, size, isBold) <= box.width)
    const text = fits ?? fitText(choices.at(-1) ?? '', size, box.width)
    const y = first + index * step
    return label({ id: `${writer}-${id}`, text, x: box.x, y, size, tone, isBold })
  })
}

function crownOf({ centre: { x, y }, radius }: InstancePlace): string {
  const top = y - radius * 0.5
  return `M${x - 7} ${top + 4}l-1 -8l4.5 3.5l3.5 -5.5l3.5 5.5l4.5 -3.5l-1 8z`
}

function writerShape(view: MultiMasterView, writer: WriterLaneView, place: InstancePlace) {
  const lines = linesOf(view, writer)
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
    labels: words === null ? [] : labelsOf(writer.id, words, lines),
  }
}

export function writerShapes({ multiMaster }: Frame, layout: Layout): WriterShape[] {
  if (multiMaster === null) return []
  return layout.instances.flatMap(place => {
    const writer = multiMaster.writers.find(({ id }) => id === place.id)
    return writer === undefined ? [] : [writerShape(multiMaster, writer, place)]
  })
}
