/** The ways from here to there: what each does, interrupts, bills twice, and cannot take back. */
import { useState } from 'react'
import type { ModifyView } from '../../../engine/contract/modify.ts'
import { type Configuration, type Way, waysBetween } from '../../../words/migrationWays.ts'
import { giveCommand } from '../../store/commands.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'
import { type Target, TargetFields, targets } from './TargetFields.tsx'

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
  const [wish, setWish] = useState<Partial<Target>>({})
  const target = { to: otherWay[from], class: spareClass(modify), keepsOld: false, ...wish }
  const start = (plan: NonNullable<Way['plan']>) =>
    giveCommand({
      do: 'StartMigration',
      plan,
      class: target.to === 'provisioned' ? target.class : 'serverless',
      ...(plan === 'threeStages' ? { via: target.class } : {}),
      ...(target.keepsOld ? { keepsOld: true } : {}),
    })
  return (
    <section className={styles.card} aria-label="Ways to migrate">
      <h3>From {targets[from]} to …</h3>
      <TargetFields
        target={target}
        classes={(modify?.classes ?? []).filter(its => its !== 'serverless')}
        hasClassBetween={from === 'v1' && target.to === 'v2'}
        mayKeepOld={modify !== undefined && from !== 'v1'}
        put={change => setWish({ ...wish, ...change })}
      />
      <ul className={styles.ways}>
        {waysBetween(from, target.to).map(way => (
          <WayCard key={way.id} way={way} isOff={isOff || modify === undefined} start={start} />
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
        <p className={styles.quiet}>Described here, not run: it needs another cluster.</p>
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
