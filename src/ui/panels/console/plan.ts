/**
 * The steps that are still to be dealt: several sessions, one list. Steps may be dealt in any
 * order; a step of a session that waits is passed over until it is free.
 */

export interface PlannedStep {
  id: number
  session: string
  sql: string
  /** How long time goes on after it, in microseconds; absent = until it is answered or waits. */
  gapMicros?: number
}

/** Moves the step to the place `to`, from 0; beyond the ends means at the ends. */
export function moveStep(steps: readonly PlannedStep[], id: number, to: number): PlannedStep[] {
  const step = steps.find(its => its.id === id)
  if (step === undefined) return [...steps]
  const rest = steps.filter(its => its !== step)
  const place = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, place), step, ...rest.slice(place)]
}

/** The first step whose session is free; null when there is none. */
export function nextOf(
  steps: readonly PlannedStep[],
  busy: ReadonlySet<string>,
): PlannedStep | null {
  return steps.find(({ session }) => !busy.has(session)) ?? null
}

/** `dropAt` is where the pointer is; `middles` are the middles of the steps, from the top down. */
export function placeOf(middles: readonly number[], dropAt: number): number {
  return middles.filter(middle => middle < dropAt).length
}
