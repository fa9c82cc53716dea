/** Applications, the endpoint and the three lights along the top; instances in their zones. */
import type { ApplicationView, InstanceView } from '../../../engine/contract/frame.ts'
import type { Box, Point } from '../geometry.ts'
import type { StageSize } from '../stageView.ts'
import type { Bands } from './bands.ts'
import type { ApplicationPlace, InstancePlace, ZonePlace } from './layout.ts'

function iconLeft(size: StageSize, isNarrow: boolean): number {
  if (isNarrow) return Math.round(size.width * 0.5)
  return Math.round(Math.max(226, size.width * 0.225))
}

export function applicationPlaces(
  applications: ApplicationView[],
  size: StageSize,
  bands: Bands,
): ApplicationPlace[] {
  const icon = bands.isNarrow ? 26 : 34
  const x = iconLeft(size, bands.isNarrow)
  const left = bands.pad + (bands.isNarrow ? 2 : 8)
  return applications.map(({ id }, index) => {
    const top = bands.applicationsTop + index * bands.applicationHeight
    const y = top + (bands.applicationHeight - icon) / 2
    return {
      id,
      icon: { x, y, width: icon, height: icon },
      words: { x: left, y: top, width: x - left - 10, height: bands.applicationHeight },
    }
  })
}

/** Below this width the endpoint makes room for the lights. */
const midWidth = 1020

/** The door of the cluster, in the middle, so that its lane to each zone is short. */
export function endpointPlace(size: StageSize, bands: Bands, applications: number): Point {
  const middle = (bands.applicationHeight * Math.max(1, applications)) / 2
  const share = bands.isNarrow ? 0.74 : size.width < midWidth ? 0.43 : 0.5
  const x = size.width * share
  return { x, y: bands.applicationsTop + middle }
}

/** Right of the endpoint, or a row of their own above all on a narrow stage. */
export function lightPlaces(size: StageSize, bands: Bands): Box[] {
  const beside = size.width < midWidth ? 0.43 * size.width + 70 : size.width / 2 + 104
  const left = bands.isNarrow ? bands.pad : size.width >= 1280 ? size.width / 2 + 150 : beside
  const gap = size.width < midWidth && !bands.isNarrow ? 4 : 8
  const width = (size.width - bands.pad - left - 2 * gap) / 3
  const height = Math.min(48, bands.lightsHeight)
  const y = bands.lightsTop + (bands.isNarrow ? 0 : (bands.lightsHeight - height) / 2)
  return [0, 1, 2].map(index => ({ x: left + index * (width + gap), y, width, height }))
}

interface Slot {
  zone: ZonePlace
  isBreathing: boolean
  x: number
  width: number
}

/** In a roomy slot the circle stands in the middle, else at the right; its words go beside it. */
function instanceAt(id: string, { zone, isBreathing, x, width }: Slot): InstancePlace {
  const calm = width < 160 ? Math.max(20, width / 4) : 40
  const most = isBreathing ? Math.min(60, Math.round(width * 0.22)) : calm
  const radius = Math.min(most, zone.row.height / 2 - 6)
  const isRoomy = width >= 320
  const edge = width < 160 ? 5 : 10
  const centreX = isRoomy ? x + width / 2 : x + width - edge - radius
  const wordsX = isRoomy ? centreX + radius + 14 : x + edge
  const wordsWidth = isRoomy ? x + width - edge - wordsX : centreX - radius - 4 - wordsX
  const words = { x: wordsX, y: zone.row.y, width: wordsWidth, height: zone.row.height }
  return {
    id,
    zone: zone.id,
    centre: { x: centreX, y: zone.row.y + zone.row.height / 2 },
    radius,
    words: wordsWidth >= 36 ? words : null,
  }
}

export function instancePlaces(
  instances: InstanceView[],
  zones: ZonePlace[],
  breathing: Set<string>,
): InstancePlace[] {
  return zones.flatMap(zone => {
    const own = instances.filter(instance => instance.zone === zone.id)
    const width = zone.box.width / Math.max(1, own.length)
    return own.map(({ id }, index) => {
      const x = zone.box.x + index * width
      return instanceAt(id, { zone, isBreathing: breathing.has(id), x, width })
    })
  })
}
