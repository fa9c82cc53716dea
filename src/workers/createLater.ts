/**
 * What is asked of a run now and then: opening what comes from outside, links, steps and searches,
 * questions. A page loads it after its first picture.
 */
import type { Cause } from '../engine/contract/cause.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { SubjectId } from '../engine/contract/ids.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Recording, View } from '../engine/contract/recording.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { UntilOutcome } from './api.ts'
import type { LaterDoor } from './engineDoor.ts'
import type { OpenedRun } from './openedRun.ts'
import { openForeign, openRecording } from './openForeign.ts'
import { digestAt, factsOf, reportAt, summaryOf, whyAt } from './questions.ts'
import { runUntilFact, type Search, stepBy } from './searches.ts'
import type { Timeline } from './timeline.ts'
import type { Work } from './work.ts'

export interface Later extends LaterDoor {
  openForeign(source: Scenario | string): OpenedRun
  openRecording(recording: Recording, view: View): OpenedRun
  stepBy: typeof stepBy
  runUntilFact(timeline: Timeline, search: Search): Work<UntilOutcome>
  /** Facts up to the instant shown, or within the filter's own window. */
  factsOf(timeline: Timeline, filter: FactPattern | undefined, shownAt: Micros): Work<Fact[]>
  reportAt(timeline: Timeline, at: Micros): Work<Report>
  digestAt(timeline: Timeline, at: Micros): Work<string>
  whyAt(timeline: Timeline, subject: SubjectId, at: Micros): Work<Cause[]>
  summaryOf: typeof summaryOf
}

export function createLater(door: LaterDoor): Later {
  return {
    ...door,
    openForeign: source => openForeign(door, source),
    openRecording: (recording, view) => openRecording(door, recording, view),
    stepBy,
    runUntilFact: (timeline, search) => runUntilFact(door, timeline, search),
    factsOf: (timeline, filter, shownAt) => factsOf(door, timeline, filter, shownAt),
    reportAt: (timeline, at) => reportAt(door, timeline, at),
    digestAt: (timeline, at) => digestAt(door, timeline, at),
    whyAt: (timeline, subject, at) => whyAt(door, timeline, subject, at),
    summaryOf,
  }
}
