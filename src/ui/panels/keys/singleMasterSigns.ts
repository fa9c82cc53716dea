/** What one writer sends, and what the cells of a column say. */
import { drawnSign, messageSign, type Sign } from './sign.ts'

export const redoSigns: Sign[] = [
  messageSign(3, 'redo records, out to the copies'),
  messageSign(4, 'a copy answers: it is on disk here'),
  messageSign(5, 'a copy reports how far it is (SCL)'),
  messageSign(10, 'recovery asks the copies how far they are'),
  messageSign(11, 'a copy tells, and turns older writers away'),
  messageSign(12, 'cut off what is above the safe point'),
  messageSign(13, 'a copy has cut it off'),
]

/** Hollow and broken, as on the stage. */
function straggler(words: string): Sign {
  const paths = messageSign(3, '').paths.map(({ d }) => ({
    d,
    fill: 'none',
    stroke: 'var(--bad)',
    strokeWidth: 2,
    strokeDasharray: '3 2',
  }))
  return { words, className: '', paths }
}

export const stragglerSign = straggler(
  'of a time that is over: a copy refuses it, as annulled or of a stale epoch',
)

export const readerSigns: Sign[] = [
  messageSign(27, 'redo records, on to a reader'),
  messageSign(38, 'a reader tells how old a page it may still need'),
  {
    words: 'several readers of a zone without room: press to unfold',
    className: '',
    paths: [-4, -2, 0].map(x => ({
      d: `M${x - 6} 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z`,
      fill: 'var(--raise)',
      stroke: 'var(--line)',
      strokeWidth: 2,
    })),
  },
]

/** When a copy is damaged, or the members of a group change. */
export const repairSigns: Sign[] = [
  messageSign(34, 'a copy has a damaged page and asks a peer for it'),
  messageSign(35, 'the whole page comes from a peer'),
  messageSign(28, 'the members of a group change: write it down'),
  messageSign(29, 'a member has written it down'),
  messageSign(30, 'you ask with old members: ask again'),
  messageSign(31, 'a new member asks a peer for its pages and log'),
  messageSign(32, 'a part of them comes'),
]

const cell = 'M-9 -5h18v10h-18z'
const cross = 'M-6 -3L6 3M6 -3L-6 3'

export const cellSigns: Sign[] = [
  drawnSign('a record on disk, not yet safe', [['cell-fresh', cell]]),
  drawnSign('a record that is safe', [['cell-safe', cell]]),
  drawnSign('on disk above a hole: it does not count yet', [['cell-floating', cell]]),
  drawnSign('on its way here', [['cell-coming', cell]]),
  drawnSign('a hole: missing here', [['cell-hole', cell]]),
  drawnSign('annulled by a recovery', [
    ['cell-annulled', cell],
    ['cell-crosses', cross],
  ]),
  {
    words: 'safe up to here: it touches the copies that carry it',
    className: '',
    paths: [{ d: 'M-9 5v-5h18v5', fill: 'none', stroke: 'var(--durable)', strokeWidth: 3 }],
  },
]
