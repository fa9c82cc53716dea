/** Schemes as numbers: zones, copies in each, and how many a write and a read need. H1, H2. */
import type { DurabilityMeasure, DurabilityScheme } from '../contract/durability.ts'

export interface Layout {
  scheme: DurabilityScheme
  zones: number
  /** Copies in a zone. */
  each: number
  write: number
  read: number
  /** Zones that may be down at once. */
  mostDown: number
}

const six = { scheme: '4/6', each: 2, write: 4, read: 3 } as const
const three = { scheme: '2/3', each: 1, write: 2, read: 2 } as const
const four = { scheme: '3/4', each: 2, write: 3, read: 2 } as const

/** With a zone gone for long two zones are left; only then there is 3/4. */
export function layoutsOf(isZoneGone: boolean, isOneAtATime: boolean): Layout[] {
  const zones = isZoneGone ? 2 : 3
  const mostDown = isOneAtATime ? zones - 2 : zones
  const schemes = isZoneGone ? [six, three, four] : [six, three]
  return schemes.map(scheme => ({ ...scheme, zones, mostDown }))
}

/** Fewer copies than this, and it is as the measure says. */
export function neededFor({ write, read }: Layout, measure: DurabilityMeasure): number {
  return measure === 'stalled' ? write : read
}
