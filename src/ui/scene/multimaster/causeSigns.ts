/** Why a transaction was rolled back, as a sign on the stage and in short words. */
import type { RollbackCause } from '../../../engine/contract/refusals.ts'
import { allCauses } from '../../../words/causeWords.ts'
import { round } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'

export interface CauseSign {
  id: string
  cause: RollbackCause
  x: number
  y: number
}

/** What a sign takes of a line. */
export const signWidth = 15

/** In the middle of small letters. */
export function causeSign(id: string, cause: RollbackCause, x: number, y: number): CauseSign {
  return { id, cause, x: round(x + signWidth / 2 - 1), y: round(y - 3.8) }
}

interface Row {
  id: string
  x: number
  y: number
  size: number
  /** Where it must end. */
  end: number
}

/** Those that happened most, each with its count, as many as have room. */
export function causeCounts(causes: Record<RollbackCause, number>, { id, x, y, size, end }: Row) {
  const signs: CauseSign[] = []
  const labels: Label[] = []
  const some = allCauses.filter(cause => causes[cause] > 0)
  let left = x
  for (const cause of some.sort((one, other) => causes[other] - causes[one])) {
    const text = String(causes[cause])
    const width = signWidth + textWidth(text, size) + 6
    if (left + width > end) break
    signs.push(causeSign(`${id}-${cause}`, cause, left, y))
    labels.push(label({ id: `${id}-${cause}`, text, x: left + signWidth, y, size, tone: 'wait' }))
    left += width
  }
  return { signs, labels }
}
