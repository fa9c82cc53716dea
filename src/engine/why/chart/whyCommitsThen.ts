/** Why so many commits were answered in a stretch, or none. */
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import { step } from '../step.ts'
import { whyCommits } from '../whyCommits.ts'
import { inForce, load, toldIn } from './inStretch.ts'
import type { PointAsked } from './pointAsked.ts'
import { troubleIn } from './troubleIn.ts'

export function whyCommitsThen(asked: PointAsked): Cause[] {
  const { tally, world, facts, point } = asked
  if (tally.committed === 0) return whyNone(asked)
  const stretchMicros = point.to - point.from
  const { began, committed: commits } = tally
  const head = step(0, { key: 'why.point.commits', parameters: { commits, began, stretchMicros } })
  const around = [...slowest(asked), ...toldIn(facts, point), ...inForce(world)]
  return [head, ...around, ...load(world)]
}

function slowest({ tally }: PointAsked): Cause[] {
  if (tally.slowest === null) return []
  const { id: fact, at, parameters } = tally.slowest
  const { latencyMicros, transaction } = parameters
  const said = { key: 'why.point.slowestOf', parameters: { latencyMicros, transaction } }
  return [step(1, said, { at, fact })]
}

/** A head that points at a fact is followed by the chain of that fact. */
export function whyNone({ tally, world, facts, point }: PointAsked): Cause[] {
  const stretchMicros = point.to - point.from
  const trouble = troubleIn(facts, point)
  if (trouble !== null) {
    const more = { tone: 'bad', at: trouble.at, fact: trouble.id } as const
    return [step(0, { key: 'why.point.noCommits', parameters: { stretchMicros } }, more)]
  }
  const { began, onlyRead } = tally
  if (onlyRead > 0) {
    const head = step(0, { key: 'why.point.onlyRead', parameters: { onlyRead, stretchMicros } })
    return [head, ...load(world)]
  }
  if (began === 0 && !isAnyWaiting(world)) {
    const head = step(0, { key: 'why.point.nobodyAsked', parameters: { stretchMicros } })
    return [head, ...load(world)]
  }
  const head = step(0, { key: 'why.point.noneYet', parameters: { began, stretchMicros } })
  return [head, ...deeper(whyCommits(world, facts)), ...inForce(world)]
}

/** A commit that began before the stretch and is not answered at its end. */
function isAnyWaiting({ instances, multiMaster }: World): boolean {
  if (multiMaster) return multiMaster.writers.some(({ parked }) => parked.length > 0)
  return instances.some(({ memory }) => memory.parked.count + memory.blocked.count > 0)
}

export function deeper(causes: Cause[]): Cause[] {
  return causes.map(cause => ({ ...cause, depth: cause.depth + 1 }))
}
