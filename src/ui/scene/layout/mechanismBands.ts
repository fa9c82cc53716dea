/**
 * The heights of the bands that only some clusters have: links between instances, the answers to
 * page changes at the top of the columns, and the map of pages. In CSS pixels.
 */
import { isForWall, stepOf, wallLine } from '../letters.ts'
import type { BandCounts } from './bandCounts.ts'

/** What several writers spare of other bands on a wide stage, so that their pages are seen. */
export function spared({ writers = 0, isCramped, isFlat }: BandCounts, isNarrow: boolean) {
  if (writers === 0 || isNarrow) return { header: 0, wires: 0, columns: 0, foot: 0 }
  if (isForWall()) return { header: 0, wires: 6, columns: 18, foot: 0 }
  if (isFlat) return { header: 10, wires: 10, columns: 42, foot: 16 }
  if (isCramped) return { header: 10, wires: 6, columns: 42, foot: 4 }
  const more = { wires: writers === 3 ? 8 : 0, columns: writers > 2 ? 20 : 8 }
  return { header: 4, foot: 4, ...more }
}

/** Several writers stand in a lower row. */
export function mostRow({ writers = 0, isCramped }: BandCounts, isNarrow: boolean): number {
  if (writers === 0 || isNarrow || isForWall()) return Number.POSITIVE_INFINITY
  if (isCramped) return 64
  return writers === 3 ? 70 : 74
}

/** On a narrow stage a line for the writers that have no room for words beside them. */
export function crowdedLine({ writers = 0 }: BandCounts, isNarrow: boolean): number {
  return isNarrow && writers > 3 ? 16 : 0
}

/** On a wall four writers have no room for words under each of their six links. */
export function hasLagWords(writers: number): boolean {
  return writers > 0 && (writers < 4 || !isForWall())
}

/** A link between instances and the words under it. */
function peerStep({ isCramped, writers = 0 }: BandCounts): number {
  if (hasLagWords(writers) && isForWall()) return wallLine() + 2
  return isCramped ? 17 : 18
}

/** Multi-Master links all writers with each other; a single writer is linked to its readers. */
export function peerLevels({ instances = 0, writers = 0 }: BandCounts): number {
  if (writers > 0) return [0, 0, 1, 2, 4][writers] ?? 4
  return Math.min(3, Math.max(0, instances - 1))
}

export function peersHeight(counts: BandCounts): number {
  const levels = peerLevels(counts)
  return levels === 0 ? 0 : levels * peerStep(counts) + 2
}

/** So many changes of one page are drawn with their answers. */
export function checkRows(writers: number): number {
  return Math.min(isForWall() ? 2 : 3, writers)
}

/** Three answers one over the other leave out the reason. */
export function checkStep(isNarrow: boolean, rows: number): number {
  if (isNarrow) return 15
  if (isForWall()) return wallLine() + 4
  return rows > 2 ? 19 : 26
}

export function checkHeight({ writers = 0 }: BandCounts, isNarrow: boolean): number {
  const rows = checkRows(writers)
  return rows === 0 ? 0 : rows * checkStep(isNarrow, rows) + 6
}

export function pageTitleHeight(): number {
  return Math.max(18, wallLine() + 2)
}

export function pageLine(): number {
  return stepOf(14)
}

/** From the upper edge of a card to its rows, to its copies and to what writers remember. */
export function pageInside() {
  if (!isForWall()) return { name: 14, rows: 31, copies: 41, caches: 50 }
  const line = wallLine()
  return { name: line - 6, rows: line + 2, copies: line + 2, caches: line + 12 }
}

/** Caches stand one over the other, more than two in two columns. */
export function cacheColumns(writers: number): number {
  return writers > 2 ? 2 : 1
}

/** Name, rows and versions of a page. */
export function pageCardHeight(writers: number): number {
  return pageInside().caches + 4 + Math.ceil(writers / cacheColumns(writers)) * pageLine()
}

/** Rows of cards. */
export function pageRows(isNarrow: boolean): number {
  return isNarrow ? 2 : 1
}

export function pagesHeight({ writers = 0 }: BandCounts, isNarrow: boolean): number {
  if (writers === 0) return 0
  return pageTitleHeight() + pageRows(isNarrow) * (pageCardHeight(writers) + 6) + (isNarrow ? 6 : 2)
}
