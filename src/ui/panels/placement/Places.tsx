/** The places of one application as a row of slots, and the hand that moves it between them. */
import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useRef } from 'react'
import type { Place } from '../../../engine/contract/commands.ts'
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import { Chip } from './Chip.tsx'
import type { PlaceOnMap } from './placesOf.ts'
import styles from './PlacementPanel.module.css'
import { Slot } from './Slot.tsx'
import { stepBetween } from './stepBetween.ts'

interface PlacesProps {
  view: PlacedView
  places: PlaceOnMap[]
  at: Place
  isLocked: boolean
  onMove: (to: Place) => void
}

const instructions = {
  draggable:
    'Press space to lift the application, arrow keys to carry it to another place, space to put ' +
    'it down, escape to leave it where it was.',
}

/** A press is no drag: the hand has to move a little first. */
const pointer = { activationConstraint: { distance: 4 } }
const keyboard = { coordinateGetter: stepBetween }

export function Places({ view, places, at, isLocked, onMove }: PlacesProps) {
  const sensors = useSensors(useSensor(PointerSensor, pointer), useSensor(KeyboardSensor, keyboard))
  const isHeld = useRef(false)
  const move = (to: Place) => {
    isHeld.current = true
    onMove(to)
  }
  const label = (id: string | number) => places.find(its => its.id === id)?.label ?? ''
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: wordsOf(label), screenReaderInstructions: instructions }}
      onDragEnd={({ over }) => over !== null && over.id !== at && move(String(over.id))}
    >
      <ul className={styles.places} aria-label={`Places of ${view.id}`}>
        {places.map((place, index) => (
          <Slot
            key={place.id}
            place={place}
            application={view.id}
            sessions={view.sessionsOn[index] ?? 0}
            isLocked={isLocked}
            onPress={() => move(place.id)}
          >
            {place.id === at ? (
              <Chip application={view.id} place={place.label} isLocked={isLocked} isHeld={isHeld} />
            ) : null}
          </Slot>
        ))}
      </ul>
    </DndContext>
  )
}

function wordsOf(label: (id: string | number) => string): Announcements {
  return {
    onDragStart: ({ active }) => `${active.id} is lifted.`,
    onDragOver: ({ active, over }) =>
      over ? `${active.id} is over ${label(over.id)}.` : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${active.id} is put down at ${label(over.id)}.` : `${active.id} is put down.`,
    onDragCancel: ({ active }) => `${active.id} stays where it was.`,
  }
}
