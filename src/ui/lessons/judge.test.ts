/** How facts are counted, and what ends an attempt. */
import { expect, test } from 'vitest'
import type { Fact } from '../../engine/contract/facts.ts'
import type { FactPattern } from '../../engine/contract/pattern.ts'
import { isCounted, judgeGoal } from './judge.ts'
import { whoWinsAPage } from './whoWinsAPage.ts'

const goal = whoWinsAPage.steps.find(step => step.goal !== undefined)!.goal!
const stretch = { from: 5, to: 9 }

/** An engine that knows these kinds of fact, and notes what it is asked. */
function engineOf(...kinds: Fact['fact'][]) {
  const asked: FactPattern[] = []
  const facts = async (pattern?: FactPattern) => {
    if (pattern !== undefined) asked.push(pattern)
    return kinds.filter(fact => fact === pattern?.fact).map((fact, id) => ({ fact, id }) as Fact)
  }
  return { facts, asked }
}

test.each([
  [undefined, [1, 2], [0]],
  [{ max: 0 }, [0], [1]],
  [{ min: 2 }, [2, 3], [0, 1]],
  [{ min: 1, max: 2 }, [1, 2], [0, 3]],
] as const)('count %j', (count, held, missed) => {
  const pattern: FactPattern = { fact: 'LawBroken', ...(count && { count }) }
  expect(held.every(found => isCounted(pattern, found))).toBe(true)
  expect(missed.some(found => isCounted(pattern, found))).toBe(false)
})

test('a failure stays one though all that was wanted came later', async () => {
  const engine = engineOf('CommandGiven', 'TransactionCommitted', 'TransactionRolledBack')
  expect(await judgeGoal(engine, goal, stretch)).toMatchObject({ kind: 'failed' })
})

test('reached, under way, or not begun: asked of the stretch alone', async () => {
  const reached = engineOf('CommandGiven', 'TransactionCommitted')
  expect(await judgeGoal(reached, goal, stretch)).toEqual({ kind: 'passed' })
  expect(await judgeGoal(engineOf('CommandGiven'), goal, stretch)).toEqual({ kind: 'underWay' })
  expect(await judgeGoal(engineOf(), goal, stretch)).toEqual({ kind: 'waiting' })
  expect(new Set(reached.asked.map(({ within }) => within?.join()))).toEqual(new Set(['5us,9us']))
})
