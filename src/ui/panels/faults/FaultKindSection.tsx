/** One kind of fault: what it does, how strong it is, and a switch for every target. */
import { useState } from 'react'
import type { FaultDescription, FaultParameter } from '../../../engine/contract/faults.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { giveCommand } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './FaultsPanel.module.css'
import { FaultStrength } from './FaultStrength.tsx'
import { useSteady } from '../../store/useSteady.ts'

type Strength = Partial<Record<FaultParameter, number>>

function defaultStrength({ parameters }: FaultDescription): Strength {
  return Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]))
}

export function FaultKindSection({ kind, isOpen }: { kind: FaultDescription; isOpen: boolean }) {
  const [strength, setStrength] = useState(() => defaultStrength(kind))
  return (
    <details className={styles.kind} open={isOpen}>
      <summary>
        {kind.title}
        {kind.targets.length > 0 && <Handle kind={kind} strength={strength} />}
      </summary>
      <p className={styles.note}>{kind.summary}</p>
      {kind.parameters.map(parameter => (
        <FaultStrength
          key={parameter.name}
          fault={kind.fault}
          parameter={parameter}
          value={strength[parameter.name] ?? parameter.default}
          onValue={value => setStrength({ ...strength, [parameter.name]: value })}
        />
      ))}
      <Targets kind={kind} strength={strength} />
    </details>
  )
}

/** Taken by hand, and dropped on a target on the stage. */
function Handle({ kind, strength }: { kind: FaultDescription; strength: Strength }) {
  const isLocked = viewStore(state => state.isLocked)
  if (isLocked) return null
  return (
    <span
      className={styles.handle}
      aria-hidden="true"
      title="Drag it onto its target on the stage"
      data-grip={kind.fault}
      data-strength={JSON.stringify(strength)}
    >
      ⠿
    </span>
  )
}

function Targets({ kind, strength }: { kind: FaultDescription; strength: Strength }) {
  const { fault, title, targets } = kind
  const inForce = useSteady(
    engineStore(({ frame }) => frame?.faults)?.filter(active => active.fault === fault),
  )
  const isLocked = viewStore(state => state.isLocked)
  const isFailed = (target: TargetId) => inForce?.some(active => active.target === target) ?? false
  const ring = (highlighted: TargetId | null) => viewStore.setState({ highlighted })
  const toggle = (target: TargetId) =>
    giveCommand(
      isFailed(target)
        ? { do: 'HealFault', fault, target }
        : { do: 'InjectFault', fault, target, ...strength },
    )
  if (targets.length === 0) return <p className={styles.note}>There is none in this cluster.</p>
  return (
    <ul className={styles.targets}>
      {targets.map(target => (
        <li key={target}>
          <Button
            className={styles.target}
            aria-label={`${title}: ${namePlace(target)}`}
            isPressed={isFailed(target)}
            disabled={isLocked}
            onMouseEnter={() => ring(target)}
            onMouseLeave={() => ring(null)}
            onFocus={() => ring(target)}
            onBlur={() => ring(null)}
            onClick={() => toggle(target)}
          >
            {wordOf(target)}
            {isFailed(target) && <small>failed</small>}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Links read best as arrows: w1 → b1, w1 ↔ b1. */
function wordOf(target: TargetId): string {
  const isLink = target.includes('>')
  if (!isLink) return namePlace(target)
  return target
    .replace('<>', ' ↔ ')
    .replace('>', ' → ')
    .replaceAll('node-', '')
    .replaceAll('az-', 'zone ')
}
