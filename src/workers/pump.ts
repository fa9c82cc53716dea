/**
 * Takes turns between what moves the picture and the questions asked beside it, one bounded slice
 * at a time, and lets every message of the page in between. The clock and the scheduler are given,
 * so that tests need no thread and no waiting.
 */
import { deferred, type Job } from './work.ts'

export interface Scheduler {
  /** Milliseconds; only differences count. */
  clock(): number
  /** Runs a task after the messages that are already waiting. */
  soon(task: () => void): void
  later(task: () => void, millis: number): void
}

/** Idle time between two ticks of playing: half a frame. */
const tickMillis = 16

export interface Pump {
  scheduler: Scheduler
  /** What moves the picture; true = it wants another slice at once, null = nothing to move. */
  moveOn: () => boolean | null
  questions: Job[]
  isQuestionNext: boolean
  isScheduled: boolean
  /** Counts what was scheduled, so that a later tick that was overtaken does nothing. */
  round: number
  afterTick: () => void
  ticks: { resolve: (value: void) => void }[]
}

export function createPump(
  scheduler: Scheduler,
  moveOn: () => boolean | null,
  afterTick: () => void,
): Pump {
  const idle = { questions: [], isQuestionNext: false, isScheduled: false, round: 0, ticks: [] }
  return { scheduler, moveOn, afterTick, ...idle }
}

/** Makes sure that a tick comes soon, whatever was planned for later. */
export function wake(pump: Pump): void {
  if (pump.isScheduled) return
  pump.isScheduled = true
  const round = ++pump.round
  pump.scheduler.soon(() => tick(pump, round))
}

export function addQuestion(pump: Pump, job: Job): void {
  pump.questions.push(job)
  wake(pump)
}

/** Resolves after the next slice. */
export function nextTick(pump: Pump): Promise<void> {
  const { promise, resolve } = deferred<void>()
  pump.ticks.push({ resolve })
  wake(pump)
  return promise
}

function tick(pump: Pump, round: number): void {
  if (round !== pump.round) return
  pump.isScheduled = false
  const isQuestion = pump.isQuestionNext && pump.questions.length > 0
  pump.isQuestionNext = !isQuestion
  const wants = isQuestion ? true : pump.moveOn()
  if (isQuestion || wants === null) sliceQuestion(pump)
  pump.afterTick()
  for (const waiter of pump.ticks.splice(0)) waiter.resolve()
  if (pump.questions.length > 0 || wants === true) wake(pump)
  else if (wants === false) wakeLater(pump)
}

function sliceQuestion({ questions, scheduler }: Pump): void {
  const [first] = questions
  if (first?.slice(scheduler.clock)) questions.splice(questions.indexOf(first), 1)
}

function wakeLater(pump: Pump): void {
  if (pump.isScheduled) return
  const round = ++pump.round
  pump.scheduler.later(() => tick(pump, round), tickMillis)
}
