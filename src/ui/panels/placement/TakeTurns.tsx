/** The trap as a switch: all requests to each writer in turn, and back to where they were. */
import { useState } from 'react'
import type { Place } from '../../../engine/contract/commands.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacementView } from '../../../engine/contract/placementView.ts'
import { giveCommand } from '../../store/commands.ts'
import { placeOf } from './placesOf.ts'
import styles from './PlacementPanel.module.css'

interface TakeTurnsProps {
  frame: Frame
  placement: PlacementView
  isLocked: boolean
}

export function TakeTurns({ frame, placement, isLocked }: TakeTurnsProps) {
  const [before, setBefore] = useState<Record<string, Place>>({})
  const { applications } = placement
  const isOn = applications.every(({ route }) => route === 'round-robin')
  const turn = (on: boolean) => {
    if (on) setBefore(Object.fromEntries(applications.map(its => [its.id, placeOf(frame, its)])))
    for (const [index, { id }] of applications.entries()) {
      const own = before[id] ?? frame.instances[index % frame.instances.length]!.id
      void giveCommand({ do: 'SetPlacement', workload: id, on: on ? 'round-robin' : own })
    }
  }
  return (
    <label className={styles.turns}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isLocked}
        onChange={event => turn(event.target.checked)}
      />
      All take turns (round-robin)
    </label>
  )
}
