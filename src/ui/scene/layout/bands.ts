/**
 * The horizontal bands of the stage, from the applications at the top to the small groups at the
 * bottom, and the lanes for words at either side. Heights in CSS pixels.
 */
import { isForWall, leastLetter, wallLine } from '../letters.ts'
import type { StageSize } from '../stageView.ts'
import type { BandCounts } from './bandCounts.ts'
import {
  checkHeight,
  crowdedLine,
  mostRow,
  pagesHeight,
  peersHeight,
  spared,
} from './mechanismBands.ts'
import { otherNodesHeight, rackHeight } from './rack.ts'

/** Below this width the words move under the columns. */
export const narrowWidth = 710

export interface Bands {
  isNarrow: boolean
  lane: number
  pad: number
  zoneGap: number
  zoneInner: number
  lightsTop: number
  lightsHeight: number
  applicationsTop: number
  applicationHeight: number
  approachTop: number
  zonesTop: number
  headerHeight: number
  /** Where the links between instances are, from the headers of the zones to `rowTop`. */
  peersTop: number
  rowTop: number
  rowHeight: number
  wiresTop: number
  columnsTop: number
  /** What the answers to page changes take of the columns, at their top. */
  check: number
  columnsBottom: number
  /** On a narrow stage the other nodes stand below the words of the columns. */
  othersTop: number
  footBottom: number
  keyBottom: number
  /** The map of pages, down to the small groups; null when no page is drawn. */
  pagesTop: number | null
  groupsTop: number
  /** How high a small group is. */
  groupHeight: number
}

/** A finger needs 44 pixels of it. */
function groupCardHeight({ isFlat }: BandCounts, isNarrow: boolean): number {
  if (isNarrow) return 48
  if (isForWall()) return wallLine() + 6
  return isFlat ? 24 : 54
}

/** Other nodes and groups to show leave a narrow stage little room; several writers need theirs. */
function isTight({ chips, groupRows, writers = 0 }: BandCounts, isNarrow: boolean): boolean {
  return isNarrow && writers === 0 && chips + groupRows > 0
}

/** The pips of the large group stand in a row of their own, below the lights. */
const pipsHeight = 20

function narrowHeights(counts: BandCounts) {
  const heights = { lights: 62, application: 46, approach: 12, header: 32, foot: 36 }
  return isTight(counts, true) ? { ...heights, row: 52, key: 30 } : { ...heights, row: 58, key: 34 }
}

/** Each band has the lines of words that a wall is to see. */
function wallHeights({ applications, writers = 0 }: BandCounts) {
  const line = wallLine()
  const several = writers > 0
  return {
    lights: 0,
    application: applications > 1 ? line + (applications > 2 ? 4 : 8) : Math.max(58, 2 * line + 8),
    approach: 18,
    header: line + 4,
    row: Math.max(several ? 74 : 96, (writers > 2 ? 2 : 3) * line + 8),
    foot: several ? line + 4 : Math.max(40, 2 * line + 4),
    key: 0,
  }
}

function heightsOf(counts: BandCounts, isNarrow: boolean) {
  if (isNarrow) return narrowHeights(counts)
  if (isForWall()) return wallHeights(counts)
  const isLow = counts.isLow === true || counts.isCramped === true
  const header = isLow ? 28 : 32
  const several = counts.applications > 1
  const line = counts.isFlat ? 24 : 28
  const low = counts.isCramped && counts.applications > 2 ? line : several ? 36 : 50
  return {
    lights: 0,
    application: isLow ? low : several ? 46 : 58,
    approach: counts.isFlat ? 8 : isLow ? 16 : 22,
    header,
    row: isLow ? 74 : 96,
    foot: 40,
    key: 0,
  }
}

function lanesOf(width: number, isNarrow: boolean) {
  if (isNarrow) return { lane: 0, pad: 8, zoneGap: 6, zoneInner: 5 }
  const isRoomy = width >= 1280
  const lane = Math.max(isRoomy ? 158 : 138, Math.round(10 * leastLetter()))
  return { lane, pad: 12, zoneGap: isRoomy ? 16 : 10, zoneInner: 14 }
}

