/**
 * The columns of the large group, standing in their zones, and beside them the nodes that hold no
 * copy of it as small chips; on a narrow stage below them.
 */
import type { GroupView, StorageNodeView } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { leastLetter } from '../letters.ts'
import type { ChipPlace, ColumnPlace, ZonePlace } from './layout.ts'
import { chipsInRow, mostNamed, otherNode, type Rack, rackFor } from './rack.ts'

const widestColumn = 132

interface StoragePlaces {
  columns: ColumnPlace[]
  chips: ChipPlace[]
}

interface RackPlace extends Rack {
  width: number
  perRow: number
}

function placeRack(count: number, { width, height }: Box): RackPlace {
  const rack = rackFor(count, width)
  const perRow = chipsInRow(count, width, height)
  return { ...rack, perRow, width: count === 0 ? 0 : perRow * (rack.chip + rack.gap) }
}

function chipsOf(nodes: StorageNodeView[], zone: ZonePlace, rack: RackPlace): ChipPlace[] {
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

/** Cards for fingers, at most two in a row, that fill the width of the zone. */
function cardsOf(nodes: StorageNodeView[], zone: ZonePlace, top: number): ChipPlace[] {
  const { height, gap, mostInRow } = otherNode
  const inRow = Math.min(mostInRow, nodes.length)
  const width = (zone.storage.width - gap * (inRow - 1)) / inRow
  return nodes.map(({ id }, index) => ({
    node: id,
    zone: zone.id,
    hasName: true,
    box: {
      x: zone.storage.x + (index % inRow) * (width + gap),
      y: top + Math.floor(index / inRow) * (height + gap),
      width,
      height,
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
  const widest = Math.max(widestColumn, 7.5 * leastLetter())
  const width = Math.min(widest, (room - gap * (own.length - 1)) / Math.max(1, own.length))
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

/** `othersTop`: where the other nodes stand on a narrow stage; null where they stand beside. */
export function storagePlaces(
  group: GroupView,
  nodes: StorageNodeView[],
  zones: ZonePlace[],
  othersTop: number | null,
): StoragePlaces {
  const hosts = new Set(group.segments.map(({ node }) => node))
  const places: StoragePlaces = { columns: [], chips: [] }
  for (const zone of zones) {
    const others = nodes.filter(node => node.zone === zone.id && !hosts.has(node.id)).sort(byId)
    const isBeside = othersTop === null
    const rack = placeRack(isBeside ? others.length : 0, zone.storage)
    places.columns.push(...columnsOf(group, zone, rack.width))
    places.chips.push(
      ...(isBeside ? chipsOf(others, zone, rack) : cardsOf(others, zone, othersTop)),
    )
  }
  return places
}
