/** What is being changed just now, where the core has nothing more urgent to say. */
import type { Frame } from '../../contract/frame.ts'
import type { World } from '../world.ts'

export function captionModify(world: World, frame: Frame): void {
  const { places, migration } = frame.modify!
  if (!isCalm(frame) && !isWriterChanging(world)) return
  const step = migration?.outcome === 'running' ? migration.steps.find(isNow) : undefined
  const place = places.find(({ state }) => state === 'creating' || state === 'starting')
  if (!step && !place) return
  const name = step ? step.step : place!.state === 'creating' ? 'add' : 'restart'
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
  return /^(caption\.allSix|serverless\.)/.test(caption.key)
}

/** It is gone on purpose, and comes back by itself: nobody need do anything. */
function isWriterChanging({ modify, failover }: World): boolean {
  const { state, isHeld } = modify!.places[failover!.writer]!
  return state === 'starting' && isHeld
}

function isNow({ startedAt, endedAt }: { startedAt: number; endedAt: number }): boolean {
  return startedAt >= 0 && endedAt < 0
}
