/** Which anomalies a level excludes (rules G10 and G12), strongest level first. */
import type { LevelName } from '../contract/history.ts'
import type { Walk } from './walks.ts'

export interface Level {
  walk: Walk
  /** The order beyond the values that has to hold as well. */
  order: 'none' | 'process' | 'realtime'
  /** Levels that hold when this one does. */
  implies: LevelName[]
}

export const levels: Record<LevelName, Level> = {
  'strict-serializable': {
    walk: 'any',
    order: 'realtime',
    implies: ['strong-session-serializable'],
  },
  'strong-session-serializable': {
    walk: 'any',
    order: 'process',
    implies: ['serializable', 'strong-session-snapshot-isolation'],
  },
  serializable: {
    walk: 'any',
    order: 'none',
    implies: ['repeatable-read', 'snapshot-isolation'],
  },
  'repeatable-read': { walk: 'any', order: 'none', implies: ['read-committed'] },
  'strong-session-snapshot-isolation': {
    walk: 'apart',
    order: 'process',
    implies: ['snapshot-isolation'],
  },
  'snapshot-isolation': { walk: 'apart', order: 'none', implies: ['read-committed'] },
  'read-committed': { walk: 'reads', order: 'none', implies: ['read-uncommitted'] },
  'read-uncommitted': { walk: 'writes', order: 'none', implies: [] },
}

export const levelNames = Object.keys(levels) as LevelName[]

/** Weakest first, as the answer lists them. */
const listed: LevelName[] = [
  'read-uncommitted',
  'read-committed',
  'repeatable-read',
  'snapshot-isolation',
  'strong-session-snapshot-isolation',
  'serializable',
  'strong-session-serializable',
  'strict-serializable',
]

export function inListedOrder<T>(given: Map<LevelName, T>): Record<LevelName, T> {
  return Object.fromEntries(listed.map(name => [name, given.get(name)!])) as Record<LevelName, T>
}

const breadth: Walk[] = ['writes', 'reads', 'once', 'apart', 'any']

const rank = { none: 0, process: 1, realtime: 2 }

/** Levels broken by a cycle of a class that needs an order beyond the values, or none. */
export function excludedBy(walk: Walk, order: Level['order']): LevelName[] {
  return levelNames.filter(name => {
    const level = levels[name]
    return breadth.indexOf(walk) <= breadth.indexOf(level.walk) && rank[order] <= rank[level.order]
  })
}
