/** Quorums as sets: counts of states, overlaps, the complete point. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { atLeast, bitCount, isSatisfied, neededCount, nthComplete } from './quorum.ts'

const six = [0, 1, 2, 3, 4, 5]
const write = atLeast(4, six)
const read = atLeast(3, six)
const fullTailWrite: QuorumExpression = { kind: 'or', parts: [write, atLeast(3, [0, 2, 4])] }
const fullTailRead: QuorumExpression = { kind: 'and', parts: [read, atLeast(1, [0, 2, 4])] }
const changing: QuorumExpression = { kind: 'and', parts: [write, atLeast(4, [0, 1, 2, 3, 4, 6])] }

function statesThat(expression: QuorumExpression, members: number): number {
  let count = 0
  for (let bits = 0; bits < 1 << members; bits++) if (isSatisfied(expression, bits)) count++
  return count
}

describe('quorums', () => {
  it('Q2 4 of 6 is writable in 22 of 64 states, 3 of 6 readable in 42', () => {
    expect(statesThat(write, 6)).toBe(22)
    expect(statesThat(read, 6)).toBe(42)
  })

  it('Q2 full and tail segments are writable in 23 states, readable in 41', () => {
    expect(statesThat(fullTailWrite, 6)).toBe(23)
    expect(statesThat(fullTailRead, 6)).toBe(41)
  })

  it('Q2 with a member being replaced, 34 of 128 states are writable', () => {
    expect(statesThat(changing, 7)).toBe(34)
  })

  it('Q3 every write set meets every read set and every other write set', () => {
    for (let one = 0; one < 64; one++) {
      if (!isSatisfied(write, one)) continue
      for (let other = 0; other < 64; other++) {
        if (isSatisfied(read, other)) expect(one & other).not.toBe(0)
        if (isSatisfied(write, other)) expect(bitCount(one & other)).toBeGreaterThanOrEqual(2)
      }
    }
  })

  it('Q4 for 4 of 6 the complete point is the fourth largest value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }), values => {
        const fourth = [...values].sort((one, other) => other - one)[3]
        expect(nthComplete(write, values)).toBe(fourth)
      }),
    )
  })

  it('Q4 no satisfying set, no complete point', () => {
    expect(nthComplete(write, [9, 9, 9, 0, 0, 0])).toBe(0)
  })

  it('tells how many members are usually waited for: of full and tail ones four', () => {
    expect(neededCount(write)).toBe(4)
    expect(neededCount(fullTailWrite)).toBe(4)
    expect(neededCount(fullTailRead)).toBe(3)
  })
})
