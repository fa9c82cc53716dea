/** Formulas are printed as the papers write them, and every part knows whether it is met. */
import { describe, expect, it } from 'vitest'
import type { QuorumExpression } from '../../../engine/contract/quorum.ts'
import { formulaTree, printFormula } from './formula.ts'

function atLeast(count: number, members: number[]): QuorumExpression {
  return { kind: 'atLeast', count, members }
}

const letters = [...'ABCDEFGH']
const six = [0, 1, 2, 3, 4, 5]
const withG = [0, 1, 2, 3, 4, 6]

describe('a formula', () => {
  it.each<[string, QuorumExpression]>([
    ['4 of {A B C D E F}', atLeast(4, six)],
    ['2 of {A B C}', atLeast(2, [0, 1, 2])],
    ['3 of {A B E F}', atLeast(3, [0, 1, 4, 5])],
    [
      '4 of {A B C D E F} or 3 of {A C E}',
      { kind: 'or', parts: [atLeast(4, six), atLeast(3, [0, 2, 4])] },
    ],
    [
      '4 of {A B C D E F} and 4 of {A B C D E G}',
      { kind: 'and', parts: [atLeast(4, six), atLeast(4, withG)] },
    ],
    [
      '(3 of {A B C D E F} and 1 of {A C E}) or 3 of {A B C D E G}',
      {
        kind: 'or',
        parts: [
          { kind: 'and', parts: [atLeast(3, six), atLeast(1, [0, 2, 4])] },
          atLeast(3, withG),
        ],
      },
    ],
  ])('is printed as %s', (text, expression) => {
    expect(printFormula(expression, letters)).toBe(text)
  })

  it('gives every part its verdict, depth first', () => {
    const inner: QuorumExpression = { kind: 'and', parts: [atLeast(3, six), atLeast(1, [0])] }
    const whole: QuorumExpression = { kind: 'or', parts: [inner, atLeast(3, withG)] }
    const tree = formulaTree(whole, [true, false, true, false, true])
    expect(tree.isMet).toBe(true)
    expect(tree.parts.map(({ isMet }) => isMet)).toEqual([false, true])
    expect(tree.parts[0]?.parts.map(({ isMet }) => isMet)).toEqual([true, false])
    expect(tree.parts[0]?.parts[1]?.path).toBe('0.0.1')
  })
})
