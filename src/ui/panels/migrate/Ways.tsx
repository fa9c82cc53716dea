/** The ways from here to there: what each does, interrupts, bills twice, and cannot take back. */
import { useState } from 'react'
import type { ModifyView } from '../../../engine/contract/modify.ts'
import { type Configuration, type Way, waysBetween } from '../../../words/migrationWays.ts'
import { giveCommand } from '../../store/commands.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'

const targets: Record<Configuration, string> = {
  v2: 'Serverless v2',
  provisioned: 'an instance class',
  v1: 'Serverless v1 (retired)',
}

const otherWay: Record<Configuration, Configuration> = {
  provisioned: 'v2',
  v2: 'provisioned',
  v1: 'provisioned',
}

/** What the empty place was kept for, if that is a class. */
function spareClass(modify: ModifyView | undefined): string {
  const spare = modify?.places.find(
    ({ state, class: its }) => state === 'spare' && its !== 'serverless',
  )
  return spare?.class ?? 'db.r6g.large'
}

interface WaysProps {
  from: Configuration
  modify: ModifyView | undefined
  isOff: boolean
}

export function Ways({ from, modify, isOff }: WaysProps) {
  const [chosen, setChosen] = useState<Configuration | null>(null)
  const [name, setName] = useState(() => spareClass(modify))
  const [keepsOld, setKeepsOld] = useState(false)
  const to = chosen ?? otherWay[from]
  const classes = (modify?.classes ?? []).filter(its => its !== 'serverless')
  return (
    <section className={styles.card} aria-label="Ways to migrate">
      <h3>From {targets[from]} to …</h3>
      <div className={styles.fields}>
        <label>
          <span>Target</span>
          <select value={to} onChange={({ target }) => setChosen(target.value as Configuration)}>
            {Object.entries(targets).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {to === 'provisioned' && classes.length > 0 && (
          <label>
            <span>Class</span>
            <select value={name} onChange={({ target }) => setName(target.value)}>
              {classes.map(its => (
                <option key={its}>{its}</option>
              ))}
            </select>
          </label>
        )}
        {modify && from !== 'v1' && (
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={keepsOld}
              onChange={({ target }) => setKeepsOld(target.checked)}
            />
            Keep the old instance as a reader
          </label>
        )}
      </div>
      <ul className={styles.ways}>
        {waysBetween(from, to).map(way => (
          <WayCard
            key={way.id}
            way={way}
            isOff={isOff || modify === undefined}
            start={plan =>
              giveCommand({
                do: 'StartMigration',
                plan,
                class: to === 'provisioned' ? name : 'serverless',
                ...(keepsOld ? { keepsOld } : {}),
              })
            }
          />
        ))}
      </ul>
    </section>
  )
}

interface WayCardProps {
  way: Way
  isOff: boolean
  start: (plan: NonNullable<Way['plan']>) => unknown
}

function WayCard({ way, isOff, start }: WayCardProps) {
  const { plan } = way
  const rows: [string, string][] = [
    ['Interrupts', way.interrupts],
    ['Billed twice', way.billedTwice],
    ...(way.irreversible === null ? [] : ([['Not taken back', way.irreversible]] as const)),
  ].map(([name, value]) => [name, value])
  return (
    <li>
      <strong>{way.name}</strong>
      <p>{way.does}</p>
      <dl className={styles.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {plan === null ? (
        <p className={styles.quiet}>Described here, not run: it makes or needs another cluster.</p>
      ) : (
        <Start way={way} isOff={isOff} start={() => start(plan)} />
      )}
    </li>
  )
}

/** What cannot be taken back is asked for twice. */
function Start({ way, isOff, start }: { way: Way; isOff: boolean; start: () => unknown }) {
  const [isAsked, setAsked] = useState(false)
  if (!isAsked || way.irreversible === null) {
    return (
      <Button
        look="strong"
        disabled={isOff}
        name={`Start: ${way.name}`}
        onClick={() => (way.irreversible === null ? start() : setAsked(true))}
      >
        Start
      </Button>
    )
  }
  return (
    <p role="alert" className={styles.asked}>
      {way.irreversible}{' '}
      <Button look="strong" disabled={isOff} onClick={() => [setAsked(false), start()]}>
        Start all the same
      </Button>{' '}
      <Button onClick={() => setAsked(false)}>Do not</Button>
    </p>
  )
}
