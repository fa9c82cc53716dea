/**
 * What the run says to a prediction and to a goal. The worker finds the facts that match a pattern;
 * here they are only counted.
 */
import type { Fact } from '../../engine/contract/facts.ts'
import type { FactPattern } from '../../engine/contract/pattern.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { Engine } from '../store/engineStore.ts'
import type { Goal, Prediction } from './lesson.ts'
import type { Standing, Verdict } from './lessonState.ts'
import { reasons } from './reasons.ts'

export interface Stretch {
  from: Micros
  to: Micros
}

type Asking = Pick<Engine, 'facts'>

function factsIn(engine: Asking, pattern: FactPattern, { from, to }: Stretch): Promise<Fact[]> {
  return engine.facts({ ...pattern, within: [`${from}us`, `${to}us`] })
}

/** As Formats §1 counts: at least once when nothing is said, from none on when only `max` is. */
export function isCounted({ count }: FactPattern, found: number): boolean {
  const least = count === undefined ? 1 : (count.min ?? 0)
  return found >= least && found <= (count?.max ?? Number.POSITIVE_INFINITY)
}

async function allHold(
  engine: Asking,
  patterns: readonly FactPattern[],
  stretch: Stretch,
): Promise<boolean> {
  const held = await Promise.all(
    patterns.map(async its => isCounted(its, (await factsIn(engine, its, stretch)).length)),
  )
  return held.every(Boolean)
}

/** Every choice is tried: what held is what happened, whatever was predicted. */
export async function judgePrediction(
  engine: Asking,
  { choices, because }: Prediction,
  stretch: Stretch,
): Promise<Verdict> {
  const held = await Promise.all(
    choices.map(async ({ id, holds }) => ((await allHold(engine, holds, stretch)) ? [id] : [])),
  )
  const { evidence, tell } = reasons[because]
  const lists = await Promise.all(evidence.map(fact => factsIn(engine, { fact }, stretch)))
  const facts = lists.flat().sort((a, b) => a.id - b.id)
  return { held: held.flat(), because: tell(facts) }
}

/** A failing fact ends the attempt, though what was wanted may come later by a retry. */
export async function judgeGoal(
  engine: Asking,
  { holds, fails }: Goal,
  stretch: Stretch,
): Promise<Standing> {
  const failing = await Promise.all(fails.map(its => factsIn(engine, its, stretch)))
  const because = failing.flat().sort((a, b) => a.id - b.id)[0]
  if (because !== undefined) return { kind: 'failed', because }
  if (await allHold(engine, holds, stretch)) return { kind: 'passed' }
  const given = await factsIn(engine, { fact: 'CommandGiven' }, stretch)
  return { kind: given.length > 0 ? 'underWay' : 'waiting' }
}
