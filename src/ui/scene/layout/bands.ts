/**
 * The horizontal bands of the stage, from the applications at the top to the small groups at the
 * bottom, and the lanes for words at either side. Heights in CSS pixels.
 */
import type { StageSize } from '../stageView.ts'

/** Below this width the words move under the columns. */
const narrowWidth = 700

export interface Bands {
  isNarrow: boolean
  lane: number
  pad: number
  zoneGap: number
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

interface BandCounts {
  applications: number
  groupRows: number
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
  if (isNarrow) return { lane: 0, pad: 8, zoneGap: 6 }
  return { lane: width >= 1280 ? 158 : 138, pad: 12, zoneGap: width >= 1280 ? 16 : 10 }
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
