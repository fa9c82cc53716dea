/** What would happen if …? A fault or a healing on a branch of its own, which then plays on. */
import { useState } from 'react'
import type { FaultDescription, FaultKind } from '../../../engine/contract/faults.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { changeByHand } from '../../store/byHand.ts'
import { play } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './WhatIf.module.css'

const noKinds: FaultDescription[] = []
const noFaults: Frame['faults'] = []
const heal = 'heal'

export function WhatIf() {
  const kinds = engineStore(state => state.description?.faults ?? noKinds)
  const faults = useSteady(engineStore(state => state.frame?.faults ?? noFaults))
  const isLocked = viewStore(state => state.isLocked)
  const [kind, setKind] = useState('NodeCrash')
  const [place, setPlace] = useState('')
  const places =
    kind === heal
      ? faults.map(({ fault, target }) => `${fault} ${target}`)
      : (kinds.find(({ fault }) => fault === kind)?.targets ?? [])
  const chosen = places.includes(place) ? place : (places[0] ?? '')
  return (
    <details className={styles.whatIf}>
      <summary>What would happen if …?</summary>
      <label>
        What
        <select value={kind} onChange={({ target }) => setKind(target.value)}>
          {faults.length > 0 && <option value={heal}>heal what is in force</option>}
          {kinds.map(({ fault, title }) => (
            <option key={fault} value={fault}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Where
        <select value={chosen} onChange={({ target }) => setPlace(target.value)}>
          {places.map(each => (
            <option key={each} value={each}>
              {each.split(' ').map(namePlace).join(': ')}
            </option>
          ))}
        </select>
      </label>
      <Button disabled={isLocked || chosen === ''} onClick={() => void look(kind, chosen)}>
        Branch off and look
      </Button>
    </details>
  )
}

/** The run as it was stays on its branch; `Take back` leads there. */
async function look(kind: string, place: string): Promise<void> {
  const isHealing = kind === heal
  const [fault = '', target = ''] = isHealing ? place.split(' ') : [kind, place]
  const doing = isHealing ? 'HealFault' : 'InjectFault'
  const words = `A branch of its own: ${namePlace(fault)} at ${namePlace(target)}`
  const isDone = await changeByHand(
    [{ do: doing, fault: fault as FaultKind, target }],
    isHealing ? `${words}, healed` : words,
  )
  if (isDone) play()
}
