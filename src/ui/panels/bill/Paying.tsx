/** Which of both ways to pay for storage and I/O the figures are for. */
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'

const ways = [
  { name: 'Standard', isIoOptimized: false },
  { name: 'I/O-Optimized', isIoOptimized: true },
]

export function Paying() {
  const chosen = billStore(state => state.isIoOptimized)
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">How the cluster pays</legend>
      {ways.map(({ name, isIoOptimized }) => (
        <label key={name}>
          <input
            type="radio"
            name="paying"
            checked={chosen === isIoOptimized}
            onChange={() => billStore.setState({ isIoOptimized })}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
