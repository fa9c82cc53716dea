/**
 * What the page opens on: the first scenario as it is, by its name. It needs neither the catalogue
 * nor the validator nor the links, so that all of them can be loaded later.
 */
import type { Recording, View } from '../contract/recording.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import { opening } from '../scenarios/opening.ts'
import { openingSetup } from './openingSetup.ts'
import { ownSeed, recordingOf } from './recordingOf.ts'

export interface OpeningRun {
  scenario: Scenario
  setup: Setup
  recording: Recording
  view: View
}

/** Null for any other name, and for links. */
export function openingRun(text: string): OpeningRun | null {
  if (text !== opening.name && text !== `#${opening.name}`) return null
  const setup = openingSetup()
  const view = { at: setup.opensAtMicros, speed: null, selection: null }
  return { scenario: opening, setup, recording: recordingOf(opening, ownSeed(opening), []), view }
}
