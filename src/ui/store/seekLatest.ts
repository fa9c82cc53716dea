/**
 * Seeking while a thumb is dragged: one seek is under way at a time, and of those asked for
 * meanwhile only the newest is made.
 */
import type { Micros } from '../../engine/contract/units.ts'

export type Seek = (at: Micros) => Promise<unknown>

let underWay: Promise<void> | null = null
let next: { at: Micros; seek: Seek } | null = null

/** Resolves when no seek is under way any more. */
export function seekLatest(at: Micros, seek: Seek): Promise<void> {
  next = { at, seek }
  underWay ??= drain()
  return underWay
}

async function drain(): Promise<void> {
  while (next !== null) {
    const { at, seek } = next
    next = null
    await seek(at).catch(() => undefined)
  }
  underWay = null
}
