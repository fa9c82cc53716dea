/**
 * A cluster from an endpoint and a range of capacity, with defaults that make sense: the engine
 * checks it, and says what is allowed for this generation and edition where something is not.
 */
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../workers/api.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './CreateCluster.module.css'
import { openCluster } from './openCluster.ts'
import {
  type ClusterKind,
  defaultsOf,
  firstWish,
  type ClusterWish,
  scenarioOf,
} from './wishOfCluster.ts'

const kinds: Record<ClusterKind, string> = {
  v2: 'Serverless v2: a range of capacity',
  provisioned: 'Provisioned: an instance class',
  v1: 'Serverless v1 (retired, kept for teaching)',
}

const classes = ['large', 'xlarge', '2xlarge', '4xlarge'].flatMap(size => [
  `db.r6g.${size}`,
  `db.r5.${size}`,
])

interface FieldsProps {
  wish: ClusterWish
  put: (change: Partial<ClusterWish>) => void
}

export function CreateCluster() {
  const [wish, setWish] = useState(firstWish)
  const [problems, setProblems] = useState<Problem[]>([])
  const put = (change: Partial<ClusterWish>) => setWish({ ...wish, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblems(await openCluster(scenarioOf(wish)))
  }
  return (
    <form className={styles.form} onSubmit={event => void submit(event)} noValidate>
      <General wish={wish} put={put} />
      {wish.kind === 'provisioned' ? (
        <ClassField wish={wish} put={put} />
      ) : (
        <RangeFields wish={wish} put={put} />
      )}
      <Problems problems={problems} />
      {wish.kind !== 'v1' && <Others wish={wish} put={put} />}
      <Clients wish={wish} put={put} />
      <Button look="strong" type="submit">
        Create the cluster
      </Button>
    </form>
  )
}

function General({ wish, put }: FieldsProps) {
  return (
    <>
      <label className={styles.field}>
        <span>Endpoint</span>
        <input value={wish.endpoint} onChange={({ target }) => put({ endpoint: target.value })} />
      </label>
      <label className={styles.field}>
        <span>Edition</span>
        <select
          value={wish.edition}
          onChange={({ target }) => put({ edition: target.value as ClusterWish['edition'] })}
        >
          <option value="mysql">MySQL</option>
          <option value="postgresql">PostgreSQL</option>
        </select>
      </label>
      <label className={styles.field}>
        <span>Capacity</span>
        <select
          value={wish.kind}
          onChange={({ target }) => {
            const kind = target.value as ClusterKind
            put({ kind, ...defaultsOf[kind] })
          }}
        >
          {Object.entries(kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

function ClassField({ wish, put }: FieldsProps) {
  return (
    <label className={styles.field}>
      <span>Instance class</span>
      <select value={wish.class} onChange={({ target }) => put({ class: target.value })}>
        {classes.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}

const ranges: Partial<Record<ClusterKind, string>> = {
  v2: 'Steps of 0.5 ACU, an ACU has about 2 GiB. A minimum of 0 may pause.',
  v1: 'Doubling steps; it pauses after this long without a connection.',
}

function RangeFields({ wish, put }: FieldsProps) {
  return (
    <fieldset className={styles.range}>
      <legend>Range</legend>
      <NumberField name="Minimum, ACU" value={wish.min} onValue={min => put({ min })} />
      <NumberField name="Maximum, ACU" value={wish.max} onValue={max => put({ max })} />
      <NumberField
        name="Pauses after"
        value={wish.pauseAfter}
        onValue={pauseAfter => put({ pauseAfter })}
      />
      <small>{ranges[wish.kind]}</small>
    </fieldset>
  )
}

interface NumberFieldProps {
  name: string
  value: string
  onValue: (value: string) => void
}

function NumberField({ name, value, onValue }: NumberFieldProps) {
  return (
    <label className={styles.field}>
      <span>{name}</span>
      <input value={value} onChange={({ target }) => onValue(target.value)} />
    </label>
  )
}

function Others({ wish, put }: FieldsProps) {
  return (
    <>
      <label className={styles.field}>
        <span>Readers</span>
        <select
          value={wish.readers}
          onChange={({ target }) => put({ readers: Number(target.value) })}
        >
          {[0, 1, 2].map(count => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </label>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={wish.hasPlace}
          onChange={({ target }) => put({ hasPlace: target.checked })}
        />
        Keep a place for another instance, so that the cluster can be migrated
      </label>
    </>
  )
}

function Clients({ wish, put }: FieldsProps) {
  return (
    <fieldset className={styles.range}>
      <legend>Applications</legend>
      <CountField
        name="Sessions of a shop"
        value={wish.sessions}
        onValue={sessions => put({ sessions })}
      />
      <CountField
        name="Idle connections of a pool"
        value={wish.idle}
        onValue={idle => put({ idle })}
      />
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={wish.isViaProxy}
          onChange={({ target }) => put({ isViaProxy: target.checked })}
        />
        The shop connects through a proxy
      </label>
      <small>An idle connection, and a proxy, keep a cluster awake that could pause.</small>
    </fieldset>
  )
}

interface CountFieldProps {
  name: string
  value: number
  onValue: (value: number) => void
}

function CountField({ name, value, onValue }: CountFieldProps) {
  return (
    <label className={styles.field}>
      <span>
        {name}: <strong>{value}</strong>
      </span>
      <input
        type="range"
        min={0}
        max={40}
        value={value}
        onChange={({ target }) => onValue(Number(target.value))}
      />
    </label>
  )
}

/** As the engine says it: what is wrong, and what is allowed instead. */
function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul role="alert" className={styles.problems}>
      {problems.map(({ path, message, allowed }) => (
        <li key={`${path} ${message}`}>
          {message}
          {allowed !== null && <>: allowed is {allowed}</>}
        </li>
      ))}
    </ul>
  )
}
