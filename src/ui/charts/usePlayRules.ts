/**
 * What the page does by itself while the run plays: begins a loop anew at its end, and slows down
 * round marked moments when that is wished. Both only change how one looks.
 */
import { useEffect } from 'react'
import { followPace } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { type SlowStep, startSlowing, stepSlowing } from '../store/slowDown.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { timelineView } from '../store/timelineView.ts'

/** Another story has other instants. */
const wholeRun = { zoom: null, brush: null, loop: null }

/** Goes elsewhere and plays on from there. */
async function playFrom(at: number, speed?: string): Promise<void> {
  const { engine } = engineStore.getState()
  await engine?.seek(at)
  await engine?.play(speed)
}

/** True when the run goes back to the beginning of the loop. */
function loopOver(at: number): boolean {
  const { loop } = timelineView.getState()
  if (loop === null || at < loop.to) return false
  void playFrom(loop.from)
  return true
}

function shownInstants(): number[] {
  const { hiddenShapes } = timelineView.getState()
  const { marks } = timelineStore.getState()
  return marks.filter(({ shape }) => !hiddenShapes.includes(shape)).map(({ at }) => at)
}

function carryOut(step: SlowStep, before: { speed: string; isPaced: boolean } | null): void {
  const { engine } = engineStore.getState()
  if (step.do === 'slow') {
    if (step.from === null) void engine?.play(step.speed)
    else void playFrom(step.from, step.speed)
  } else if (step.do === 'restore' && before !== null) {
    if (before.isPaced) followPace()
    else void engine?.play(before.speed)
  }
}

export function usePlayRules(): void {
  useEffect(() => {
    let slowing = startSlowing(engineStore.getState().playback?.at ?? 0)
    let busyUntil = 0
    return engineStore.subscribe(({ playback, opened }, before) => {
      if (opened !== before.opened) timelineView.setState(wholeRun)
      if (!playback?.isPlaying || playback.seeking || performance.now() < busyUntil) return
      const { at, speed, isPaced } = playback
      if (loopOver(at)) {
        busyUntil = performance.now() + 300
        return
      }
      if (!timelineView.getState().slowsDown) {
        slowing = startSlowing(at)
        return
      }
      const step = stepSlowing(slowing, { at, speed, isPaced, marks: shownInstants() })
      if (step.do === 'nothing') return
      busyUntil = performance.now() + 300
      carryOut(step, slowing.before)
    })
  }, [])
}
