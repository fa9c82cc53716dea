/** What is being changed just now, where the core has nothing more urgent to say. */
import type { Frame } from '../../contract/frame.ts'
import type { MigrationStep, PlaceView } from '../../contract/modify.ts'
import type { World } from '../world.ts'

/** What goes on at a place, as the step of a plan is called that does the same. */
const kinds: Partial<Record<PlaceView['state'], MigrationStep>> = {
  creating: 'add',
  starting: 'restart',
  upgrading: 'upgrade',
}

export function captionModify(world: World, frame: Frame): void {
  const { places, migration } = frame.modify!
  if (!isCalm(frame) && !isWriterChanging(world)) return
  const step = migration?.outcome === 'running' ? migration.steps.find(isNow) : undefined
  const place = places.find(({ state }) => state in kinds)
  if (!step && !place) return
  const name = step ? step.step : kinds[place!.state]
  const parameters = {
    step: step ? migration!.steps.indexOf(step) + 1 : 0,
    steps: migration?.steps.length ?? 0,
    instance: place?.id ?? '',
    class: place?.class ?? migration!.class,
    inMicros: Math.max(0, (place?.endsAt ?? 0) - world.now),
    notCarried: migration?.notCarried ?? 0,
  }
  frame.caption = { key: `modify.${name}`, parameters }
  frame.hint = { key: `modify.hint.${name}`, parameters }
  frame.glowing = null
}

function isCalm({ caption }: Frame): boolean {
  return /^(caption\.allSix|serverless(V1)?\.)/.test(caption.key)
}

/** It is gone on purpose, and comes back by itself: nobody need do anything. */
function isWriterChanging({ modify, failover }: World): boolean {
  const { state, isHeld } = modify!.places[failover!.writer]!
  return (state === 'starting' || state === 'upgrading') && isHeld
}

function isNow({ startedAt, endedAt }: { startedAt: number; endedAt: number }): boolean {
  return startedAt >= 0 && endedAt < 0
}
