/**
 * Asks the laws: after each event only about what it touched, and now and then about everything.
 * The first that is broken is named.
 */
import type { Context, Touched } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law, LawMemories } from './law.ts'

type Laws = readonly Law<unknown>[]

export function createLawMemories(world: World, laws: Laws): LawMemories {
  return laws.map(law => law.remember(world))
}

/** Laws that came later, the last of `laws`, begin to remember now. */
export function rememberMore(memories: LawMemories, world: World, laws: Laws): void {
  for (const law of laws.slice(memories.length)) memories.push(law.remember(world))
}

export function checkAfterEvent(ctx: Context, laws: Laws, memories: LawMemories): Broken | null {
  const isTouched = hasTouched(ctx.touched)
  for (let index = 0; index < laws.length; index++) {
    const law = laws[index]!
    if (!isTouched && law.watches === 'touched') continue
    const broken = law.after(ctx, memories[index])
    if (broken) return broken
  }
  return null
}

function hasTouched(touched: Touched): boolean {
  const { segmentCount, instanceCount, commitCount, readCount } = touched
  return segmentCount + instanceCount + commitCount + readCount > 0 || touched.hasTopologyChanged
}

export function sweepLaws(world: World, laws: Laws, memories: LawMemories): Broken | null {
  for (let index = 0; index < laws.length; index++) {
    const broken = laws[index]!.sweep(world, memories[index])
    if (broken) return broken
  }
  return null
}
