/**
 * Asks the laws: after each event only those that speak of something it touched, and only about
 * that, and now and then all of them about everything. The first that is broken is named.
 */
import type { Context, Touched } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law, LawMemories } from './law.ts'

type Laws = readonly Law<unknown>[]

/** A law's look, and the place of what it remembers. */
interface Asked {
  after: Law<unknown>['after']
  index: number
}

/**
 * By what an event touched, as bits: the laws to ask. Looked up, since most events touch next to
 * nothing of what laws speak of; made anew for another list of laws.
 */
let plan: Asked[][] = []
let planned: Laws = []

export function createLawMemories(world: World, laws: Laws): LawMemories {
  return laws.map(law => law.remember(world))
}

/** Laws that came later, the last of `laws`, begin to remember now. */
export function rememberMore(memories: LawMemories, world: World, laws: Laws): void {
  for (const law of laws.slice(memories.length)) memories.push(law.remember(world))
}

export function checkAfterEvent(ctx: Context, laws: Laws, memories: LawMemories): Broken | null {
  const asked = askedAbout(ctx.touched, laws)
  for (let place = 0; place < asked.length; place++) {
    const { after, index } = asked[place]!
    const broken = after(ctx, memories[index])
    if (broken) return broken
  }
  return null
}

function askedAbout(touched: Touched, laws: Laws): Asked[] {
  if (laws !== planned) {
    planned = laws
    plan = []
  }
  const bits = touchedBits(touched)
  plan[bits] ??= laws
    .map(({ after }, index) => ({ after, index }))
    .filter(({ index }) => isAsked(laws[index]!, touched, bits > 0))
  return plan[bits]
}

function touchedBits(touched: Touched): number {
  let bits = touched.hasTopologyChanged ? 16 : 0
  if (touched.hasAccepted) bits |= 32
  if (touched.hasCopied) bits |= 64
  if (touched.segmentCount > 0) bits |= 1
  if (touched.instanceCount > 0) bits |= 2
  if (touched.commitCount > 0) bits |= 4
  return touched.readCount > 0 ? bits | 8 : bits
}

function isAsked({ watches }: Law<unknown>, touched: Touched, isTouched: boolean): boolean {
  if (watches === 'always') return true
  return watches === 'touched' ? isTouched : watches.some(name => touched[name])
}

export function sweepLaws(world: World, laws: Laws, memories: LawMemories): Broken | null {
  for (let index = 0; index < laws.length; index++) {
    const broken = laws[index]!.sweep(world, memories[index])
    if (broken) return broken
  }
  return null
}
