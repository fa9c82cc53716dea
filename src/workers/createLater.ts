/**
 * What is asked of a session now and then: opening what comes from outside, and the calls that
 * step, search, ask and link. A page loads it after its first picture.
 */
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import { type AskingCalls, askingCalls } from './askingCalls.ts'
import type { LaterDoor } from './engineDoor.ts'
import type { OpenedRun } from './openedRun.ts'
import { giveCommand, switchTo } from './fork.ts'
import { openForeign, openRecording } from './openForeign.ts'
import type { Session } from './session.ts'

export interface Later {
  openForeign(source: Scenario | string): OpenedRun
  openRecording(recording: Recording, view: View): OpenedRun
  calls(session: Session): AskingCalls
  giveCommand: typeof giveCommand
  switchTo: typeof switchTo
}

export function createLater(door: LaterDoor): Later {
  return {
    openForeign: source => openForeign(door, source),
    openRecording: (recording, view) => openRecording(door, recording, view),
    calls: session => askingCalls(session, door),
    giveCommand,
    switchTo,
  }
}
