/**
 * One stopwatch for the stories of a lost writer: what was felt in the story that is open, and in
 * the others as they were last seen. Stories that take part carry its tag.
 */
import { create } from 'zustand'
import type { AvailabilityView } from '../../engine/contract/availabilityView.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { Scenario } from '../../engine/contract/scenario.ts'

export interface Felt {
  story: string
  title: string
  /** Model time at which it was looked at. */
  at: number
  applications: { id: string; downMicros: number; errors: number }[]
  /** Null before all of the engine has come. */
  availability: AvailabilityView | null
}

/** More columns cannot be read side by side. */
const mostStories = 4

export const stopwatch = create<{ felt: Felt[] }>(() => ({ felt: [] }))

export function isTimed(scenario: Scenario | undefined): boolean {
  return scenario?.tags?.includes('stopwatch') ?? false
}

/** Null for a picture of another story: one that is left, or not shown yet. */
export function feltIn(scenario: Scenario, frame: Frame): Felt | null {
  if (!isOf(scenario, frame)) return null
  const { applications, availability, at } = frame
  return {
    story: scenario.name,
    title: scenario.title,
    at,
    applications: applications.map(({ id, downMicros, errors }) => ({ id, downMicros, errors })),
    availability: availability ?? null,
  }
}

/** The same instances and applications, and a proxy where there is to be one. */
function isOf({ cluster, workload = [] }: Scenario, frame: Frame): boolean {
  const names = (list: readonly { id: string }[]) => list.map(({ id }) => id).join()
  const hasProxy = workload.some(its => its.kind === 'sessions' && its.via === 'proxy')
  return (
    names(frame.instances) === names(cluster.instances) &&
    names(frame.applications) === names(workload) &&
    (frame.proxy !== undefined) === hasProxy
  )
}

/** Keeps what is felt in the story that is open; the others stay as they were last seen. */
export function noteFelt(now: Felt): void {
  const others = stopwatch.getState().felt.filter(({ story }) => story !== now.story)
  stopwatch.setState({ felt: [...others, now].slice(-mostStories) })
}
