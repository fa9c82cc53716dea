/**
 * What a quorum can still bear: how many of its smallest sets are left, how many more members may
 * be lost, and whose loss alone would end it. An expression is looked at as it stands, set by set
 * (2018 §4); of one that only counts, all of that is known at once. Rules Q1, Q2.
 */
import type { QuorumExpression } from '../../contract/quorum.ts'
import type { SetsView } from '../../contract/volumeDetailView.ts'
import { bitCount, isSatisfied } from '../storage/quorum.ts'

type Counted = Omit<SetsView, 'met' | 'decisive'>

export function viewSets(expression: QuorumExpression, reachable: number): SetsView {
  const counted =
    expression.kind === 'atLeast'
      ? countedAtOnce(expression, reachable)
      : setBySet(expression, reachable)
  return {
    met: metParts(expression, reachable),
    ...counted,
    decisive: decisiveBits(expression, reachable),
  }
}

/** The whole first, then its parts, depth first. */
export function metParts(expression: QuorumExpression, bits: number): boolean[] {
  const whole = isSatisfied(expression, bits)
  if (expression.kind === 'atLeast') return [whole]
  return [whole, ...expression.parts.flatMap(part => metParts(part, bits))]
}

function decisiveBits(expression: QuorumExpression, reachable: number): number {
  if (!isSatisfied(expression, reachable)) return 0
  let decisive = 0
  for (let bit = 1; bit <= reachable; bit <<= 1) {
    if ((reachable & bit) !== 0 && !isSatisfied(expression, reachable & ~bit)) decisive |= bit
  }
  return decisive
}

function countedAtOnce(
  { count, members }: Extract<QuorumExpression, { kind: 'atLeast' }>,
  reachable: number,
): Counted {
  const left = bitCount(reachable & bitsOf(members))
  return {
    sets: waysOf(members.length, count),
    setsLeft: waysOf(left, count),
    mayLose: Math.max(0, left - count),
  }
}

/** Ways to choose `count` of `all`. */
function waysOf(all: number, count: number): number {
  if (count > all) return 0
  let ways = 1
  for (let step = 1; step <= count; step++) ways = (ways * (all - count + step)) / step
  return ways
}

function bitsOf(members: readonly number[]): number {
  return members.reduce((bits, member) => bits | (1 << member), 0)
}

/** Members are eight at most, so every set can be looked at. */
function setBySet(expression: QuorumExpression, reachable: number): Counted {
  const members = membersOf(expression)
  const within = reachable & members
  let sets = 0
  let setsLeft = 0
  let largestWithout = 0
  for (let bits = 0; bits <= members; bits++) {
    if ((bits & ~members) !== 0) continue
    const isWithin = (bits & ~within) === 0
    if (!isSatisfied(expression, bits)) {
      if (isWithin) largestWithout = Math.max(largestWithout, bitCount(bits))
    } else if (decisiveBits(expression, bits) === bits) {
      sets++
      if (isWithin) setsLeft++
    }
  }
  return { sets, setsLeft, mayLose: Math.max(0, bitCount(within) - largestWithout - 1) }
}

function membersOf(expression: QuorumExpression): number {
  if (expression.kind === 'atLeast') return bitsOf(expression.members)
  return expression.parts.reduce((bits, part) => bits | membersOf(part), 0)
}
