/** The bills compared as comma-separated values, a line for each row and way to pay; dollars. */
import type { Bill } from '../../../engine/contract/bill.ts'
import type { PricedRow } from './rowsOf.ts'

const heads = [
  'as,pays,seconds,compute,minimum,storage,io,backup,total,month,acu_hours,ios',
  'committed,late,refused,p99_ms',
].join(',')

const million = 1_000_000

export function billCsv(rows: readonly PricedRow[]): string {
  const lines = rows.flatMap(row => row.pair.flatMap(bill => (bill ? [lineOf(row, bill)] : [])))
  return `${[heads, ...lines].join('\n')}\n`
}

function lineOf({ id, usage, run }: PricedRow, bill: Bill): string {
  const { at, acu, ios } = usage
  const costs = (['compute', 'minimum', 'storage', 'io', 'backup'] as const).map(item =>
    dollars(bill.lines.filter(its => its.item === item).reduce((sum, { nano }) => sum + nano, 0)),
  )
  const acuHours = acu === null ? '' : (acu.microAcuSeconds / 3_600 / million).toFixed(6)
  return [
    ...[id, bill.isIoOptimized ? 'I/O-Optimized' : 'Standard', at / million],
    ...costs,
    ...[dollars(bill.nano), bill.monthDollars, acuHours, ios],
    ...[run.committed, run.late, run.refused, run.latencyP99Micros / 1_000],
  ].join(',')
}

function dollars(nano: number): string {
  return (nano / 1_000 / million).toFixed(9)
}
