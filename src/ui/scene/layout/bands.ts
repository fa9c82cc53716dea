/**
 * The horizontal bands of the stage, from the applications at the top to the small groups at the
 * bottom, and the lanes for words at either side. Heights in CSS pixels.
 */
import type { StageSize } from '../stageView.ts'
import { rackHeight } from './rack.ts'

/** Below this width the words move under the columns. */
const narrowWidth = 700

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
  rowTop: number
  rowHeight: number
  wiresTop: number
  columnsTop: number
  columnsBottom: number
  footBottom: number
  keyBottom: number
  groupsTop: number
}

export interface BandCounts {
  applications: number
  zones: number
  groupRows: number
  /** The most nodes in a zone that stand beside its columns. */
  chips: number
}

export const groupCardHeight = 54

function heightsOf(size: StageSize, isNarrow: boolean) {
  const isShort = size.height < 520
  if (isNarrow) {
    return { lights: 50, application: 44, approach: 14, header: 44, row: 60, foot: 38, key: 62 }
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
const leastColumns = 112

/** The zones share what the lanes for words leave. */
export function zoneWidth(width: number, bands: Bands, zones: number): number {
  const sides = 2 * (bands.pad + bands.lane)
  return (width - sides - bands.zoneGap * (zones - 1)) / Math.max(1, zones)
}

/** What the bands need; a lower stage is scrolled. */
export function leastHeight(width: number, counts: BandCounts): number {
  const probe = { width, height: 480 }
  const bands = bandsOf(probe, counts)
  const fixed = probe.height - (bands.columnsBottom - bands.columnsTop)
  const zone = zoneWidth(width, bands, counts.zones) - 2 * bands.zoneInner
  return fixed + Math.max(leastColumns, rackHeight(counts.chips, zone))
}

/** Stacks the bands; the columns take what is left. */
export function bandsOf(size: StageSize, counts: BandCounts): Bands {
  const isNarrow = size.width < narrowWidth
  const heights = heightsOf(size, isNarrow)
  const several = counts.applications > 1
  const applicationHeight = several ? Math.min(heights.application, 42) : heights.application
  const applicationsTop = heights.lights + 4
  const approachTop = applicationsTop + applicationHeight * Math.max(1, counts.applications)
  const zonesTop = approachTop + heights.approach
  const rowTop = zonesTop + heights.header
  const wiresTop = rowTop + heights.row
  const wires = Math.round(Math.min(120, Math.max(48, size.height * 0.15)))
  const groupsHeight = counts.groupRows === 0 ? 0 : counts.groupRows * (groupCardHeight + 6) + 4
  const keyBottom = size.height - groupsHeight - 6
  const footBottom = keyBottom - heights.key
  return {
    isNarrow,
    ...lanesOf(size.width, isNarrow),
    lightsTop: 4,
    lightsHeight: isNarrow ? heights.lights - 6 : applicationHeight,
    applicationsTop,
    applicationHeight,
    approachTop,
    zonesTop,
    headerHeight: heights.header,
    rowTop,
    rowHeight: heights.row,
    wiresTop,
    columnsTop: wiresTop + wires,
    columnsBottom: footBottom - heights.foot,
    footBottom,
    keyBottom,
    groupsTop: keyBottom + 8,
  }
}