/** What an instance that breathes needs beyond a calm one, more on a stage that has it. */
function breathOf({ height }: StageSize, isNarrow: boolean): number {
  if (isNarrow) return 26
  return height >= 520 ? 60 : 34
}

/** Columns lower than this are no skyline any more; a rack of chips may need more. */
function leastColumns(counts: BandCounts, isNarrow: boolean): number {
  return isTight(counts, isNarrow) ? 80 : 98
}

/** The zones share what the lanes for words leave. */
export function zoneWidth(width: number, bands: Bands, zones: number): number {
  const sides = 2 * (bands.pad + bands.lane)
  return (width - sides - bands.zoneGap * (zones - 1)) / Math.max(1, zones)
}

/** What the bands need; a lower stage is scrolled. */
export function leastHeight(width: number, counts: BandCounts): number {
  const low = bandsOf({ width, height: 440 }, counts)
  const zone = zoneWidth(width, low, counts.zones) - 2 * low.zoneInner
  const rack = low.isNarrow ? 0 : rackHeight(counts.chips, zone)
  const least =
    leastColumns(counts, low.isNarrow) + low.check - spared(counts, low.isNarrow).columns
  const high = rack <= least ? 440 : 1000
  const bands = high === 440 ? low : bandsOf({ width, height: high }, counts)
  return high - (bands.columnsBottom - bands.columnsTop) + Math.max(least, rack)
}

/** Stacks the bands; the columns take what is left. */
export function bandsOf(size: StageSize, counts: BandCounts): Bands {
  const isNarrow = size.width < narrowWidth
  const heights = heightsOf(counts, isNarrow)
  const spare = spared(counts, isNarrow)
  const applicationHeight = heights.application
  const applicationsTop = heights.lights + 4
  const approachTop = applicationsTop + applicationHeight * Math.max(1, counts.applications)
  const sideHeight = isForWall() ? approachTop - 4 : applicationHeight
  const zonesTop = approachTop + heights.approach
  const headerHeight = heights.header - spare.header
  const peersTop = zonesTop + headerHeight
  const rowTop = peersTop + peersHeight(counts)
  const hasWriters = (counts.writers ?? 0) > 0
  const breath = counts.isBreathing === true ? breathOf(size, isNarrow) : 0
  const rowHeight = Math.min(heights.row, mostRow(counts, isNarrow)) + breath
  const wiresTop = rowTop + rowHeight
  const mostWires = isTight(counts, isNarrow) ? 44 : hasWriters ? 56 : 120
  const wires = Math.round(Math.min(mostWires, Math.max(44, size.height * 0.28 - 80))) - spare.wires
  const pages = pagesHeight(counts, isNarrow)
  const groupHeight = groupCardHeight(counts, isNarrow)
  const card = groupHeight + 6
  const groupsHeight = counts.groupRows === 0 ? 0 : counts.groupRows * card + 2
  const keyBottom = size.height - groupsHeight - pages - 6
  const footBottom = keyBottom - heights.key - crowdedLine(counts, isNarrow)
  const othersTop = footBottom - (isNarrow ? otherNodesHeight(counts.chips) : 0)
  return {
    isNarrow,
    ...lanesOf(size.width, isNarrow),
    lightsTop: 4,
    lightsHeight: isNarrow ? heights.lights - pipsHeight - 4 : sideHeight,
    applicationsTop,
    applicationHeight,
    approachTop,
    zonesTop,
    headerHeight,
    peersTop,
    rowTop,
    rowHeight,
    wiresTop,
    columnsTop: wiresTop + wires,
    check: checkHeight(counts, isNarrow),
    columnsBottom: othersTop - heights.foot + spare.foot,
    othersTop,
    footBottom,
    keyBottom,
    pagesTop: pages === 0 ? null : keyBottom + 8,
    groupsTop: keyBottom + pages + 8,
    groupHeight,
  }
}
