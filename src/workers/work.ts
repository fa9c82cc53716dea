/**
 * Work that can be interrupted: a generator that yields after every bounded stretch, with the
 * number of events it executed. A slice of it ends after 8 ms or 20,000 events, whichever comes
 * first, so that no reply ever waits for a flood of events.
 */

/** Yields events executed since the last yield. */
export type Work<Result> = Generator<number, Result, void>

/** Events between two looks at the clock. */
export const stretchEvents = 2_000
const sliceMillis = 8
const sliceEvents = 20_000

export interface Job {
  /** Runs one slice; true when the work is done. */
  slice(clock: () => number): boolean
  /** Ends the work where it is; its promise then resolves with what `cancelled` says. */
  cancel(): void
}

export interface Ticket<Result> {
  job: Job
  promise: Promise<Result>
}

/** Makes a job of a work; `cancelled` answers, or throws, when it is ended early. */
export function createJob<Result>(work: Work<Result>, cancelled: () => Result): Ticket<Result> {
  const { promise, resolve, reject } = deferred<Result>()
  const job: Job = {
    slice(clock) {
      try {
        const result = runSlice(work, clock)
        if (result === null) return false
        resolve(result.value)
      } catch (error) {
        reject(error)
      }
      return true
    },
    cancel() {
      work.return(undefined as Result)
      try {
        resolve(cancelled())
      } catch (error) {
        reject(error)
      }
    },
  }
  return { job, promise }
}

/** Runs one slice; the result when the work is done, null when there is more. */
export function runSlice<Result>(
  work: Work<Result>,
  clock: () => number,
): { value: Result } | null {
  const start = clock()
  let events = 0
  while (events < sliceEvents && clock() - start < sliceMillis) {
    const next = work.next()
    if (next.done) return { value: next.value }
    events += next.value
  }
  return null
}

export interface Deferred<Result> {
  promise: Promise<Result>
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

export function deferred<Result>(): Deferred<Result> {
  let resolve: (result: Result) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<Result>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
