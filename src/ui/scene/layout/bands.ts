/**
 * The horizontal bands of the stage, from the applications at the top to the small groups at the
 * bottom, and the lanes for words at either side. Heights in CSS pixels.
 */
import type { StageSize } from '../stageView.ts'
import type { BandCounts } from './bandCounts.ts'
import { checkHeight, crowdedLine, pagesHeight, peersHeight, spared } from './mechanismBands.ts'
import { rackHeight } from './rack.ts'

/** Below this width the words move under the columns. */
const narrowWidth = 710

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
  footBottom: number
  keyBottom: number
  /** The map of pages, down to the small groups; null when no page is drawn. */
  pagesTop: number | null
  groupsTop: number
}

export const groupCardHeight = 54

function heightsOf(size: StageSize, isNarrow: boolean) {
  const isShort = size.height < 520
  if (isNarrow) {
    return { lights: 46, application: 46, approach: 12, header: 32, row: 58, foot: 36, key: 56 }
  }
  const header = isShort ? 28 : 32
  return {
    lights: 0,
    application: 58,
    approach: 22,
    header,
    row: isShort ? 74 : 96,
    foot: 40,
    key: 0,
  }
}

function lanesOf(width: number, isNarrow: boolean) {
  if (isNarrow) return { lane: 0, pad: 8, zoneGap: 6, zoneInner: 5 }
  const isRoomy = width >= 1280
  return { lane: isRoomy ? 158 : 138, pad: 12, zoneGap: isRoomy ? 16 : 10, zoneInner: 14 }
}

/** Columns lower than this are no skyline any more; a rack of chips may need more. */
const leastColumns = 98

/** The zones share what the lanes for words leave. */
export function zoneWidth(width: number, bands: Bands, zones: number): number {
  const sides = 2 * (bands.pad + bands.lane)
  return (width - sides - bands.zoneGap * (zones - 1)) / Math.max(1, zones)
}

/** What the bands need; a lower stage is scrolled. */
export function leastHeight(width: number, counts: BandCounts): number {
  const low = bandsOf({ width, height: 440 }, counts)
  const zone = zoneWidth(width, low, counts.zones) - 2 * low.zoneInner
  const rack = rackHeight(counts.chips, zone)
  const least = leastColumns + low.check - spared(counts, low.isNarrow).columns
  const high = rack <= least ? 440 : 1000
  const bands = high === 440 ? low : bandsOf({ width, height: high }, counts)
  return high - (bands.columnsBottom - bands.columnsTop) + Math.max(least, rack)
}

/** Stacks the bands; the columns take what is left. */
export function bandsOf(size: StageSize, counts: BandCounts): Bands {
  const isNarrow = size.width < narrowWidth
  const heights = heightsOf(size, isNarrow)
  const spare = spared(counts, isNarrow)
  const several = counts.applications > 1
  const applicationHeight = several ? Math.min(heights.application, 46) : heights.application
  const applicationsTop = heights.lights + 4
  const approachTop = applicationsTop + applicationHeight * Math.max(1, counts.applications)
  const zonesTop = approachTop + heights.approach
  const headerHeight = heights.header - spare.header
  const peersTop = zonesTop + headerHeight
  const rowTop = peersTop + peersHeight(counts)
  const hasWriters = (counts.writers ?? 0) > 0
  const breath = counts.isBreathing === true ? (isNarrow ? 26 : 34) : 0
  const saved = hasWriters && !isNarrow ? heights.row - 74 : 0
  const wiresTop = rowTop + heights.row + breath - saved
  const mostWires = hasWriters ? 56 : 120
  const wires = Math.round(Math.min(mostWires, Math.max(44, size.height * 0.28 - 80)))
  const pages = pagesHeight(counts, isNarrow)
  const groupsHeight = counts.groupRows === 0 ? 0 : counts.groupRows * (groupCardHeight + 6) + 4
  const keyBottom = size.height - groupsHeight - pages - 6
  const footBottom = keyBottom - heights.key - crowdedLine(counts, isNarrow)
  return {
    isNarrow,
    ...lanesOf(size.width, isNarrow),
    lightsTop: 4,
    lightsHeight: isNarrow ? heights.lights - 6 : applicationHeight,
    applicationsTop,
    applicationHeight,
    approachTop,
    zonesTop,
    headerHeight,
    peersTop,
    rowTop,
    rowHeight: heights.row + breath - saved,
    wiresTop,
    columnsTop: wiresTop + wires,
    check: checkHeight(counts, isNarrow),
    columnsBottom: footBottom - heights.foot + spare.foot,
    footBottom,
    keyBottom,
    pagesTop: pages === 0 ? null : keyBottom + 8,
    groupsTop: keyBottom + pages + 8,
  }
}
