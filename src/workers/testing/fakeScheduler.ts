/**
 * Time for tests: a clock that only moves when told, and tasks that run in order, one at a time,
 * as messages do. Nothing waits for real time.
 */
import type { Scheduler } from '../pump.ts'

export interface FakeScheduler extends Scheduler {
  /** Lets real milliseconds pass without running anything. */
  pass(millis: number): void
  /** Runs the next task that is due; false when none is. */
  runOne(): boolean
  /** Runs tasks for so many milliseconds of real time. */
  runFor(millis: number): Promise<void>
  /** Runs, passing time where nothing is due, until a promise is answered. */
  until<Result>(promise: Promise<Result>): Promise<Result>
}

interface Task {
  at: number
  order: number
  run: () => void
}

/** Promises are answered between tasks, in however many steps they need. */
async function settlePromises(): Promise<void> {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

export function fakeScheduler(): FakeScheduler {
  let now = 0
  let order = 0
  let tasks: Task[] = []

  function add(run: () => void, delay: number): void {
    tasks.push({ at: now + delay, order: order++, run })
    tasks.sort((a, b) => a.at - b.at || a.order - b.order)
  }

  function runOne(): boolean {
    const [first] = tasks
    if (first === undefined || first.at > now) return false
    tasks = tasks.slice(1)
    first.run()
    return true
  }

  async function runFor(millis: number): Promise<void> {
    const end = now + millis
    await settlePromises()
    for (;;) {
      while (now <= end && runOne()) await settlePromises()
      const next = tasks[0]?.at ?? Number.POSITIVE_INFINITY
      if (next > end) break
      now = Math.max(now, next)
    }
    now = Math.max(now, end)
  }

  async function until<Result>(promise: Promise<Result>): Promise<Result> {
    const state = { isDone: false }
    const finish = () => {
      state.isDone = true
    }
    promise.then(finish, finish)
    await settlePromises()
    for (let turn = 0; turn < 100_000 && !state.isDone; turn++) {
      await runFor(tasks[0] ? Math.max(0, tasks[0].at - now) : 1)
    }
    return promise
  }

  return {
    clock: () => now,
    soon: task => add(task, 0),
    later: add,
    pass: millis => {
      now += millis
    },
    runOne,
    runFor,
    until,
  }
}
