/** How far one is in a lesson: what counts, what does not, and what must be withheld. */
import { expect, test } from 'vitest'
import type { Fact } from '../../engine/contract/facts.ts'
import { lessons } from './catalogue.ts'
import type { Lesson } from './lesson.ts'
import {
  freshState,
  isDone,
  type LessonEvent,
  type LessonState,
  reduceLesson,
  withheldIn,
} from './lessonState.ts'
import { whoWinsAPage } from './whoWinsAPage.ts'

function after(...events: LessonEvent[]): LessonState {
  return events.reduce<LessonState>(
    (state, event) => reduceLesson(whoWinsAPage, state, event),
    freshState,
  )
}

const to = (step: number): LessonEvent => ({ kind: 'went', step })
const says = (choice: string): LessonEvent => ({ kind: 'predicted', choice })
const verdict: LessonEvent = { kind: 'revealed', verdict: { held: ['w1'], because: [] } }
const toGoal = [to(1), says('w2'), verdict, to(2), to(3)]

test('one goes on by one step, and back to any', () => {
  expect(after(to(1)).step).toBe(1)
  expect(after(to(2)).step).toBe(0)
  expect(after(to(-1)).step).toBe(0)
  expect(after(...toGoal, to(0)).step).toBe(0)
})

test('a question is not left for the next step before its answer is told', () => {
  expect(after(to(1), to(2)).step).toBe(1)
  expect(after(to(1), says('w2'), to(2)).step).toBe(1)
  expect(after(to(1), says('w2'), verdict, to(2)).step).toBe(2)
})

test('a prediction is given once, of what was offered, and before the reveal', () => {
  expect(after(to(1), says('w2'), says('w1')).predicted).toEqual({ predict: 'w2' })
  expect(after(to(1), says('somebody else')).predicted).toEqual({})
  expect(after(says('w1')).predicted).toEqual({})
  expect(after(to(1), verdict).verdicts).toEqual({})
})

test('a goal that was missed may be tried again; one that was reached stays reached', () => {
  const because = { fact: 'TransactionRolledBack' } as Fact
  const failed: LessonEvent = { kind: 'judged', standing: { kind: 'failed', because } }
  const passed: LessonEvent = { kind: 'judged', standing: { kind: 'passed' } }
  expect(isDone(whoWinsAPage, after(...toGoal))).toBe(false)
  expect(isDone(whoWinsAPage, after(...toGoal, failed))).toBe(false)
  expect(isDone(whoWinsAPage, after(...toGoal, failed, passed))).toBe(true)
  expect(isDone(whoWinsAPage, after(...toGoal, passed, failed))).toBe(true)
  expect(after(failed).standings).toEqual({})
})

test('what comes is withheld from the first step on until the prediction is given', () => {
  const kept = { story: 'who-wins-a-page', after: 10_800 }
  expect(withheldIn(whoWinsAPage, after())).toEqual(kept)
  expect(withheldIn(whoWinsAPage, after(to(1)))).toEqual(kept)
  expect(withheldIn(whoWinsAPage, after(to(1), says('both')))).toBeNull()
  expect(withheldIn(whoWinsAPage, after(to(1), says('both'), to(0)))).toBeNull()
})

test('one who enters behind a question is not kept from anything', () => {
  expect(withheldIn(whoWinsAPage, { ...freshState, step: 3 })).toBeNull()
})

test.each(lessons.map((lesson): [string, Lesson] => [lesson.name, lesson]))(
  '%s: steps have names of their own, and questions wait before what they ask about',
  (_, { steps }) => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    for (const { at, playTo, prediction } of steps) {
      expect(playTo ?? at).toBeGreaterThanOrEqual(at)
      if (prediction === undefined) continue
      expect(prediction.choices.length).toBeGreaterThan(1)
      expect(prediction.revealTo).toBeGreaterThan(playTo ?? at)
    }
  },
)
