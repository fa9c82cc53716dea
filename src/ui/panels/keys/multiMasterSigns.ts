/** What several writers send, how the copies answer, and what lanes and pages say. */
import { lookNumber } from '../../canvas/messageLook.ts'
import { drawnSign, messageSign, type Sign } from './sign.ts'

export const changeSigns: Sign[] = [
  messageSign(14, 'a page change, to all six copies; the colour and number are its writer’s'),
  messageSign(lookNumber(15, 1), 'a copy answers yes: kept'),
  messageSign(lookNumber(15, 0), 'a copy answers no: refused'),
  messageSign(lookNumber(16, 1), 'the writer says: it stands'),
  messageSign(lookNumber(16, 0), 'the writer says: withdraw it'),
  messageSign(18, 'a writer has what another changed in memory'),
  messageSign(19, 'REGIONAL_RAW: how far are you?'),
  messageSign(20, 'a writer tells how far it is'),
  messageSign(21, 'a restarted writer asks the copies for its own log'),
  messageSign(22, 'a copy tells what it holds of it'),
  messageSign(23, 'cut off what came too late'),
  messageSign(24, 'a table’s definition: to the writer with the crown'),
  messageSign(25, 'only read this table now'),
  messageSign(26, 'a writer has the new definition'),
]

const card = 'M-9 -6h18v12h-18z'
const octagon = 'M-5 -6h10l4 4v4l-4 4h-10l-4 -4v-4z'
const hue = 'M-7 -4h2.5v8h-2.5z'

export const answerSigns: Sign[] = [
  drawnSign(
    'asked, no answer here yet',
    [
      ['stamp-edge', card],
      ['stamp-hue', hue],
    ],
    'mm-stamp is-open',
  ),
  drawnSign(
    'kept by this copy',
    [
      ['stamp-edge', card],
      ['stamp-hue', hue],
    ],
    'mm-stamp is-kept',
  ),
  drawnSign(
    'refused by this copy, with the reason',
    [
      ['stamp-edge', octagon],
      ['stamp-hue', hue],
    ],
    'mm-stamp is-refused',
  ),
  drawnSign(
    'kept here, then withdrawn: refused elsewhere',
    [
      ['stamp-edge', card],
      ['stamp-hue', hue],
    ],
    'mm-stamp is-withdrawn',
  ),
  drawnSign(
    'the others had decided before it answered',
    [
      ['stamp-edge', card],
      ['stamp-hue', hue],
    ],
    'mm-stamp is-late',
  ),
]

const cell = 'M-9 -5h18v10h-18z'
const cross = 'M-6 -3L6 3M6 -3L-6 3'
const mark = 'M2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z'

export const laneSigns: Sign[] = [
  drawnSign('a change that is asked about, not decided', [['lane-tentative', cell]]),
  drawnSign('a change that stands; its transaction is open', [['lane-accepted', cell]]),
  drawnSign('its transaction is committed', [
    ['lane-committed', cell],
    ['lane-marks', mark],
  ]),
  drawnSign('refused', [
    ['lane-refused', cell],
    ['lane-crosses', cross],
  ]),
  drawnSign('annulled by the writer’s recovery', [
    ['lane-annulled', cell],
    ['lane-strikes', 'M-9 0h18'],
  ]),
  drawnSign('a hole: missing in this copy', [['lane-hole', cell]]),
  drawnSign('enough copies hold this lane up to here; dashed: asked, not decided', [
    ['lane-bracket', 'M-9 5v-5h18v5'],
  ]),
  drawnSign('changes the definitions of tables (DDL) for all', [
    ['mm-crown', 'M-7 4l-1 -8l4.5 3.5l3.5 -5.5l3.5 5.5l4.5 -3.5l-1 8z'],
  ]),
  drawnSign('how far a writer is behind another; full at 100 ms', [
    ['gauge-track', 'M-9 -3h18v6h-18z'],
    ['gauge-fill', 'M-9 -3h8v6h-8z'],
  ]),
]

const squares = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => `M${-9 + (from + k) * 6.5} -3h5v6h-5z`).join('')

export const cardSigns: Sign[] = [
  drawnSign('a page in a contest', [['page-edge', card]], 'mm-page is-contested'),
  drawnSign(
    'its table’s definition is changed: only read',
    [['page-edge', card]],
    'mm-page is-fenced',
  ),
  drawnSign('a row that an open transaction has changed', [
    ['page-rows', squares(0, 3)],
    ['page-owned', squares(1, 2)],
  ]),
  drawnSign('a row that a change in flight wants', [
    ['page-rows', squares(0, 3)],
    ['page-wanted', squares(1, 2)],
  ]),
  drawnSign('copies with the newest version, and one behind', [
    ['page-newest', squares(0, 2)],
    ['page-older', squares(2, 3)],
  ]),
  drawnSign('copies with a change in flight', [
    ['page-newest', squares(0, 3)],
    ['page-in-flight', 'M-10.5 -5h13v10h-13z'],
  ]),
  drawnSign('in a writer’s memory, and not there', [
    ['cache-dot', 'M-8 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z'],
  ]),
  drawnSign('old in that memory; darker is older', [['cache-age legend-age', card]]),
]
