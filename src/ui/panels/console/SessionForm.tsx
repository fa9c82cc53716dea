/**
 * A session's name, where it is connected, and its isolation level. The name stands in every
 * command of the recording, so it can be chosen only before the first statement.
 */
import { type FormEvent, useState } from 'react'
import type { IsolationLevel } from '../../../engine/contract/sql.ts'
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './ConsolePanel.module.css'
import { changeSession, type ConsoleSession, consoleStore } from './consoleStore.ts'
import { levels, setLevel, usualLevel } from './dialect.ts'
import { runTyped } from './runSteps.ts'
import { setupSession } from './transcript.ts'

interface SessionFormProps {
  session: ConsoleSession
  view: SqlSessionView | undefined
  close: () => void
}

export function SessionForm({ session, view, close }: SessionFormProps) {
  return (
    <div className={styles.form}>
      <NameForm session={session} isFixed={view !== undefined} close={close} />
      <PlaceChoice session={session} view={view} />
      <LevelChoice session={session} view={view} close={close} />
      <ReadChoice session={session} view={view} close={close} />
      <Button
        onClick={() => {
          close()
          void closeSession(session.name, view)
        }}
      >
        Close the session
      </Button>
      {view !== undefined && view.transaction > 0 && <small>Its transaction is rolled back.</small>}
    </div>
  )
}

async function closeSession(name: string, view: SqlSessionView | undefined): Promise<void> {
  if (view !== undefined && view.transaction > 0) await runTyped(name, 'ROLLBACK')
  consoleStore.setState(({ sessions, closed, planned }) => ({
    sessions: sessions.filter(its => its.name !== name),
    closed: [...closed, name],
    planned: planned.filter(step => step.session !== name),
  }))
}

function isFree(name: string): boolean {
  const { sessions, closed } = consoleStore.getState()
  const taken = [setupSession, ...closed, ...sessions.map(its => its.name)]
  return name !== '' && !taken.includes(name)
}

function rename(from: string, to: string): void {
  changeSession(from, { name: to })
  consoleStore.setState(({ planned }) => ({
    planned: planned.map(step => (step.session === from ? { ...step, session: to } : step)),
  }))
}

function NameForm({
  session: { name },
  isFixed,
  close,
}: {
  session: ConsoleSession
  isFixed: boolean
  close: () => void
}) {
  const [text, setText] = useState(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isFree(text.trim())) rename(name, text.trim())
    close()
  }
  return (
    <form className={styles.name} onSubmit={submit}>
      <label>
        Name
        <input
          value={text}
          maxLength={20}
          readOnly={isFixed}
          onChange={event => setText(event.target.value)}
        />
      </label>
      {isFixed ? (
        <small>Fixed: the recording has it.</small>
      ) : (
        <Button type="submit">Rename</Button>
      )}
    </form>
  )
}

function PlaceChoice({ session, view }: Pick<SessionFormProps, 'session' | 'view'>) {
  const instances = useSteady(
    engineStore(({ frame }) => frame?.instances)?.map(({ id, role }) => [id, role] as const),
  )
  const hasReader = instances?.some(([, role]) => role === 'reader') ?? false
  return (
    <label>
      Connected to
      <select
        value={session.on ?? (view?.on || 'cluster')}
        disabled={view !== undefined && view.transaction > 0}
        onChange={event => changeSession(session.name, { on: event.target.value })}
      >
        <option value="cluster">cluster endpoint</option>
        {hasReader && <option value="reader">reader endpoint</option>}
        {instances?.map(([id, role]) => (
          <option key={id} value={id}>
            {role} {id}
          </option>
        ))}
      </select>
    </label>
  )
}

const modes = ['INSTANCE_RAW', 'REGIONAL_RAW'] as const

/** With several writers: whether reads wait for what the others have acknowledged. */
function ReadChoice({ session, view, close }: SessionFormProps) {
  if (view?.consistency === undefined) return null
  const choose = (chosen: string) => {
    close()
    const set = `SET SESSION aurora_mm_session_consistency_level = '${chosen}'`
    void runTyped(session.name, set)
  }
  return (
    <label>
      Reads
      <select
        value={view.consistency}
        disabled={view.transaction > 0}
        onChange={event => choose(event.target.value)}
      >
        {modes.map(its => (
          <option key={its}>{its}</option>
        ))}
      </select>
    </label>
  )
}

function LevelChoice({ session, view, close }: SessionFormProps) {
  const edition = engineStore(({ frame }) => frame?.cluster.edition ?? 'mysql')
  const level = session.level ?? view?.isolation ?? usualLevel[edition]
  const choose = (chosen: IsolationLevel) => {
    close()
    changeSession(session.name, { level: chosen })
    void runTyped(session.name, setLevel(edition, chosen))
  }
  return (
    <label>
      Isolation
      <select value={level} onChange={event => choose(event.target.value as IsolationLevel)}>
        {levels.map(its => (
          <option key={its}>{its}</option>
        ))}
      </select>
    </label>
  )
}
