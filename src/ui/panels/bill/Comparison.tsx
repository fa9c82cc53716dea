/** The same load, what would it have cost as …: asked of the laboratory, then priced at will. */
import type { BillAnswer } from '../../../engine/contract/bill.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './BillPanel.module.css'
import { type BillState, billStore } from './billStore.ts'
import { compare, callOff } from './compare.ts'
import { ComparisonBars } from './ComparisonBars.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import { NumberField } from './NumberField.tsx'
import type { Family } from './rowsOf.ts'

const families: Family[] = ['r5', 'r6g', 'r7g', 'r8g', 't3', 't4g']

export function Comparison({ answer }: { answer: BillAnswer }) {
  const { comparing, rows, compared, problem } = billStore()
  const interval = formatTime(compared?.at ?? answer.usage.at)
  return (
    <section aria-label="The same load on other clusters" className={styles.section}>
      <h3>The same load as …</h3>
      <p className={styles.note}>{say({ key: 'bill.compare.why', parameters: { interval } })}</p>
      <Controls />
      {comparing === 'running' && <Playing />}
      {comparing === 'failed' && <p>It could not be played: {problem}.</p>}
      {comparing === 'calledOff' && <p>Called off.</p>}
      {rows.length > 0 && (
        <>
          <ComparisonBars rows={rows} />
          <ComparisonTable rows={rows} interval={interval} />
        </>
      )}
      {compared?.missing.map(({ kind, because }) => (
        <p key={kind} className={styles.note}>
          {say({ key: `bill.missing.${because}`, parameters: {} })}
        </p>
      ))}
    </section>
  )
}

/** ACU of both generations; the widest that there is. */
const most = 256

function setRange(change: Partial<BillState['range']>): void {
  billStore.setState(({ range }) => {
    const next = { ...range, ...change }
    return { range: { min: Math.min(next.min, next.max), max: Math.max(1, next.max) } }
  })
}

function Controls() {
  const { range, family, comparing } = billStore()
  return (
    <div className={styles.controls}>
      <NumberField
        label="Serverless from, ACU"
        value={range.min}
        min={0}
        max={most}
        step={0.5}
        onChange={min => setRange({ min })}
      />
      <NumberField
        label="to, ACU"
        value={range.max}
        min={1}
        max={most}
        step={0.5}
        onChange={max => setRange({ max })}
      />
      <label>
        Instances
        <select
          value={family}
          onChange={({ target }) => billStore.setState({ family: target.value as Family })}
        >
          {families.map(name => (
            <option key={name} value={name}>
              db.{name}
            </option>
          ))}
        </select>
      </label>
      <Button look="strong" disabled={comparing === 'running'} onClick={() => void compare()}>
        {comparing === 'done' ? 'Play it again up to now' : 'Play it on the others'}
      </Button>
    </div>
  )
}

function Playing() {
  const share = billStore(state => state.share)
  return (
    <div className={styles.progress}>
      <progress aria-label="Playing the load on other clusters" value={share} max={1} />
      <Button onClick={callOff}>Call it off</Button>
    </div>
  )
}
