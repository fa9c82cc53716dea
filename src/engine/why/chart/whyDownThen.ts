/** Why an application was without answers in a stretch, and for how long of it. */
import type { Cause } from '../../contract/cause.ts'
import { step } from '../step.ts'
import type { PointAsked } from './pointAsked.ts'
import { downOf } from './standAt.ts'
import { troubleIn } from './troubleIn.ts'

export function whyDownThen({ world, facts, point, before }: PointAsked, name: string): Cause[] {
  const index = world.applications.findIndex(({ id }) => id === name)
  if (index < 0) return []
  const stretchMicros = point.to - point.from
  const downMicros = Math.min(stretchMicros, downOf(world)[index]! - (before.down[index] ?? 0))
  const parameters = { application: name, downMicros, stretchMicros }
  if (downMicros <= 0) return [step(0, { key: 'why.point.served', parameters }, { tone: 'good' })]
  const trouble = troubleIn(facts, point)
  const more = { tone: 'bad', at: trouble?.at ?? null, fact: trouble?.id ?? null } as const
  const head = step(0, { key: 'why.point.down', parameters }, more)
  return trouble === null ? [head, ...connection(world.applications[index]!)] : [head]
}

/** The cluster is well again, and the application has no connection yet. */
function connection({ id, downSince }: { id: string; downSince: number }): Cause[] {
  if (downSince < 0) return []
  const parameters = { application: id, sinceAt: downSince }
  return [step(1, { key: 'why.point.notBack', parameters }, { at: downSince })]
}
