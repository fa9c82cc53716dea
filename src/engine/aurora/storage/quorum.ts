/**
 * Quorums are evaluated on sets of members, given as bits, never counted by hand: the same code
 * serves 4/6, full and tail segments and changes of members. Verbitski 2018 §4; rules Q1–Q4.
 */
import type { QuorumExpression } from '../../contract/quorum.ts'
import type { Lsn } from '../../contract/units.ts'

export function atLeast(count: number, members: readonly number[]): QuorumExpression {
  return { kind: 'atLeast', count, members }
}

/** Q2: does this set of members (bit k = member k) satisfy the expression? */
export function isSatisfied(expression: QuorumExpression, bits: number): boolean {
  if (expression.kind === 'atLeast') return hasAtLeast(expression.members, expression.count, bits)
  const isAnd = expression.kind === 'and'
  for (const part of expression.parts) {
    if (isSatisfied(part, bits) !== isAnd) return !isAnd
  }
  return isAnd
}

function hasAtLeast(members: readonly number[], count: number, bits: number): boolean {
  let found = 0
  for (let index = 0; index < members.length; index++) {
    if ((bits >>> members[index]!) & 1) found++
  }
  return found >= count
}

/** Members with a value of at least `least`, as bits. */
export function bitsAtLeast(values: ArrayLike<number>, least: number): number {
  let bits = 0
  for (let slot = 0; slot < values.length; slot++) if (values[slot]! >= least) bits |= 1 << slot
  return bits
}

/**
 * Q4: the largest LSN up to which a satisfying set has everything: for 4 of 6 the fourth largest
 * value. 0 when no set satisfies. 2018 §2.3.
 */
export function nthComplete(expression: QuorumExpression, values: ArrayLike<number>): Lsn {
  let best = 0
  for (let slot = 0; slot < values.length; slot++) {
    const candidate = values[slot]!
    if (candidate > best && isSatisfied(expression, bitsAtLeast(values, candidate))) {
      best = candidate
    }
  }
  return best
}

/** How many members are waited for; of several ways the first is the usual one. For sentences. */
export function neededCount(expression: QuorumExpression): number {
  if (expression.kind === 'atLeast') return expression.count
  const counts = expression.parts.map(neededCount)
  return expression.kind === 'and' ? Math.max(...counts) : counts[0]!
}

export function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
