/**
 * Asks the worker now and then whether it is alive. Beats are counted, not seconds: a machine that
 * slept has missed none. Slices of the worker are short, so five unanswered beats mean that it is
 * gone or caught in a loop.
 */
export interface Heartbeat {
  /** Something came from the worker. */
  answered(): void
  stop(): void
}

/** Calls again and again until stopped. */
export type Every = (task: () => void, millis: number) => () => void

const beatMillis = 1_000
const mostMissed = 5

export function startHeartbeat(every: Every, ask: () => void, onSilence: () => void): Heartbeat {
  let missed = 0
  const stop = every(() => {
    if (missed >= mostMissed) onSilence()
    missed++
    ask()
  }, beatMillis)
  return {
    answered: () => {
      missed = 0
    },
    stop,
  }
}
