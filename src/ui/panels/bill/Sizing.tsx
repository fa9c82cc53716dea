/** An instance that one has at home: how many ACU it would take, by AWS's own rule. */
import type { BillAnswer, SizingQuestion } from '../../../engine/contract/bill.ts'
import { say } from '../../../words/say.ts'
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'
import { NumberField } from './NumberField.tsx'

function change(next: Partial<SizingQuestion>): void {
  billStore.setState(({ sizing }) => ({ sizing: { ...sizing, ...next } }))
}

export function Sizing({ answer }: { answer: BillAnswer }) {
  const sizing = billStore(state => state.sizing)
  return (
    <section aria-label="An instance that you have" className={styles.section}>
      <h3>An instance that you have</h3>
      <p className={styles.note}>{say({ key: 'bill.sizing', parameters: {} })}</p>
      <div className={styles.controls}>
        <label>
          Class
          <select value={sizing.class} onChange={({ target }) => change({ class: target.value })}>
            {answer.breakEven.classes.map(({ class: name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <NumberField
          label="CPU, 95th percentile, %"
          value={sizing.cpuP95}
          min={0}
          max={100}
          step="any"
          onChange={cpuP95 => change({ cpuP95 })}
        />
        <NumberField
          label="CPU, highest, %"
          value={sizing.cpuMax}
          min={0}
          max={100}
          step="any"
          onChange={cpuMax => change({ cpuMax })}
        />
        <NumberField
          label="Storage, GB"
          value={sizing.storageGb}
          min={0}
          max={128_000}
          step={1}
          onChange={storageGb => change({ storageGb })}
        />
      </div>
      {answer.sizing !== null && <p role="status">{answerPhrase(answer.sizing)}</p>}
    </section>
  )
}

function answerPhrase(sizing: NonNullable<BillAnswer['sizing']>): string {
  const { acu, serverlessDollars, instanceDollars, storageDollars } = sizing
  const parameters = {
    acu,
    serverless: `$${serverlessDollars}`,
    instance: `$${instanceDollars}`,
    storage: `$${storageDollars}`,
  }
  return say({ key: 'bill.sizing.answer', parameters })
}
