/** The meter, by the second of model time: every line of the bill, and a month of such hours. */
import type { Bill, BillAnswer, BillLine } from '../../../engine/contract/bill.ts'
import { billedName, itemNames } from '../../../words/billWords.ts'
import { formatDollars } from '../../../words/formatDollars.ts'
import { formatCount, formatTime } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'
import { formatMonth } from './money.ts'
import { Paying } from './Paying.tsx'

export function SoFar({ answer }: { answer: BillAnswer }) {
  const isOptimized = billStore(state => state.isIoOptimized)
  const [standard, optimized] = answer.own
  const bill = isOptimized ? optimized : standard
  return (
    <section aria-label="Cost so far" className={styles.section}>
      <Paying />
      {bill === null ? (
        <p>There is no price for Serverless v1 with I/O-Optimized storage.</p>
      ) : (
        <Billed bill={bill} answer={answer} />
      )}
    </section>
  )
}

function Billed({ bill, answer }: { bill: Bill; answer: BillAnswer }) {
  const interval = formatTime(answer.usage.at)
  const hours = answer.prices.find(({ name }) => name === 'billing.hoursPerMonth')?.value ?? 730
  return (
    <>
      <dl className={styles.totals}>
        <div>
          <dt>{interval} of model time</dt>
          <dd className={styles.total}>{formatDollars(bill.dollars)}</dd>
        </div>
        <div>
          <dt>A month of such hours</dt>
          <dd className={styles.total}>{formatMonth(bill.monthNano)}</dd>
        </div>
      </dl>
      <p className={styles.note}>{say({ key: 'bill.month', parameters: { hours, interval } })}</p>
      <ul className={styles.lines}>
        {bill.lines.map(line => (
          <Line key={`${line.item} ${line.of}`} line={line} />
        ))}
      </ul>
      {answer.usage.acu?.generation === 'v2' && (
        <p className={styles.note}>{say({ key: 'bill.noMinimum', parameters: {} })}</p>
      )}
    </>
  )
}

function Line({ line }: { line: BillLine }) {
  const { item, of, quantity, unit, dollars } = line
  return (
    <li data-item={item}>
      <details>
        <summary>
          <span>
            {itemNames[item]}
            {of === '' ? '' : `, ${billedName(of)}`}
          </span>
          <span className={styles.quantity}>
            {formatCount(Number(quantity))} {unit}
          </span>
          <b>{formatDollars(dollars)}</b>
        </summary>
        <p className={styles.note}>{say({ key: reasonOf(line), parameters: {} })}</p>
      </details>
    </li>
  )
}

function reasonOf({ item, of }: BillLine): string {
  if (item !== 'compute' && item !== 'minimum') return `bill.${item}`
  return `bill.${item}.${of === 'v1' || of === 'v2' ? of : 'instance'}`
}
