/** Every row of the comparison in figures, and as a file for a spreadsheet. */
import type { Bill, MonthItem } from '../../../engine/contract/bill.ts'
import { formatCount, formatTime } from '../../../words/formatNumbers.ts'
import { itemNames } from '../../../words/billWords.ts'
import { say } from '../../../words/say.ts'
import { Button } from '../../widgets/Button.tsx'
import { download } from '../../widgets/download.ts'
import styles from './BillPanel.module.css'
import { billCsv } from './billCsv.ts'
import { billStore } from './billStore.ts'
import { formatMonth, formatNano } from './money.ts'
import { cheapestOf, type PricedRow } from './rowsOf.ts'

const items: MonthItem[] = ['compute', 'storage', 'io', 'backup']

export function ComparisonTable({ rows, interval }: { rows: PricedRow[]; interval: string }) {
  const isOptimized = billStore(state => state.isIoOptimized)
  const cheapest = cheapestOf(rows)
  return (
    <>
      <p className={styles.note}>
        So far: {interval}, {isOptimized ? 'I/O-Optimized' : 'Standard'}.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys where it is too wide */}
      <section className={styles.scroll} aria-label="Bills compared" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">As</th>
              <th scope="col">
                A month,
                <br />
                Standard
              </th>
              <th scope="col">
                A month,
                <br />
                I/O-Optimized
              </th>
              <th scope="col">Refused</th>
              <th scope="col">Late</th>
              <th scope="col">
                Slowest
                <br />1 % from
              </th>
              <th scope="col">So far</th>
              {items.map(item => (
                <th key={item} scope="col">
                  {itemNames[item]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <ComparedRow key={row.id} row={row} cheapest={cheapest} isOptimized={isOptimized} />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>{say({ key: 'bill.compare.late', parameters: {} })}</p>
      <p className={styles.note}>{say({ key: 'bill.compare.classes', parameters: {} })}</p>
      <Button onClick={() => download(billCsv(rows), 'bills.csv', 'text/csv')}>Save as CSV</Button>
    </>
  )
}

interface ComparedRowProps {
  row: PricedRow
  cheapest: number | null
  isOptimized: boolean
}

function ComparedRow({ row, cheapest, isOptimized }: ComparedRowProps) {
  const { name, run, pair } = row
  const bill = pair[isOptimized ? 1 : 0]
  return (
    <tr data-own={run.kind === 'own' || undefined}>
      <th scope="row">{name}</th>
      {(['Standard', 'I/O-Optimized'] as const).map((way, index) => (
        <Month key={way} bill={pair[index] ?? null} cheapest={cheapest} />
      ))}
      <td data-bad={run.refused > 0 || undefined}>{formatCount(run.refused)}</td>
      <td>{formatCount(run.late)}</td>
      <td>{run.committed === 0 ? '–' : formatTime(run.latencyP99Micros)}</td>
      <td>
        <b>{bill === null ? '–' : formatNano(bill.nano)}</b>
      </td>
      {items.map(item => (
        <td key={item}>{bill === null ? '–' : costCell(bill, item)}</td>
      ))}
    </tr>
  )
}

/** Compute with its minimum, which is said where it binds. */
function costCell({ lines }: Bill, item: MonthItem) {
  const sum = (of: string) =>
    lines.filter(its => its.item === of).reduce((all, { nano }) => all + nano, 0)
  const minimum = item === 'compute' ? sum('minimum') : 0
  const cost = formatNano(sum(item) + minimum)
  if (minimum === 0) return cost
  return (
    <span className={styles.binding} title={`Of it ${formatNano(minimum)} for the least time`}>
      {cost} <small>minimum</small>
    </span>
  )
}

function Month({ bill, cheapest }: { bill: Bill | null; cheapest: number | null }) {
  if (bill === null) return <td>–</td>
  const isCheapest = bill.monthNano === cheapest
  return (
    <td data-cheapest={isCheapest || undefined}>
      {formatMonth(bill.monthNano)}
      {isCheapest && <small> least</small>}
    </td>
  )
}
