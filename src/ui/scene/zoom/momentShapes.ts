/**
 * The moments that decide, as lines across a ladder with their words above: each in the lowest row
 * of words where it has room.
 */
import type { Moment, TransactionInside } from '../../../engine/contract/inside.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { momentWords } from '../../../words/insideWords.ts'
import { type Label, label, labelBox, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import { groundOf, type Look, pathShape, type Shape, type Thing } from './picture.ts'
import type { TimeScale } from './timeScale.ts'

interface Moments {
  /** Behind the words, over the lines. */
  shapes: Shape[]
  labels: Label[]
  things: Thing[]
  lines(end: number): Shape[]
  end: number
}

const mostRows = 7
const gap = 10

function lookOf({ what }: Moment): Look {
  if (what === 'durable' || what === 'safe') return 'safe'
  return what === 'refused' || what === 'rolledBack' || what === 'lost' ? 'no' : 'moment'
}

const tones = { safe: 'durable', no: 'bad', moment: 'text' } as const

interface Placed {
  moment: Moment
  x: number
  row: number
  text: string
  anchor: 'start' | 'end'
  isSaid: boolean
}

/** From the left; words at the right edge stand before their line. */
function placed(its: TransactionInside, scale: TimeScale): Placed[] {
  const ends: number[] = []
  return its.moments.map(moment => {
    const text = `${momentWords(moment)}, ${formatTime(moment.at - scale.zero)}`
    const x = scale.x(moment.at)
    const width = textWidth(text, 11) + 4
    const anchor = x + width > scale.right + 8 ? 'end' : 'start'
    const start = anchor === 'end' ? x - width : x
    const free = ends.findIndex(end => end + gap <= start)
    const row = free < 0 ? ends.length : free
    const isSaid = row < mostRows && start >= 4
    if (isSaid) ends[row] = start + width
    return { moment, x, row, text, anchor, isSaid }
  })
}

export function momentShapes(its: TransactionInside, scale: TimeScale, top: number): Moments {
  const places = placed(its, scale)
  const said = places.filter(({ isSaid }) => isSaid)
  const rows = Math.max(0, ...said.map(({ row }) => row + 1))
  const step = stepOf(16)
  const labels = said.map(place => momentLabel(place, top, step))
  return {
    shapes: labels.map(groundOf),
    labels,
    things: places.map((place, index) => momentThing(place, labels, { index, top, step })),
    lines: end =>
      places.map(({ moment, x, row }, index) => {
        const y = top + Math.min(row, mostRows) * step
        return pathShape(`moment ${index}`, lookOf(moment), `M${x} ${y}V${end}`)
      }),
    end: top + rows * step + 4,
  }
}

function momentLabel({ moment, x, row, text, anchor }: Placed, top: number, step: number): Label {
  const look = lookOf(moment)
  const tone = tones[look as keyof typeof tones]
  const y = top + row * step + step / 2 + dropOf(4)
  const id = `moment ${moment.what} ${moment.group} ${moment.value}`
  return label({ id, text, x: x + (anchor === 'end' ? -4 : 4), y, size: 11, anchor, tone })
}

function momentThing(
  { moment, x, text }: Placed,
  labels: Label[],
  { index, top, step }: { index: number; top: number; step: number },
): Thing {
  const own = labels.find(its => its.text === text)
  const box = own === undefined ? { x: x - 2, y: top, width: 4, height: step } : labelBox(own)
  return {
    id: `moment ${index}`,
    name: momentWords(moment),
    state: text.split(', ').at(-1) ?? '',
    box,
    opens: null,
    chooses: moment.fact > 0 ? `fact:${moment.fact}` : null,
  }
}
