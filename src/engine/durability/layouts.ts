/** Schemes as numbers: zones, copies in each, and how many a write and a read need. H1, H2. */
import type { DurabilityMeasure, DurabilityScheme } from '../contract/durability.ts'

export interface Layout {
  scheme: DurabilityScheme
  zones: number
  /** Copies in a zone. */
  each: number
  write: number
  read: number
}

const six = { scheme: '4/6', each: 2, write: 4, read: 3 } as const
const three = { scheme: '2/3', each: 1, write: 2, read: 2 } as const
const four = { scheme: '3/4', each: 2, write: 3, read: 2 } as const

/** With a zone gone for long two zones are left; only then there is 3/4. */
export function layoutsOf(isZoneGone: boolean): Layout[] {
  if (!isZoneGone) return [six, three].map(layout => ({ ...layout, zones: 3 }))
  return [six, three, four].map(layout => ({ ...layout, zones: 2 }))
}

/** Fewer copies than this, and it is as the measure says. */
export function neededFor({ write, read }: Layout, measure: DurabilityMeasure): number {
  return measure === 'stalled' ? write : read
}
