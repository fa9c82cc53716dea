/** What a second of viewing shows, and below real time how long a second of the run takes. */
import type { SpeedText } from '../../engine/contract/units.ts'
import { formatTime } from '../../words/formatNumbers.ts'
import { speedNumber } from '../store/speedNumber.ts'

export function whatASecondShows(speed: SpeedText): string {
  const number = speedNumber(speed)
  if (!Number.isFinite(number)) return 'As much as the machine can compute passes in a second.'
  const shown = formatTime(1_000_000 * number)
  if (number >= 1) return `A second shows ${shown} of the run.`
  return `A second shows ${shown}: a second of the run takes ${formatTime(1_000_000 / number)}.`
}
