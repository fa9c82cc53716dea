/**
 * The numbers of both sides at one instant: each figure with its unit, the difference, and which
 * side fares better. The same figures, and the same items of the bill, for whatever is compared.
 * Rule A5.
 */
import type { Report } from '../../engine/contract/report.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { formatDollars } from '../../words/formatDollars.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'

/** One side: its report, and what is known only of the instant shown; null where it is not. */
export interface SideFigures {
  report: Report
  ios: number | null
  /** Of the fluid demand: answered late, and never. */
  missed: { late: number; refused: number } | null
}

export interface FigureRow {
  name: string
  here: string
  there: string
  /** Of the other side, beside this run; empty where a side has no such number. */
  difference: string
  better: 'here' | 'there' | 'same' | null
}

interface Figure {
  name: string
  of: (side: SideFigures) => number | null
  write: (value: number) => string
  best: 'more' | 'less'
  isAlways?: true
}

const figures: Figure[] = [
  { ...count('Commits', 'more', its => its.report.transactions.committed), isAlways: true },
  count('Rolled back', 'less', ({ report }) => report.transactions.rolledBack),
  count('Undone after a loss', 'less', ({ report }) => report.availability.undone),
  count('Outcome never known', 'less', ({ report }) => report.transactions.unknown),
  count('Errors seen', 'less', ({ report }) => sumOf(report, ({ errors }) => errors)),
  time('Nothing could be committed', ({ report }) => report.availability.withoutWriterMicros),
  time('Applications without answers', ({ report }) => sumOf(report, its => its.downMicros)),
  count('Stale reads', 'less', ({ report }) => report.availability.staleReads),
  count('Late, of the demand', 'less', ({ missed }) => missed?.late ?? null),
  count('Refused, of the demand', 'less', ({ missed }) => missed?.refused ?? null),
  time('Commit latency, p50', ({ report }) => slowest(report, its => its.latencyP50Micros)),
  time('Commit latency, p99', ({ report }) => slowest(report, its => its.latencyP99Micros)),
  count('I/Os', 'less', ({ ios }) => ios),
  dollars('Compute', 'compute'),
  dollars('Storage', 'storage'),
  dollars('I/O', 'io'),
  dollars('Cost so far', 'total'),
]

/** What neither side has, or has had nothing of, is no row. */
export function figureRows(here: SideFigures, there: SideFigures): FigureRow[] {
  return figures
    .map(figure => ({ figure, values: [figure.of(here), figure.of(there)] as const }))
    .filter(({ figure, values }) => figure.isAlways || values.some(value => (value ?? 0) !== 0))
    .map(({ figure, values: [one, other] }) => rowOf(figure, one, other))
}

function rowOf(figure: Figure, here: number | null, there: number | null): FigureRow {
  const { name, write, best } = figure
  const texts = { name, here: textOf(here, write), there: textOf(there, write) }
  if (here === null || there === null) return { ...texts, difference: '', better: null }
  const difference = there - here
  if (difference === 0) return { ...texts, difference: 'none', better: 'same' }
  const sign = difference > 0 ? '+' : '−'
  const isThere = difference > 0 === (best === 'more')
  return {
    ...texts,
    difference: `${sign}${write(Math.abs(difference))}`,
    better: isThere ? 'there' : 'here',
  }
}

function textOf(value: number | null, write: (value: number) => string): string {
  return value === null ? '–' : write(value)
}

function count(name: string, best: Figure['best'], of: Figure['of']): Figure {
  return { name, best, of, write: formatCount }
}

function time(name: string, of: Figure['of']): Figure {
  return { name, best: 'less', of, write: formatTime }
}

function dollars(name: string, item: keyof Report['cost']): Figure {
  const of = ({ report }: SideFigures) => Number(report.cost[item])
  return { name, best: 'less', of, isAlways: true, write: value => formatDollars(value.toFixed(9)) }
}

type Client = Report['availability']['clients'][number]

function sumOf({ availability }: Report, value: (client: Client) => number): number {
  return availability.clients.reduce((sum, client) => sum + value(client), 0)
}

/** Of the instances that have committed, the slowest; null while none has. */
function slowest(
  { instances }: Report,
  value: (instance: Report['instances'][number]) => Micros,
): Micros | null {
  const values = instances.filter(({ commits }) => commits > 0).map(value)
  return values.length === 0 ? null : Math.max(...values)
}
