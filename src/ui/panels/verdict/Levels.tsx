/** The isolation levels, strongest first: what this run still satisfies. */
import type { Holds, LevelName } from '../../../engine/contract/history.ts'
import { levelWords } from '../../../words/verdictWords.ts'
import styles from './VerdictPanel.module.css'

const signs = { true: '✓', false: '✕', undecided: '?' } as const
const words = { true: 'holds', false: 'broken', undecided: 'undecided' } as const

export function Levels({ levels }: { levels: Record<LevelName, Holds> }) {
  return (
    <section aria-label="Isolation levels">
      <h3>Isolation levels that this run satisfies</h3>
      <ul className={styles.levels}>
        {levelWords.map(({ name, title, means }) => {
          const holds = `${levels[name]}` as keyof typeof signs
          return (
            <li key={name} data-holds={holds}>
              <span aria-hidden="true">{signs[holds]}</span>
              <span>
                <b>{title}</b> <small>{words[holds]}</small>
                <br />
                <small>{means}</small>
              </span>
            </li>
          )
        })}
      </ul>
      <p className={styles.quiet}>
        A level that holds here is no promise: another run of the same cluster may break it.
      </p>
    </section>
  )
}
