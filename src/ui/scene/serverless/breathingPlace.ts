/** Where the parts of a breathing instance stand within the room that the layout gives it. */
import type { Box } from '../geometry.ts'
import { leastLetter } from '../letters.ts'
import type { InstancePlace, ZonePlace } from '../layout/layout.ts'

export interface BreathingPlace {
  /** The radius of the maximum; the halo of a need above it goes a little beyond. */
  most: number
  /** Null where there is no room beside the circle. */
  tank: Box | null
  hasTankWords: boolean
  words: Box | null
}

/** The tank stands this much nearer to the edge of the zone than words do. */
const aside = 2
/** Room for `need 128.5` beside the tank. */
const tankWords = 74

/** Above the ways of messages, which leave the lower part of the circle. */
function aboveWays({ centre, radius }: InstancePlace, row: Box): Pick<Box, 'y' | 'height'> {
  const low = centre.y + Math.min(48, radius * 0.8) - 3
  return { y: row.y + 2, height: low - row.y - 2 }
}

function tankBeside(x: number, width: number, room: Pick<Box, 'y' | 'height'>): Box {
  return { x, width, y: room.y + 8, height: room.height - 8 }
}

/** With words to the right of the circle the tank has the room at its left. */
function roomy(place: InstancePlace, words: Box): Omit<BreathingPlace, 'most'> {
  const { centre, radius } = place
  const left = 2 * centre.x - (words.x + words.width)
  const tank = tankBeside(left - aside, 16, words)
  const room = centre.x - radius - 4 - (tank.x + tank.width)
  return { tank, hasTankWords: room >= Math.max(tankWords, 7 * leastLetter()), words }
}

function tight(words: Box): Omit<BreathingPlace, 'most'> {
  const isSlim = words.width < 70
  const width = isSlim ? 6 : 12
  const taken = width + (isSlim ? 6 : 16)
  const rest = { ...words, x: words.x + taken, width: words.width - taken }
  return { tank: tankBeside(words.x, width, words), hasTankWords: false, words: rest }
}

export function breathingPlace(place: InstancePlace, { row }: ZonePlace): BreathingPlace {
  const most = place.radius - 8
  const { centre } = place
  if (place.words === null) return { most, tank: null, hasTankWords: false, words: null }
  const words = { ...place.words, ...aboveWays(place, row) }
  return { most, ...(words.x > centre.x ? roomy(place, words) : tight(words)) }
}
