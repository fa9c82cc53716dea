/**
 * The axis of the timeline by viewing time: each stretch of the story takes as much room as it
 * takes time to watch at its own pace, so that a slow second does not look like a fast hour. What
 * lies before the opening instant, and a stretch played as fast as it can, get a fixed share.
 */
import type { Micros, SpeedText } from '../../engine/contract/units.ts'
import { speedNumber } from './speedNumber.ts'

export interface PaceBand {
  from: Micros
  to: Micros
  /** Null before the opening instant. */
  speed: SpeedText | null
  /** Where it starts and ends on the axis, as shares from 0 to 1. */
  start: number
  end: number
}

export interface Story {
  pace: { from: Micros; speed: SpeedText }[]
  opensAt: Micros
  /** The last instant on the axis. */
  to: Micros
}

type Stretch = Pick<PaceBand, 'from' | 'to' | 'speed'>

/** The share of a stretch without a viewing time of its own. */
const fixedShare = 0.06
/** No stretch is too narrow to be hit and read. */
const leastShare = 0.04

function stretchesOf({ pace, opensAt, to }: Story): Stretch[] {
  const first = pace[0]?.speed ?? '1'
  const changes = [{ from: opensAt, speed: first }, ...pace.filter(({ from }) => from > opensAt)]
  const inForce = pace.findLast(({ from }) => from <= opensAt)
  if (inForce !== undefined && changes[0] !== undefined) changes[0].speed = inForce.speed
  const story = changes
    .filter(({ from }) => from < to)
    .map(({ from, speed }, index) => ({
      from,
      speed,
      to: Math.min(changes[index + 1]?.from ?? to, to),
    }))
  const before: Stretch[] = opensAt > 0 ? [{ from: 0, to: Math.min(opensAt, to), speed: null }] : []
  return [...before, ...story].filter(stretch => stretch.to > stretch.from)
}

/** Microseconds of viewing; null where there are none. */
function viewingOf({ from, to, speed }: Stretch): number | null {
  const number = speed === null ? Number.POSITIVE_INFINITY : speedNumber(speed)
  return Number.isFinite(number) && number > 0 ? (to - from) / number : null
}

function sharesOf(stretches: Stretch[]): number[] {
  const viewing = stretches.map(viewingOf)
  const watched = viewing.reduce<number>((sum, length) => sum + (length ?? 0), 0)
  const raw = viewing.map(length =>
    length === null || watched === 0 ? fixedShare : Math.max(length / watched, leastShare),
  )
  const all = raw.reduce((sum, share) => sum + share, 0)
  return raw.map(share => share / all)
}

export function paceBands(story: Story): PaceBand[] {
  const stretches = stretchesOf(story)
  const shares = sharesOf(stretches)
  let start = 0
  return stretches.map((stretch, index) => {
    const band = { ...stretch, start, end: start + (shares[index] ?? 0) }
    start = band.end
    return band
  })
}

/** Where an instant stands on the axis, from 0 to 1. */
export function shareAt(bands: PaceBand[], at: Micros): number {
  const band = bands.find(({ to }) => at <= to) ?? bands.at(-1)
  if (band === undefined) return 0
  const within = (at - band.from) / (band.to - band.from)
  return band.start + Math.min(Math.max(within, 0), 1) * (band.end - band.start)
}

/** The instant at a share of the axis. */
export function instantAt(bands: PaceBand[], share: number): Micros {
  const band = bands.find(({ end }) => share <= end) ?? bands.at(-1)
  if (band === undefined) return 0
  const within = Math.min(Math.max((share - band.start) / (band.end - band.start), 0), 1)
  return Math.round(band.from + within * (band.to - band.from))
}
