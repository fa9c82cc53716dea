/**
 * Faults in the words of Aurora itself: its fault-injection statements, given to an instance. What
 * cannot be read is told with its place and what may stand there, and the text stays.
 */
import { useState } from 'react'
import type { Problem } from '../../../workers/api.ts'
import { giveCommand } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './FaultsPanel.module.css'

const first = 'ALTER SYSTEM CRASH INSTANCE;'

const examples = [
  first,
  'ALTER SYSTEM CRASH DISPATCHER;',
  'ALTER SYSTEM SIMULATE 50 PERCENT DISK FAILURE IN DISK 1 FOR INTERVAL 2 SECOND;',
  'ALTER SYSTEM SIMULATE 80 PERCENT DISK CONGESTION BETWEEN 5 AND 20 MILLISECONDS IN NODE 1 ' +
    'FOR INTERVAL 1 SECOND;',
  'ALTER SYSTEM SIMULATE 100 PERCENT READ REPLICA FAILURE TO ALL FOR INTERVAL 1 SECOND;',
]

export function StatementForm() {
  const instances = useSteady(engineStore(({ frame }) => frame?.instances)?.map(({ id }) => id))
  const isLocked = viewStore(state => state.isLocked)
  const [on, setOn] = useState('')
  const [text, setText] = useState(first)
  const [problems, setProblems] = useState<Problem[]>([])
  const chosen = instances?.includes(on) ? on : (instances?.[0] ?? '')
  const run = async () => setProblems(await runStatement(text, chosen))
  return (
    <details className={styles.kind}>
      <summary>In Aurora’s own words</summary>
      <p className={styles.note}>
        Fault-injection statements of Aurora MySQL. A crash of an instance causes no failover.
      </p>
      <form
        className={styles.statement}
        onSubmit={event => {
          event.preventDefault()
          void run()
        }}
      >
        <label>
          Given to
          <select value={chosen} onChange={event => setOn(event.target.value)}>
            {instances?.map(id => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
        <textarea
          aria-label="Fault-injection statement"
          rows={3}
          maxLength={400}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <div role="alert">
          {problems.map(problem => (
            <p key={problem.path} className={styles.problem}>
              {problem.path}: {problem.message}
              {problem.allowed === null ? '.' : `. Allowed: ${problem.allowed}.`}
            </p>
          ))}
        </div>
        <Button type="submit" disabled={isLocked || chosen === ''}>
          Run the statement
        </Button>
      </form>
      <p className={styles.note}>Examples</p>
      <ul className={styles.examples}>
        {examples.map(example => (
          <li key={example}>
            <Button onClick={() => setText(example)}>{example}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/**
 * Returns what was wrong with it. A refusal ends it and is told across the page; its faults heal by
 * themselves when their interval is over.
 */
async function runStatement(text: string, on: string): Promise<Problem[]> {
  const read = await engineStore.getState().engine?.readStatement(text, on)
  if (read === undefined) return []
  if (!read.ok) return read.problems
  for (const command of read.commands) {
    const outcome = await giveCommand(command)
    if (outcome?.accepted !== true) break
  }
  return []
}
