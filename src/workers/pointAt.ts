/**
 * What happened at a point of a chart: the stretch of its bin is gone over beside what is shown,
 * and below each answer stands the chain of the fact behind it, regained by another replay.
 */
import type { Cause } from '../engine/contract/cause.ts'
import type { SubjectId } from '../engine/contract/ids.ts'
import type { LaterDoor, PointsDoor } from './engineDoor.ts'
import { whyAt } from './questions.ts'
import type { Timeline } from './timeline.ts'
import { onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

/** Each is a replay of its own; of the others only the fact is named. */
const mostChains = 3

interface Doors {
  later: LaterDoor
  points: PointsDoor
}

export function* pointAt(
  { later, points }: Doors,
  timeline: Timeline,
  subject: SubjectId,
): Work<Cause[]> {
  const question = points.askPoint(subject)
  if (question === null) return []
  const { from, to } = question.point
  const { facts } = timeline.branch
  if (question.needsBefore) {
    const { machine } = yield* walk(timeline, onlyState(from))
    question.noteBefore(machine, facts)
  }
  const matches = (fact: (typeof facts)[number]) => {
    question.hear(fact)
    return false
  }
  const { machine } = yield* walk(timeline, { from, to, isDetailed: true, matches })
  const known = facts.filter(({ at }) => at <= to)
  return yield* withChains({ later, points }, timeline, question.answer(machine, known))
}

function* withChains(
  { later, points }: Doors,
  timeline: Timeline,
  answers: Cause[],
): Work<Cause[]> {
  const whole: Cause[] = []
  let chains = 0
  for (const answer of answers) {
    const { fact, at, depth } = answer
    const isAsked = depth === 0 && fact !== null && at !== null && chains++ < mostChains
    if (!isAsked) whole.push(answer)
    else {
      const chain = yield* whyAt(later, timeline, `fact:${fact}`, at)
      whole.push(...points.withChain(answer, chain))
    }
  }
  return whole
}
