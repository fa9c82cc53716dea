/** The heads of the columns: name, state and place of each session, and a button for one more. */
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { Button } from '../../widgets/Button.tsx'
import { Popup } from '../../widgets/Popup.tsx'
import styles from './Sheet.module.css'
import { type ConsoleSession, consoleStore } from './consoleStore.ts'
import { SessionForm } from './SessionForm.tsx'
import { freeName, mostSessions } from './sessions.ts'

export function SessionHeads({ columns }: { columns: ConsoleSession[] }) {
  return (
    <div className={styles.heads}>
      <AddSession columns={columns} />
      {columns.map(session => (
        <SessionHead key={session.name} session={session} />
      ))}
    </div>
  )
}

function AddSession({ columns }: { columns: ConsoleSession[] }) {
  const names = new Set(columns.map(({ name }) => name))
  const add = () =>
    consoleStore.setState(({ sessions, closed }) => {
      const name = freeName(new Set([...names, ...closed]))
      return { sessions: [...sessions, { name, on: null, level: null }] }
    })
  return (
    <Button
      look="quiet"
      icon="heal"
      name="Add a session"
      className={styles.add}
      disabled={columns.length >= mostSessions}
      onClick={add}
    />
  )
}

/** What the session is at, by a sign and a word. */
const states: Record<SqlSessionView['state'], [sign: string, word: string]> = {
  idle: ['○', 'idle'],
  inTransaction: ['●', 'in a transaction'],
  running: ['▸', 'runs'],
  waiting: ['‖', 'waits'],
  aborted: ['✕', 'failed: ROLLBACK'],
  lost: ['✕', 'connection lost'],
}

function useSessionView(name: string): SqlSessionView | undefined {
  return useSteady(
    engineStore(({ frame }) => frame?.sql?.sessions)?.find(session => session.name === name),
  )
}

function SessionHead({ session }: { session: ConsoleSession }) {
  const view = useSessionView(session.name)
  const [sign, word] = states[view?.state ?? 'idle']
  const level = session.level ?? view?.isolation ?? null
  return (
    <div className={styles.head} data-state={view?.state ?? 'idle'}>
      <strong>{session.name}</strong>
      <Popup name={`Session ${session.name}`} icon="down">
        {close => <SessionForm session={session} view={view} close={close} />}
      </Popup>
      <small>
        <span aria-hidden="true">{sign}</span> {word}
        {view !== undefined && waitedFor(view)}
        {level !== null && <span className={styles.level}> · {level}</span>}
      </small>
    </div>
  )
}

/** On whom it waits; for what, its card tells. */
function waitedFor({ state, waitsFor }: SqlSessionView): string {
  const holders = state === 'waiting' && waitsFor?.what === 'lock' ? waitsFor.holders : []
  return holders.length === 0 ? '' : ` for ${holders.join(', ')}`
}
