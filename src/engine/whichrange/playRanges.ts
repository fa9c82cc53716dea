/** Which range? Each choice is played for the same load; the same request gives the same rows. */
import type { RangeRow, WhichRangeAnswer, WhichRangeRequest } from '../contract/whichRange.ts'
import type { Brought } from '../wings/wing.ts'
import { playRange } from './playRange.ts'

/** `done` of `all` choices have been played; the newest is `row`. */
type TellRange = (news: { done: number; all: number; row: RangeRow }) => void

export function playRanges(
  { choices, ...day }: WhichRangeRequest,
  brought: Brought,
  tell: TellRange,
): WhichRangeAnswer {
  const rows = choices.map((choice, index) => {
    const row = playRange({ ...day, choice }, brought)
    tell({ done: index + 1, all: choices.length, row })
    return row
  })
  return { rows }
}
