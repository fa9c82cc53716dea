/** The prices, where they come from, and what they would be if they were others. */
import type { BillAnswer, PriceName, PriceRow } from '../../../engine/contract/bill.ts'
import { priceNames } from '../../../words/billWords.ts'
import { say } from '../../../words/say.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'
import { NumberField } from './NumberField.tsx'

const most: Record<PriceRow['unit'], number> = {
  dollars: 100,
  seconds: 3_600,
  hours: 744,
  factor: 2,
}
const least: Record<PriceRow['unit'], number> = { dollars: 0, seconds: 0, hours: 672, factor: 1 }

/** What is often asked for, at one press. */
const switches: { name: PriceName; value: number; label: string }[] = [
  { name: 'billing.acuHourV2IoOptimized', value: 0.16, label: 'ACU-hour 0.16' },
  { name: 'billing.acuHourV2IoOptimized', value: 0.156, label: 'ACU-hour 0.156' },
  { name: 'billing.hoursPerMonth', value: 720, label: '720 h' },
  { name: 'billing.hoursPerMonth', value: 730, label: '730 h' },
  { name: 'billing.hoursPerMonth', value: 744, label: '744 h' },
]

function setPrice(name: PriceName, value: number): void {
  billStore.setState(({ prices }) => ({ prices: { ...prices, [name]: value } }))
}

export function Prices({ answer }: { answer: BillAnswer }) {
  const backupGb = billStore(state => state.backupGb)
  const changed = answer.prices.filter(({ isChanged }) => isChanged).length
  return (
    <details className={styles.prices}>
      <summary>
        Prices and backup{changed > 0 && <span className={styles.binding}> {changed} changed</span>}
      </summary>
      <p className={styles.note}>{say({ key: 'bill.prices', parameters: {} })}</p>
      <div className={styles.controls}>
        {switches.map(({ name, value, label }) => (
          <Button
            key={label}
            isPressed={answer.prices.find(row => row.name === name)?.value === value}
            onClick={() => setPrice(name, value)}
          >
            {label}
          </Button>
        ))}
        <Button disabled={changed === 0} onClick={() => billStore.setState({ prices: {} })}>
          As they were
        </Button>
      </div>
      <div className={styles.priceList}>
        <NumberField
          label="Backup beyond the free part, GB"
          value={backupGb}
          min={0}
          max={1_000_000}
          step={1}
          onChange={gb => billStore.setState({ backupGb: gb })}
        />
        {answer.prices.map(row => (
          <NumberField
            key={row.name}
            label={priceNames[row.name]}
            value={row.value}
            min={least[row.unit]}
            max={most[row.unit]}
            step="any"
            onChange={value => setPrice(row.name, value)}
          />
        ))}
      </div>
    </details>
  )
}
