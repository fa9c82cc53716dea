/** The four times that can be set, and where their sliders stop. */
import type { FailureTimes } from '../../../engine/contract/durability.ts'

const second = 1_000_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const year = 31_557_600 * second

export interface TimeChoice {
  name: keyof FailureTimes
  label: string
  /** Whether the value that it begins with is an assumption. */
  isAssumed: boolean
  stops: number[]
}

const yearsOf = [year / 2, year, 3 * year, 10 * year, 30 * year]

export const timeChoices: TimeChoice[] = [
  {
    ...{ name: 'repair', label: 'Repair of a copy', isAssumed: false },
    stops: [
      ...[8, 10, 20, 30].map(count => count * second),
      ...[1, 3, 10, 30].map(count => count * minute),
      ...[hour, 3 * hour, 8 * hour, day],
    ],
  },
  {
    ...{ name: 'segmentMttf', label: 'A copy fails once in', isAssumed: true },
    stops: [...[1, 3, 10, 30, 90].map(count => count * day), ...yearsOf, 100 * year],
  },
  {
    ...{ name: 'zoneMtbf', label: 'A zone fails once in', isAssumed: true },
    stops: [...[10, 30, 90].map(count => count * day), ...yearsOf],
  },
  {
    ...{ name: 'zoneOutage', label: 'A zone is down for', isAssumed: true },
    stops: [minute, 5 * minute, 20 * minute, hour, 4 * hour, 12 * hour, 2 * day, 7 * day],
  },
]

export const openingTimes: FailureTimes = {
  segmentMttf: year,
  repair: 10 * second,
  zoneMtbf: year,
  zoneOutage: hour,
}

export const secondsOfYear = year / second
