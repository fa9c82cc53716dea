/**
 * The rows of a comparison: the run as it is, both generations of Serverless, and every class of a
 * family; each with what it used, which the engine prices.
 */
import type {
  BillPair,
  ComparedRun,
  ComparisonAnswer,
  Usage,
} from '../../../engine/contract/bill.ts'

export type Family = 'r5' | 'r6g' | 'r7g' | 'r8g' | 't3' | 't4g'

export interface Row {
  id: string
  name: string
  usage: Usage
  run: ComparedRun
}

export interface PricedRow extends Row {
  pair: BillPair
}

export function rowsOf(compared: ComparisonAnswer | null, family: Family): Row[] {
  if (compared === null) return []
  const { runs } = compared
  const single = runs.filter(({ kind }) => kind !== 'provisioned')
  const fixed = runs.filter(({ kind }) => kind === 'provisioned')
  return [
    ...single.map(run => ({ id: run.kind, name: nameOf(run), usage: run.usage, run })),
    ...fixed.flatMap(run => ofFamily(run, family)),
  ]
}

function nameOf({ kind, range }: ComparedRun): string {
  if (kind === 'own') return 'This run, as it is'
  const within = range === null ? '' : `, ${range.min} to ${range.max} ACU`
  return `Serverless ${kind}${within}`
}

/** Played once for all classes of a size; each is billed by its own price. */
function ofFamily(run: ComparedRun, family: Family): Row[] {
  const own = run.classes.filter(name => name.startsWith(`db.${family}.`))
  return own.map(name => {
    const spans = run.usage.spans.map(span => ({ ...span, class: name }))
    return { id: name, name, usage: { ...run.usage, spans }, run }
  })
}

/** The cheapest month of all rows that refuse nothing, in nano-dollars; null = there is none. */
export function cheapestOf(rows: readonly PricedRow[]): number | null {
  const months = rows
    .filter(({ run }) => run.refused === 0)
    .flatMap(({ pair }) => pair.map(bill => bill?.monthNano ?? Number.POSITIVE_INFINITY))
  return months.length === 0 ? null : Math.min(...months)
}
