/** Applications, the endpoint and the three lights along the top; instances in their zones. */
import type { ApplicationView, Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type { Box, Point } from '../geometry.ts'
import { isForWall, leastLetter } from '../letters.ts'
import type { StageSize } from '../stageView.ts'
import type { Bands } from './bands.ts'
import type { ApplicationPlace, InstancePlace, ZonePlace } from './layout.ts'

/** Below this width the endpoint makes room for the lights. */
const midWidth = 1020

/** The door of the cluster, in the middle, so that its lane to each zone is short. */
export function endpointPlace(size: StageSize, bands: Bands, applications: number): Point {
  const middle = (bands.applicationHeight * Math.max(1, applications)) / 2
  const share = bands.isNarrow ? 0.74 : size.width < midWidth ? 0.43 : 0.5
  const x = size.width * share
  return { x, y: bands.applicationsTop + middle }
}

/** The strip keeps this far from the endpoint, so that requests can be seen on their way. */
const lane = { narrow: 46, wide: 60, most: 352 }

/** From the left edge: a card a row, with the mark of what the application feels at its left. */
function applicationPlaces(
  applications: readonly Pick<ApplicationView, 'id'>[],
  size: StageSize,
  bands: Bands,
): ApplicationPlace[] {
  const { isNarrow, pad, applicationsTop, applicationHeight } = bands
  const { x: end } = endpointPlace(size, bands, applications.length)
  const edge = isNarrow
    ? end - lane.narrow
    : Math.min(Math.max(lane.most, 20 * leastLetter()), end - lane.wide)
  const isFlat = applicationHeight < 40
  const height = applicationHeight - (isNarrow || isFlat ? 2 : 4)
  const side = isNarrow || isFlat ? Math.min(26, height - 4) : applicationHeight < 50 ? 30 : 34
  return applications.map(({ id }, index) => {
    const y = applicationsTop + index * applicationHeight
    const card = { x: pad, y, width: edge - pad, height }
    const icon = { x: pad + 8, y: y + (height - side) / 2, width: side, height: side }
    const x = icon.x + side + (isNarrow ? 8 : 10)
    return { id, card, icon, words: { x, y, width: edge - 8 - x, height } }
  })
}

/** Sessions of typed SQL are clients too: the last row of the strip is theirs. */
export function clientPlaces({ applications, sql }: Frame, size: StageSize, bands: Bands) {
  const last = sql === null ? [] : [{ id: 'consoles' }]
  const places = applicationPlaces([...applications, ...last], size, bands)
  const own = places.slice(0, applications.length)
  return { applications: own, consoles: places[applications.length]?.card ?? null }
}

/** Right of the endpoint, or a row of their own above all on a narrow stage. */
export function lightPlaces(size: StageSize, bands: Bands): Box[] {
  const beside = size.width < midWidth ? 0.43 * size.width + 70 : size.width / 2 + 104
  const usual = bands.isNarrow ? bands.pad : size.width >= 1280 ? size.width / 2 + 150 : beside
  const left = isForWall() ? size.width / 2 + 9 * leastLetter() : usual
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

/** Words beside a circle need this much. */
const leastWords = 36

/**
 * In a roomy slot the circle stands in the middle, else at the right; its words go beside it. One
 * without words stands in the middle. Of many in one zone each is as small as its slot.
 */
function instanceAt(id: string, { zone, isBreathing, x, width }: Slot): InstancePlace {
  const calm = width < 160 ? Math.max(20, width / 4) : 40
  const most = isBreathing ? Math.min(68, Math.round(width * 0.22)) : calm
  const radius = Math.min(most, zone.row.height / 2 - 6, width / 2 - 1)
  const isRoomy = width >= Math.max(320, 22 * leastLetter())
  const edge = Math.min(width < 160 ? 5 : 10, width / 2 - radius)
  const hasNoWords = !isRoomy && width - 2 * (edge + radius) - 4 < leastWords
  const isMiddle = isRoomy || hasNoWords
  const centreX = isMiddle ? x + width / 2 : x + width - edge - radius
  const wordsX = isRoomy ? centreX + radius + 14 : x + edge
  const wordsWidth = isRoomy ? x + width - edge - wordsX : centreX - radius - 4 - wordsX
  const words = { x: wordsX, y: zone.row.y, width: wordsWidth, height: zone.row.height }
  return {
    id,
    zone: zone.id,
    centre: { x: centreX, y: zone.row.y + zone.row.height / 2 },
    radius,
    words: hasNoWords ? null : words,
  }
}

/** In slots narrower than this the readers of a zone stand as one. */
const leastSlot = 50

interface HowPlaced {
  breathing: Set<string>
  isUnfolded: boolean
}

/** Those that stand as one: not a reader that takes over, nor one that breathes. */
function foldedOf({ failover }: Frame, own: InstanceView[], { breathing }: HowPlaced) {
  const folded = own.filter(
    ({ id, role }) => role === 'reader' && id !== failover?.promoted && !breathing.has(id),
  )
  return folded.length > 1 ? folded : []
}

export function instancePlaces(frame: Frame, zones: ZonePlace[], how: HowPlaced): InstancePlace[] {
  return zones.flatMap(zone => {
    const own = frame.instances.filter(instance => instance.zone === zone.id)
    const isCrowded = !how.isUnfolded && zone.box.width / own.length < leastSlot
    const folded = isCrowded ? foldedOf(frame, own, how) : []
    const slots = own.filter(its => its === folded[0] || !folded.includes(its))
    const width = zone.box.width / Math.max(1, slots.length)
    return slots.flatMap(({ id }, index) => {
      const x = zone.box.x + index * width
      const place = instanceAt(id, { zone, isBreathing: how.breathing.has(id), x, width })
      if (id !== folded[0]?.id) return [place]
      return folded.map(its => ({ ...place, id: its.id, isFolded: true }))
    })
  })
}
