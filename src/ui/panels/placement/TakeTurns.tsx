/** The trap as a switch: all requests to each writer in turn, and back to where they were. */
import { useState } from 'react'
import type { Place } from '../../../engine/contract/commands.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacementView } from '../../../engine/contract/placementView.ts'
import { giveCommand } from '../../store/commands.ts'
import { placeOf } from './placesOf.ts'
import { Switch } from './Switch.tsx'

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
    return Promise.all(
      applications.map(({ id }, index) => {
        const own = before[id] ?? frame.instances[index % frame.instances.length]!.id
        return giveCommand({ do: 'SetPlacement', workload: id, on: on ? 'round-robin' : own })
      }),
    )
  }
  return (
    <Switch isOn={isOn} isLocked={isLocked} give={turn}>
      All take turns (round-robin)
    </Switch>
  )
}
