/** What several writers send, how the copies answer, and what lanes and pages say. */
import { lookNumber } from '../../canvas/messageLook.ts'
import type { RollbackCause } from '../../../engine/contract/refusals.ts'
import { causePaths } from '../../theme/causePaths.ts'
import { drawnSign, messageSign, type Sign } from './sign.ts'

export const changeSigns: Sign[] = [
  messageSign(14, 'a page change, to all six copies; colour, shape and number are its writer’s'),
  messageSign(lookNumber(14, -1), 'undoing: a page change that takes one back; it may collide too'),
  messageSign(lookNumber(14, -2), 'purging: a page change that removes old versions of rows'),
  messageSign(lookNumber(15, 1), 'a copy answers yes: kept'),
  messageSign(lookNumber(15, 0), 'a copy answers no: refused'),
  messageSign(lookNumber(16, 1), 'the writer says: it stands'),
  messageSign(lookNumber(16, 0), 'the writer says: withdraw it'),
  messageSign(18, 'a writer has what another changed in memory'),
  messageSign(19, 'REGIONAL_RAW: how far are you?'),
  messageSign(20, 'a writer tells how far it is'),
  messageSign(
    21,
    'a restarted writer asks the copies for its own log; copies ask each other about a dead one’s',
  ),
  messageSign(22, 'a copy tells what it holds of it'),
  messageSign(43, 'a writer reads from storage how a dead one’s transactions ended'),
  messageSign(44, 'a copy tells how they ended'),
  messageSign(49, 'nobody has won: the arbiter is asked, by choice'),
  messageSign(50, 'the arbiter names the winner'),
  messageSign(23, 'cut off what came too late'),
  messageSign(24, 'a table’s definition: to the writer with the crown'),
  messageSign(25, 'only read this table now'),
  messageSign(26, 'a writer has the new definition'),
]

/** How applications with health checks look after themselves. */
export const checkSigns: Sign[] = [
  messageSign(45, 'an application asks an instance by SQL whether it is there'),
  messageSign(46, 'it is'),
]

/** Causes of a rollback; the client hears only the number. */
export const causeSigns: Sign[] = [
  causeSign('inFlight', '1213: another change of the page was in flight'),
  causeSign('staleBase', '1213: built on a version of the page that is no longer the newest'),
  causeSign('noWinner', '1213: no change of the page got four answers'),
  causeSign('rowOwned', '1213: another writer’s open transaction owns the row'),
  causeSign('deadlock', '1213: a real deadlock, inside one writer'),
  causeSign('lockTimeout', '1205: waited too long for a lock, inside one writer'),
]

function causeSign(cause: RollbackCause, words: string): Sign {
  return drawnSign(words, [['mm-cause', causePaths[cause]]])
}

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
  drawnSign('how much of what its memory may hold is there; a cold one reads storage first', [
    ['gauge-track', 'M-9 -2h18v4h-18z'],
    ['memory-fill', 'M-9 -2h6v4h-6z'],
  ]),
  drawnSign('a read under REGIONAL_RAW waits until all of this is applied here', [
    ['gauge-track', 'M-9 -3h18v6h-18z'],
    ['wait-fill', 'M-9 -3h11v6h-11z'],
  ]),
  drawnSign('the protection group that this change still waits for', [['mm-slowest', card]]),
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
    [
      ['page-edge', card],
      ['page-veil', card],
    ],
    'mm-page is-fenced',
  ),
  drawnSign('a row that a change in flight wants: hatched, not decided', [
    ['page-rows', squares(0, 3)],
    ['page-wanted', squares(1, 2)],
  ]),
  drawnSign('a row whose change stands; its transaction is open and owns it', [
    ['page-rows', squares(0, 3)],
    ['page-owned', squares(1, 2)],
  ]),
  drawnSign('a row that was committed a moment ago', [
    ['page-rows', squares(0, 3)],
    ['page-committed', squares(1, 2)],
    ['page-mark', 'M-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0z'],
  ]),
  drawnSign('a page of an index; dashed: of undo or the system', [
    ['page-edge', card],
    ['page-stripe', 'M-6.5 -4v8'],
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
