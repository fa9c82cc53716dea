/** Each place of the cluster: what stands there, and the single changes that can be asked for. */
import { useState } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { ModifyView, PlaceView } from '../../../engine/contract/modify.ts'
import { wholeSeconds } from '../../../words/wholeSeconds.ts'
import { giveCommand } from '../../store/commands.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'

interface PlaceRowsProps {
  frame: Frame
  modify: ModifyView
  isOff: boolean
}

export function PlaceRows({ frame, modify, isOff }: PlaceRowsProps) {
  return (
    <section className={styles.card} aria-label="Instances">
      <h3>Instances, one change at a time</h3>
      <ul className={styles.ways}>
        {modify.places.map(place => (
          <PlaceRow key={place.id} {...{ place, frame, isOff }} classes={modify.classes} />
        ))}
      </ul>
    </section>
  )
}

const states: Record<PlaceView['state'], string> = {
  spare: 'a place kept, empty',
  creating: 'being created',
  starting: 'starts with another class',
  upgrading: 'starts with a newer engine',
  present: '',
  green: 'the green copy, which follows',
  blue: 'the old blue cluster, billed until it is deleted',
}

type Asked = 'add' | 'class' | 'remove' | 'failover' | 'upgrade'

interface PlaceRowProps {
  place: PlaceView
  frame: Frame
  classes: string[]
  isOff: boolean
}

function PlaceRow({ place, frame, classes, isOff }: PlaceRowProps) {
  const { id, state, endsAt, zone } = place
  const [name, setName] = useState(place.class)
  const role = frame.instances.find(its => its.id === id)?.role ?? 'reader'
  const left = endsAt > frame.at ? `, ${wholeSeconds(endsAt - frame.at)} left` : ''
  const words = state === 'present' ? `${role}, ${place.class}` : `${states[state]}${left}`
  const change = (asked: Asked) =>
    giveCommand({
      do: 'ModifyCluster',
      change: asked,
      instance: id,
      ...(asked === 'add' || asked === 'class' ? { class: name } : {}),
    })
  return (
    <li>
      <p>
        <strong>{id}</strong> in {zone}: {words}
      </p>
      {(state === 'spare' || state === 'present') && (
        <div className={styles.acts}>
          <select
            aria-label={`Class of ${id}`}
            value={name}
            onChange={({ target }) => setName(target.value)}
          >
            {classes.map(its => (
              <option key={its}>{its}</option>
            ))}
          </select>
          {state === 'spare' ? (
            <Button disabled={isOff} name={`Add ${id}`} onClick={() => change('add')}>
              Add
            </Button>
          ) : (
            <Button
              disabled={isOff || name === place.class}
              name={`Change the class of ${id}`}
              onClick={() => change('class')}
            >
              Change class
            </Button>
          )}
          {role === 'reader' && <TierField place={place} isOff={isOff} />}
          {state === 'present' && role === 'reader' && (
            <ReaderActs id={id} isOff={isOff} change={change} />
          )}
          {frame.modify?.isOldEngine && role === 'writer' && (
            <Button disabled={isOff} onClick={() => change('upgrade')}>
              Upgrade the engine
            </Button>
          )}
        </div>
      )}
      {state === 'blue' && <Delete id={id} isOff={isOff} change={change} />}
    </li>
  )
}

const tiers = Array.from({ length: 16 }, (_, tier) => tier)

/** Who takes over first, and who follows a serverless writer: tiers 0 and 1. */
function TierField({ place, isOff }: { place: PlaceView; isOff: boolean }) {
  const { id, tier } = place
  return (
    <select
      aria-label={`Tier of ${id}`}
      value={tier}
      disabled={isOff}
      onChange={({ target }) =>
        giveCommand({
          do: 'ModifyCluster',
          change: 'tier',
          instance: id,
          tier: Number(target.value),
        })
      }
    >
      {tiers.map(its => (
        <option key={its} value={its}>
          tier {its}
        </option>
      ))}
    </select>
  )
}

interface ReaderActsProps {
  id: string
  isOff: boolean
  change: (asked: 'remove' | 'failover') => unknown
}

function ReaderActs({ id, isOff, change }: ReaderActsProps) {
  return (
    <>
      <Button disabled={isOff} name={`Fail over to ${id}`} onClick={() => change('failover')}>
        Fail over to it
      </Button>
      <Delete id={id} isOff={isOff} change={change} />
    </>
  )
}

function Delete({ id, isOff, change }: ReaderActsProps) {
  return (
    <Button disabled={isOff} name={`Delete ${id}`} onClick={() => change('remove')}>
      Delete
    </Button>
  )
}
