/** What nobody published of Multi-Master, as the model has it, with the number of the rule. */
import { mmAssumptions } from '../../../words/mmAssumptions.ts'
import styles from './KeysHelp.module.css'

export function Assumed() {
  return (
    <>
      <h3>What is assumed here</h3>
      <p className={styles.note}>
        Not documented by AWS; marked ≈ on the stage where it acts. The numbers are rules of the
        specification.
      </p>
      <dl className={styles.assumed}>
        {Object.values(mmAssumptions).map(({ rule, gist, sentence }) => (
          <div key={rule}>
            <dt>
              {rule} · {gist}
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
