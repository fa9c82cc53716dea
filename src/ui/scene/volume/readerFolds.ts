/**
 * Readers of a zone that has no room for all of them: one sign with their number, how far behind
 * the last of them is, and how many are down. Pressed, it unfolds.
 */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type { ZoneId } from '../../../engine/contract/ids.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { namePlace } from '../../../words/namePlace.ts'
import type { Control } from '../control.ts'
import { round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import type { Mark } from './mark.ts'

interface Fold {
  zone: ZoneId
  /** The place of all of them. */
  place: InstancePlace
  readers: InstanceView[]
  worstMicros: number
  down: number
}

function foldsOf(frame: Frame, layout: Layout): Fold[] {
  return layout.zones.flatMap(({ id: zone }) => {
    const places = layout.instances.filter(its => its.zone === zone && its.isFolded)
    const [place] = places
    if (place === undefined) return []
    const ids = places.map(({ id }) => id)
    const readers = frame.instances.filter(({ id }) => ids.includes(id))
    const lags = frame.failover?.readers.filter(({ id }) => ids.includes(id)) ?? []
    const worstMicros = Math.max(0, ...lags.map(({ lagMicros }) => lagMicros))
    const down = readers.filter(({ status }) => status === 'down').length
    return [{ zone, place, readers, worstMicros, down }]
  })
}

/** Two more circles show their edge behind the first. */
const behind = [4, 8]

function circle(x: number, y: number, radius: number): string {
  const r = round(radius)
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

export function foldMarks(frame: Frame, layout: Layout): Mark[] {
  return foldsOf(frame, layout).flatMap(({ zone, place: { centre, radius } }) =>
    [...behind.toReversed(), 0].map(aside => ({
      id: `${zone} ${aside}`,
      kind: 'fold' as const,
      path: circle(centre.x - aside, centre.y, radius - behind.length - aside / 4),
    })),
  )
}

function besideLines({ readers, worstMicros, down }: Fold): [Partial<Label>, string[]][] {
  const count = readers.length
  const lag = formatTime(worstMicros)
  return [
    [{ tone: 'text', isBold: true }, [`${count} readers`, 'readers']],
    [{ tone: 'muted' }, [`up to ${lag} behind`, `${lag} behind`, lag]],
    ...(down === 0 ? [] : [[{ tone: 'bad' }, [`${down} down`]] as [Partial<Label>, string[]]]),
  ]
}

function labelsOf(fold: Fold): Label[] {
  const { zone, place, readers } = fold
  const { centre, radius, words } = place
  const count = words === null ? `R ×${readers.length}` : `${readers.length}`
  const inside = { x: centre.x, y: centre.y + 5, anchor: 'middle', isBold: true } as const
  const size = words === null ? 10.5 : Math.min(15, radius * 0.6)
  const sign = label({ id: `${zone}-fold-role`, text: count, ...inside, size, tone: 'text' })
  if (words === null) return [sign]
  const lines = besideLines(fold)
  const lineSize = words.width < 70 ? 10.5 : 12
  const first = centre.y - ((lines.length - 1) * (lineSize + 4)) / 2 + lineSize * 0.35
  const beside = lines.flatMap(([look, texts], row) => {
    const text = texts.find(its => textWidth(its, lineSize, look.isBold) <= words.width - 8)
    if (text === undefined) return []
    const at = { x: words.x, y: first + row * (lineSize + 4), size: lineSize }
    return [label({ ...look, id: `${zone}-fold-${row}`, text, ...at })]
  })
  return [sign, ...beside]
}

export function foldLabels(frame: Frame, layout: Layout): Label[] {
  return foldsOf(frame, layout).flatMap(labelsOf)
}

/** As a screen reader says it: each reader by name. */
function wordsOf({ readers, worstMicros, down }: Fold): string {
  const names = readers.map(({ id }) => id).join(', ')
  const lost = down === 0 ? '' : `, ${down} down`
  return `${names}: up to ${formatTime(worstMicros)} behind${lost}. Unfolds when pressed.`
}

/** What a finger needs, in pixels. */
const finger = 44

export function foldControls(frame: Frame, layout: Layout): Control[] {
  return foldsOf(frame, layout).map(fold => {
    const { zone, place, readers } = fold
    const reach = layout.isNarrow ? Math.max(finger / 2, place.radius) : place.radius
    const { x, y } = place.centre
    return {
      id: `fold ${zone}`,
      kind: 'instance',
      name: `${readers.length} readers in ${namePlace(zone)}`,
      description: wordsOf(fold),
      isPressed: null,
      box: { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
      path: null,
      subject: `fold:${zone}`,
      toggle: null,
    }
  })
}
