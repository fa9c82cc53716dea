/**
 * A question about a point of a chart while the run is gone over for it: first the state before
 * its stretch where that is needed, then every fact of the stretch, then the answer at its end.
 */
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import type { AskedPoint } from '../../contract/chartPoint.ts'
import type { Fact } from '../../contract/facts.ts'
import type { SubjectId } from '../../contract/ids.ts'
import { readPoint } from './readPoint.ts'
import { standAt, type StandBefore } from './standAt.ts'
import { count, createTally } from './tally.ts'
import { needsBefore, whyPoint } from './whyPoint.ts'

export interface PointQuestion {
  point: AskedPoint
  /** Whether `noteBefore` has to be told of the state at the beginning of the stretch. */
  needsBefore: boolean
  noteBefore(world: World, facts: Fact[]): void
  hear(fact: Fact): void
  /** `world` at the end of the stretch; `facts`: the notable ones since the run began. */
  answer(world: World, facts: Fact[]): Cause[]
}

/** Null when the subject is no point of a chart. */
export function askPoint(subject: SubjectId): PointQuestion | null {
  const point = readPoint(subject)
  if (point === null) return null
  const tally = createTally(point.from)
  let before: StandBefore | null = null
  return {
    point,
    needsBefore: needsBefore({ point }),
    noteBefore: (world, facts) => {
      before = standAt(world, facts)
    },
    hear: fact => count(tally, fact),
    answer: (world, facts) => {
      return whyPoint({ world, point, tally, facts, before: before ?? standAt(world, facts) })
    },
  }
}
