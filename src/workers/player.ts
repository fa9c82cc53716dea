/**
 * The player: how fast we look, whose wish the speed is, and up to where. The clock decides how
 * far a slice gets, never what happens in it; what the machine cannot keep up with is not made up
 * for later, and shows as a reached speed below the asked one.
 */
import type { Micros, SpeedText } from '../engine/contract/units.ts'
import type { EngineDoor } from './engineDoor.ts'
import { createPace, type PaceStep, paceAt, passTime } from './pace.ts'
import { noteReached, type ReachedSpeed } from './reachedSpeed.ts'
import { advance, type Timeline } from './timeline.ts'
import { stretchEvents, type Work } from './work.ts'

export interface Player {
  isPlaying: boolean
  /** The scenario's own pace, and what the viewer set instead. */
  scenarioPace: PaceStep[]
  chosen: PaceStep[] | null
  /** Playing halts here. */
  limit: Micros
  /** Model time with its fraction, and the real time at which it was so. */
  position: number
  tickedAtMillis: number
  reached: ReachedSpeed
}

/** After a longer gap (a tab asleep) time is not made up for. */
const longestTickMillis = 100

export function createPlayer(engine: EngineDoor, { setup }: Timeline): Player {
  return {
    isPlaying: false,
    scenarioPace: createPace(setup.pace, engine.parseSpeed),
    chosen: null,
    limit: setup.untilMicros,
    position: 0,
    tickedAtMillis: 0,
    reached: { samples: [] },
  }
}

/** Sets the viewer's own speed, or goes back to the scenario's pace with null. */
export function chooseSpeed(player: Player, engine: EngineDoor, speed: SpeedText | null): void {
  if (speed !== null && engine.parseSpeed(speed) === null) {
    throw new RangeError(`there is no speed "${speed}": from "1/10000" over "1" to "max"`)
  }
  player.chosen = speed === null ? null : createPace([{ from: 0, speed }], engine.parseSpeed)
  player.reached.samples = []
}

export function speedAt({ chosen, scenarioPace }: Player, at: Micros): SpeedText {
  return paceAt(chosen ?? scenarioPace, at).speed
}

/** Starts, or goes on; from the end of the scenario it goes on to the last instant there is. */
export function startPlaying(player: Player, timeline: Timeline, millis: number): void {
  const at = timeline.machine.at()
  player.limit =
    at < timeline.setup.untilMicros ? timeline.setup.untilMicros : lastInstant(timeline)
  player.isPlaying = at < player.limit && timeline.machine.broken() === null
  player.position = at
  player.tickedAtMillis = millis
  player.reached.samples = []
}

/** A run can be looked at up to ten times its length: what lies beyond, no link can carry. */
export function lastInstant({ setup }: Timeline): Micros {
  return setup.untilMicros * 10
}

/** Where playing should be by now. */
export function nextTarget(player: Player, millis: number): Micros {
  const passed = Math.min(millis - player.tickedAtMillis, longestTickMillis)
  player.tickedAtMillis = millis
  const pace = player.chosen ?? player.scenarioPace
  player.position = Math.min(player.limit, passTime(pace, player.position, passed * 1_000))
  return Math.floor(player.position)
}

/** Plays up to a target in stretches. */
export function* playTo(timeline: Timeline, target: Micros): Work<void> {
  for (;;) {
    const { events, stopped } = advance(timeline, target, stretchEvents)
    if (stopped !== 'limit') return
    yield events
  }
}

/** After a slice: notes what was reached, gives up what was not, and stops at the end. */
export function settleTick(player: Player, timeline: Timeline, millis: number): void {
  const at = timeline.machine.at()
  if (at < Math.floor(player.position)) player.position = at
  noteReached(player.reached, millis, at)
  if (at >= player.limit || timeline.machine.broken()) player.isPlaying = false
}
