/**
 * Model time between two frames. Frames come about 30 times a second and the screen wants 60 or
 * more, so the clock runs on at the speed in force and is set right by every frame; a small step
 * back is swallowed, so that nothing on the stage trembles.
 */
import type { Micros } from '../../engine/contract/units.ts'

export interface ClockSetting {
  at: Micros
  /** Model time over real time; 0 when paused. */
  speed: number
}

/** Without news for so long the clock waits: the engine is busy or gone. */
const longestRunMillis = 120
/** A frame may be this far behind the shown instant before the clock steps back. */
const swallowedMillis = 40

let setting: ClockSetting = { at: 0, speed: 0 }
let setAtMillis = 0
let shown: Micros = 0

export function clockAt({ at, speed }: ClockSetting, elapsedMillis: number): Micros {
  if (speed === 0 || !Number.isFinite(speed)) return at
  return at + Math.min(Math.max(elapsedMillis, 0), longestRunMillis) * 1000 * speed
}

/** Keeps the clock from stepping back by less than a frame while it runs. */
export function withoutTremble(next: Micros, before: Micros, speed: number): Micros {
  const back = before - next
  const isTremble = back > 0 && Number.isFinite(speed) && back < swallowedMillis * 1000 * speed
  return isTremble ? before : next
}

export function setClock(next: ClockSetting, nowMillis: number): void {
  setting = next
  setAtMillis = nowMillis
}

/** What the stage asks at every paint. */
export const modelClock = {
  timeNow(): Micros {
    const next = clockAt(setting, performance.now() - setAtMillis)
    shown = withoutTremble(next, shown, setting.speed)
    return shown
  },
}
