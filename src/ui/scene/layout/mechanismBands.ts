/**
 * The heights of the bands that only some clusters have: links between instances, the answers to
 * page changes at the top of the columns, and the map of pages. In CSS pixels.
 */
import type { BandCounts } from './bandCounts.ts'

/** A link between instances and the words under it. */
export const peerStep = 18

/** Multi-Master links all writers with each other; a single writer is linked to its readers. */
export function peerLevels({ instances = 0, writers = 0 }: BandCounts): number {
  if (writers > 0) return [0, 0, 1, 2, 4][writers] ?? 4
  return Math.min(3, Math.max(0, instances - 1))
}

export function peersHeight(counts: BandCounts): number {
  const levels = peerLevels(counts)
  return levels === 0 ? 0 : levels * peerStep + 2
}

/** So many changes of one page are drawn with their answers. */
export function checkRows(writers: number): number {
  return Math.min(3, writers)
}

export function checkStep(isNarrow: boolean): number {
  return isNarrow ? 15 : 26
}

export function checkHeight({ writers = 0 }: BandCounts, isNarrow: boolean): number {
  const rows = checkRows(writers)
  return rows === 0 ? 0 : rows * checkStep(isNarrow) + 6
}

export const pageTitleHeight = 18
export const pageLine = 14

/** Name, rows and versions of a page: one line for each cache. */
export function pageCardHeight(writers: number): number {
  return 58 + writers * pageLine
}

/** Rows of cards. */
export function pageRows(isNarrow: boolean): number {
  return isNarrow ? 2 : 1
}

export function pagesHeight({ writers = 0 }: BandCounts, isNarrow: boolean): number {
  if (writers === 0) return 0
  return pageTitleHeight + pageRows(isNarrow) * (pageCardHeight(writers) + 6) + 6
}
