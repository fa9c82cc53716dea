/**
 * Lays the stage out: applications → endpoint → instances, each in its zone → one shared volume
 * that spans all three zones. Lanes for words are reserved, so that no path crosses one.
 */
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import { chooseGroup } from '../chooseGroup.ts'
import type { Box } from '../geometry.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { isForWall, wallLine } from '../letters.ts'
import type { BandCounts } from './bandCounts.ts'
import { type Bands, bandsOf, leastHeight, narrowWidth } from './bands.ts'
import { clientPlaces, endpointPlace, instancePlaces, lightPlaces } from './clientPlaces.ts'
import { groupPlaces, groupRows } from './groupPlaces.ts'
import type { CellGrid, Layout } from './layout.ts'
import { peerLevels } from './mechanismBands.ts'
import { storagePlaces } from './storagePlaces.ts'
import { zonePlaces } from './zonePlaces.ts'

const cells = { least: 6, fewest: 3, most: 12, highest: 26 }

function gridOf(bands: Bands, { isCramped, writers = 0 }: BandCounts): CellGrid {
  const height = bands.columnsBottom - bands.columnsTop - bands.check
  const hasNames = isForWall() && writers > 0
  const baseHeight = hasNames ? wallLine() - 2 : height > 170 ? 22 : 14
  const fitting = Math.floor((height - baseHeight) / (bands.isNarrow ? 16 : 20))
  const least = (isCramped && writers > 0) || hasNames ? cells.fewest : cells.least
  const rows = Math.max(least, Math.min(cells.most, fitting))
  const cellHeight = Math.min(cells.highest, (height - baseHeight) / rows)
  return { rows, cellHeight, baseHeight, bottom: bands.columnsBottom }
}

function across(size: StageSize, top: number, bottom: number): Box {
  return { x: 0, y: top, width: size.width, height: bottom - top }
}

function sideLanes(size: StageSize, bands: Bands): Pick<Layout, 'left' | 'right'> {
  if (bands.isNarrow) return { left: null, right: null }
  const { columnsTop: y, columnsBottom, pad, lane: width } = bands
  const lane = { y, width, height: columnsBottom - y }
  return { left: { ...lane, x: pad }, right: { ...lane, x: size.width - pad - width } }
}

function volumeBox(size: StageSize, bands: Bands): Box {
  const margin = bands.isNarrow ? 2 : 6
  const top = bands.columnsTop - (bands.isNarrow ? 10 : 18)
  const end = (bands.isNarrow ? bands.keyBottom : bands.footBottom) + 4
  return { x: margin, y: top, width: size.width - 2 * margin, height: end - top }
}

function shownNodes(frame: Frame, view: StageView): Frame['nodes'] {
  return frame.nodes.filter(node => view.isUnfolded || !node.isSpare)
}

function lanes(size: StageSize, bands: Bands) {
  return {
    volume: volumeBox(size, bands),
    wires: across(size, bands.wiresTop, bands.columnsTop),
    approach: across(size, bands.approachTop, bands.zonesTop),
    foot: across(size, bands.columnsBottom, bands.othersTop),
    key: bands.isNarrow ? across(size, bands.footBottom, bands.keyBottom) : null,
    ...sideLanes(size, bands),
  }
}

/** A stage lower than this is low. */
const lowHeight = 520

function countsOf(frame: Frame, view: StageView, group: GroupView, asked: StageSize): BandCounts {
  const hosts = new Set(group.segments.map(({ node }) => node))
  const others = shownNodes(frame, view).filter(({ id }) => !hosts.has(id))
  const inZones = frame.zones.map(({ id }) => others.filter(({ zone }) => zone === id).length)
  return {
    isLow: asked.height < lowHeight,
    applications: frame.applications.length + (frame.sql === null ? 0 : 1),
    zones: frame.zones.length,
    groupRows: groupRows(frame.groups.length, asked.width),
    chips: Math.max(0, ...inZones),
    isBreathing: frame.serverless !== null,
    instances: frame.instances.length,
    writers: frame.multiMaster?.writers.length ?? 0,
  }
}

function breathing({ serverless }: Frame): Set<string> {
  return new Set(serverless?.instances.map(({ id }) => id))
}

function peersOf(size: StageSize, bands: Bands, counts: BandCounts): Layout['peers'] {
  const levels = peerLevels(counts)
  return levels === 0 ? null : { box: across(size, bands.peersTop, bands.rowTop), levels }
}

function multiMasterOf(frame: Frame, size: StageSize, bands: Bands): Layout['multiMaster'] {
  if (frame.multiMaster === null || bands.pagesTop === null) return null
  const writers = frame.multiMaster.writers.map(({ id }) => id)
  return { writers, check: bands.check, pages: across(size, bands.pagesTop, bands.groupsTop) }
}

/** So little is scrolled rather than drawn closer. */
const bearable = 12

/** A narrow stage stacks its bands otherwise. */
function isCramped({ width, height }: StageSize, counts: BandCounts): boolean {
  return width >= narrowWidth && height + bearable < leastHeight(width, counts)
}

/** Then small groups give the most room: what they say stands in the large one too. */
function isFlat({ width, height }: StageSize, counts: BandCounts): boolean {
  return counts.isCramped === true && height < leastHeight(width, counts)
}

/** The layout is as high as it must be, if need be higher than what was asked for. */
export function layoutStage(frame: Frame, view: StageView, asked: StageSize): Layout {
  const group = chooseGroup(frame.groups, view.selection)
  const roomy = countsOf(frame, view, group, asked)
  const close = { ...roomy, isCramped: isCramped(asked, roomy) }
  const counts = { ...close, isFlat: isFlat(asked, close) }
  const height = Math.max(asked.height, leastHeight(asked.width, counts))
  const size = { width: asked.width, height }
  const bands = bandsOf(size, counts)
  const zones = zonePlaces(frame.zones, size, bands)
  const ids = frame.groups.map(({ id }) => id)
  return {
    size,
    isNarrow: bands.isNarrow,
    group: group.id,
    zones,
    ...lanes(size, bands),
    grid: gridOf(bands, counts),
    ...storagePlaces(
      group,
      shownNodes(frame, view),
      zones,
      bands.isNarrow ? bands.othersTop : null,
    ),
    instances: instancePlaces(frame, zones, {
      breathing: breathing(frame),
      isUnfolded: view.isUnfolded,
    }),
    ...clientPlaces(frame, size, bands),
    endpoint: endpointPlace(size, bands, counts.applications),
    lights: lightPlaces(size, bands),
    groups: groupPlaces(ids, size, bands),
    actors: frame.actors,
    peers: peersOf(size, bands, counts),
    multiMaster: multiMasterOf(frame, size, bands),
  }
}
