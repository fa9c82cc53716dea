/**
 * Which locks keep each other away. Modes of the two editions stand in one table: names that both
 * rows and tables of PostgreSQL have (`Share`) agree in what they mean to each other. Rules I1–I3.
 */
import type { Lock, LockMode, LockPart } from './lockTypes.ts'

type Asked = Pick<Lock, 'transaction' | 'mode' | 'part'>

/** Each pair once, weaker first where that has a meaning; conflicts are symmetric. */
const conflictsOf: Record<LockMode, readonly LockMode[]> = {
  IS: ['X'],
  IX: ['S', 'X'],
  S: ['IX', 'X'],
  X: ['IS', 'IX', 'S', 'X'],
  MS: ['MX'],
  MX: ['MS', 'MX'],
  AccessShare: ['AccessExclusive'],
  RowShare: ['Exclusive', 'AccessExclusive'],
  RowExclusive: ['Share', 'ShareRowExclusive', 'Exclusive', 'AccessExclusive'],
  ShareUpdateExclusive: [
    'ShareUpdateExclusive',
    'Share',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
  ],
  Share: [
    'RowExclusive',
    'ShareUpdateExclusive',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
    'NoKeyUpdate',
    'Update',
  ],
  ShareRowExclusive: [
    'RowExclusive',
    'ShareUpdateExclusive',
    'Share',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
  ],
  Exclusive: [
    'RowShare',
    'RowExclusive',
    'ShareUpdateExclusive',
    'Share',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
  ],
  AccessExclusive: [
    'AccessShare',
    'RowShare',
    'RowExclusive',
    'ShareUpdateExclusive',
    'Share',
    'ShareRowExclusive',
    'Exclusive',
    'AccessExclusive',
  ],
  KeyShare: ['Update'],
  NoKeyUpdate: ['Share', 'NoKeyUpdate', 'Update'],
  Update: ['KeyShare', 'Share', 'NoKeyUpdate', 'Update'],
}

/** What a mode includes beside itself, so that asking for it again changes nothing. */
const includedIn: Partial<Record<LockMode, readonly LockMode[]>> = {
  IX: ['IS'],
  S: ['IS'],
  X: ['IS', 'IX', 'S'],
  MX: ['MS'],
  Share: ['KeyShare'],
  NoKeyUpdate: ['KeyShare', 'Share'],
  Update: ['KeyShare', 'Share', 'NoKeyUpdate'],
}

const mysqlModes: ReadonlySet<LockMode> = new Set(['IS', 'IX', 'S', 'X', 'MS', 'MX'])
const rowModes: ReadonlySet<LockMode> = new Set(['KeyShare', 'Share', 'NoKeyUpdate', 'Update'])

/** True when `asked` must wait for `other`, if that stands before it or is granted. */
export function mustWaitFor(other: Asked, asked: Asked): boolean {
  if (other.transaction === asked.transaction) return false
  return conflictsOf[asked.mode].includes(other.mode) && arePartsInTheWay(other.part, asked.part)
}

/** InnoDB: gaps are shared by all but an insert intention, for which nobody ever waits. */
function arePartsInTheWay(other: LockPart, asked: LockPart): boolean {
  if (asked === 'whole') return true
  if (asked === 'gap' || other === 'insertIntention') return false
  if (asked === 'insertIntention') return other === 'gap' || other === 'nextKey'
  return other !== 'gap'
}

/** True when the transaction that holds `held` has what `asked` wants. */
export function covers(held: Asked, asked: Asked): boolean {
  if (held.transaction !== asked.transaction) return false
  const isStrong = held.mode === asked.mode || includedIn[held.mode]?.includes(asked.mode) === true
  return isStrong && (held.part === asked.part || coversPart(held.part, asked.part))
}

function coversPart(held: LockPart, asked: LockPart): boolean {
  return held === 'nextKey' && (asked === 'record' || asked === 'gap')
}

/**
 * Rows of PostgreSQL: who can share a row with those that hold it goes past those that wait
 * (README.tuplock). All others queue behind requests that they conflict with.
 */
export function passesWaiting({ mode, table, key }: Pick<Lock, 'mode' | 'table' | 'key'>): boolean {
  return table !== '' && key !== '' && rowModes.has(mode)
}

/**
 * PostgreSQL: who holds something here and wants more goes before those that wait, who wait for it
 * anyway. InnoDB lets it queue behind them, which is a deadlock (MySQL manual, deadlock example).
 */
export function mayGoFirst(mode: LockMode): boolean {
  return !mysqlModes.has(mode)
}
