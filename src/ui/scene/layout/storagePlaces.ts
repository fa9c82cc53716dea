/**
 * The columns of the large group, standing in their zones, and beside them the nodes that hold no
 * copy of it as small chips.
 */
import type { GroupView, StorageNodeView } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import type { ChipPlace, ColumnPlace, ZonePlace } from './layout.ts'

const widestColumn = 132
/** More chips than this in a zone and their names no longer fit. */
const mostNamed = 4

interface StoragePlaces {
  columns: ColumnPlace[]
  chips: ChipPlace[]
}

interface Rack {
  width: number
  perRow: number
  chip: number
  gap: number
}

function rackFor(count: number, storage: Box): Rack {
  if (count === 0) return { width: 0, perRow: 1, chip: 0, gap: 0 }
  const isNarrow = storage.width < 160
  const chip = isNarrow ? 24 : count > mostNamed ? 26 : 34
  const gap = isNarrow ? 3 : 6
  const inColumn = Math.max(1, Math.floor((storage.height + gap) / (chip + gap)))
  const perRow = Math.ceil(count / inColumn)
  return { width: perRow * (chip + gap), perRow, chip, gap }
}

function chipsOf(nodes: StorageNodeView[], zone: ZonePlace, rack: Rack): ChipPlace[] {
  const x = zone.storage.x + zone.storage.width - rack.width + rack.gap
  const step = rack.chip + rack.gap
  return nodes.map((node, index) => ({
    node: node.id,
    zone: zone.id,
    hasName: nodes.length <= mostNamed,
    box: {
      x: x + (index % rack.perRow) * step,
      y: zone.storage.y + Math.floor(index / rack.perRow) * step,
      width: rack.chip,
      height: rack.chip,
    },
  }))
}

function columnsOf(group: GroupView, zone: ZonePlace, rackWidth: number): ColumnPlace[] {
  const own = group.segments
    .map((segment, bit) => ({ segment, bit }))
    .filter(({ segment }) => segment.zone === zone.id)
  const { storage } = zone
  const gap = storage.width < 160 ? 6 : 16
  const room = storage.width - rackWidth - (rackWidth > 0 ? gap / 2 : 0)
  const width = Math.min(widestColumn, (room - gap * (own.length - 1)) / Math.max(1, own.length))
  const start = storage.x + (room - width * own.length - gap * (own.length - 1)) / 2
  return own.map(({ segment, bit }, index) => ({
    segment: segment.id,
    node: segment.node,
    zone: zone.id,
    bit,
    box: { x: start + index * (width + gap), y: storage.y, width, height: storage.height },
  }))
}

function byId(one: StorageNodeView, other: StorageNodeView): number {
  const length = one.id.length - other.id.length
  if (length !== 0) return length
  return one.id < other.id ? -1 : 1
}

export function storagePlaces(
  group: GroupView,
  nodes: StorageNodeView[],
  zones: ZonePlace[],
): StoragePlaces {
  const hosts = new Set(group.segments.map(({ node }) => node))
  const places: StoragePlaces = { columns: [], chips: [] }
  for (const zone of zones) {
    const others = nodes.filter(node => node.zone === zone.id && !hosts.has(node.id)).sort(byId)
    const rack = rackFor(others.length, zone.storage)
    places.columns.push(...columnsOf(group, zone, rack.width))
    places.chips.push(...chipsOf(others, zone, rack))
  }
  places.columns.sort((one, other) => one.bit - other.bit)
  return places
}
