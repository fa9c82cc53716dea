/** R4 by brute force: whatever was acknowledged is recovered, whoever answers. */
import { expect, test } from 'vitest'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { atLeast, bitsAtLeast, isSatisfied, nthComplete } from '../storage/quorum.ts'
import { recoveredPgcl } from './recoverPoints.ts'

const six = [0, 1, 2, 3, 4, 5]
const four = [0, 1, 2, 3]
const full: QuorumExpression = atLeast(3, [0, 2, 4])
const tables: [string, QuorumExpression, QuorumExpression, number][] = [
  ['4/6 and 3/6', atLeast(4, six), atLeast(3, six), 30_618],
  ['3/4 and 2/4', atLeast(3, four), atLeast(2, four), 891],
  [
    'full and tail',
    { kind: 'or', parts: [atLeast(4, six), full] },
    { kind: 'and', parts: [atLeast(3, six), atLeast(1, [0, 2, 4])] },
    29_889,
  ],
]

/** Every state of SCLs with three levels. */
function* states(members: number): Generator<number[]> {
  for (let code = 0; code < 3 ** members; code++) {
    yield Array.from({ length: members }, (_, slot) => Math.floor(code / 3 ** slot) % 3)
  }
}

test.each(tables)(
  'R4: %s: never below what was acknowledged, always held',
  (_, write, read, expected) => {
    const n = expected === 891 ? 4 : 6
    let cases = 0
    for (const scl of states(n)) {
      const acknowledged = nthComplete(write, scl)
      for (let reached = 0; reached < 1 << n; reached++) {
        if (!isSatisfied(read, reached)) continue
        cases++
        const found = recoveredPgcl(write, reached, scl)
        if (found < acknowledged) throw new Error(`${scl} reached ${reached}: ${found}`)
        if (found > 0 && (bitsAtLeast(scl, found) & reached) === 0)
          throw new Error(`${scl}: unheld`)
      }
    }
    expect(cases).toBe(expected)
  },
)

test.each([
  [6, 4],
  [5, 3],
  [4, 2],
  [3, 1],
])('R4: for 4/6 with %i reached it is SCL number %i from the top', (reached, rank) => {
  const scl = [106, 105, 104, 103, 102, 101]
  const bits = (1 << reached) - 1
  expect(recoveredPgcl(atLeast(4, six), bits, scl)).toBe(scl[rank - 1])
})

test('R4: one rank lower would lose an acknowledged record', () => {
  const scl = [5, 5, 5, 5, 0, 0]
  const reached = 0b111000
  expect(nthComplete(atLeast(4, six), scl)).toBe(5)
  expect(recoveredPgcl(atLeast(4, six), reached, scl)).toBe(5)
})
