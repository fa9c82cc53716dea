/** What the stopwatch tells, one measure a row, one story a column. */
import type { ApplicationOutage, AvailabilityView } from '../../engine/contract/availabilityView.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { stopwatchWords as words } from '../../words/stopwatchWords.ts'
import type { Felt } from '../store/stopwatch.ts'

export interface StopwatchRow {
  name: string
  /** One a story; several lines where applications differ. */
  cells: string[][]
}

type Tell = (availability: AvailabilityView, felt: Felt) => string[]

const rows: [name: string, tell: Tell][] = [
  [words.at, (_, { at }) => [formatTime(at)]],
  [words.withoutWriter, ({ withoutWriterMicros }) => [lengthOf(withoutWriterMicros)]],
  [words.withoutAnswers, each(({ downMicros }) => lengthOf(downMicros))],
  [words.recovered, each(recoveryOf)],
  [words.unknown, each(({ unknown }) => formatCount(unknown))],
  [words.undone, ({ undone }) => [formatCount(undone)]],
  [words.errors, each(errorsOf)],
  [words.staleReads, each(staleReadsOf)],
]

export function stopwatchRows(felt: Felt[]): StopwatchRow[] {
  return rows.map(([name, tell]) => ({
    name,
    cells: felt.map(its => (its.availability === null ? ['–'] : tell(its.availability, its))),
  }))
}

function each(tell: (application: ApplicationOutage) => string): Tell {
  return ({ applications }) => applications.map(its => `${its.id} ${tell(its)}`)
}

function lengthOf(micros: number): string {
  return micros === 0 ? words.none : formatTime(micros)
}

function recoveryOf({ recovery }: ApplicationOutage): string {
  if (recovery === null) return '–'
  return recovery.tookMicros === null ? words.notYet : `after ${formatTime(recovery.tookMicros)}`
}

/** As MySQL numbers them, with how often. */
function errorsOf({ errors }: ApplicationOutage): string {
  const seen = Object.entries(errors).map(([code, count]) => `${code} × ${formatCount(count)}`)
  return seen.length === 0 ? words.none : seen.join(', ')
}

function staleReadsOf({ staleReads, worstStaleMicros }: ApplicationOutage): string {
  if (staleReads === 0) return words.none
  return `${formatCount(staleReads)}, by up to ${formatTime(worstStaleMicros)}`
}
