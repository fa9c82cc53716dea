/**
 * Seeking while a thumb is dragged: one seek is under way at a time, and of those asked for
 * meanwhile only the newest is made.
 */
import type { Micros } from '../../engine/contract/units.ts'

export type Seek = (at: Micros) => Promise<unknown>

let isUnderWay = false
let next: { at: Micros; seek: Seek } | null = null

export function seekLatest(at: Micros, seek: Seek): void {
  next = { at, seek }
  if (!isUnderWay) void drain()
}

async function drain(): Promise<void> {
  isUnderWay = true
  while (next !== null) {
    const { at, seek } = next
    next = null
    await seek(at).catch(() => undefined)
  }
  isUnderWay = false
}
