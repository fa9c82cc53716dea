/**
 * Asks the laws: after each event only about what it touched, and now and then about everything.
 * The first that is broken is named.
 */
import type { Context } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import { laws } from './catalogue.ts'
import type { Broken, LawMemories } from './law.ts'

export function createLawMemories(world: World): LawMemories {
  return laws.map(law => law.remember(world))
}

export function checkAfterEvent(ctx: Context, memories: LawMemories): Broken | null {
  for (let index = 0; index < laws.length; index++) {
    const broken = laws[index]!.after(ctx, memories[index])
    if (broken) return broken
  }
  return null
}

export function sweepLaws(world: World, memories: LawMemories): Broken | null {
  for (let index = 0; index < laws.length; index++) {
    const broken = laws[index]!.sweep(world, memories[index])
    if (broken) return broken
  }
  return null
}
