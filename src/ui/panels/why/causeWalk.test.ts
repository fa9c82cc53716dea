/** Down a chain of causes and back again. */
import { expect, test } from 'vitest'
import type { Cause } from '../../../engine/contract/cause.ts'
import { askedOn, backTo, canAskOn, instantOf, standingOn, stepTo } from './causeWalk.ts'

function cause(key: string, at: number | null, more: Partial<Cause> = {}): Cause {
  return { key, at, parameters: {}, depth: 0, tone: 'plain', fact: 1, subject: null, ...more }
}

const state = [
  cause('why.commits.noWriteQuorum', 300),
  cause('why.node.down', 200, { depth: 1 }),
  cause('why.node.hosts', null, { depth: 1, fact: null }),
]
const chain = [
  cause('fact.FaultInjected', 200),
  cause('fact.CommandGiven', 200, { depth: 1, isRoot: true }),
]

test('each step has its instant, one without it that of the question', () => {
  const walk = [{ causes: state, step: 0, at: 500 }]
  expect(instantOf(walk)).toBe(300)
  expect(instantOf(stepTo(walk, 1))).toBe(200)
  expect(instantOf(stepTo(walk, 2))).toBe(500)
  expect(stepTo(walk, 3)).toBe(walk)
})

test('asking on stands on the fact, and Back leads step by step to the first instant', () => {
  const walk = stepTo([{ causes: state, step: 0, at: 500 }], 1)
  const deep = stepTo(askedOn(walk, chain, 200), 1)
  expect(standingOn(deep)?.isRoot).toBe(true)
  const once = backTo(deep)
  expect(once).toEqual({ walk, at: 200 })
  expect(backTo(once.walk)).toEqual({ walk: [], at: 500 })
  expect(askedOn(walk, [], 200)).toBe(walk)
})

test('one asks on where the list does not go on by itself', () => {
  expect(state.map((_, index) => canAskOn(state, index))).toEqual([true, true, false])
  expect(chain.map((_, index) => canAskOn(chain, index))).toEqual([false, false])
  expect(canAskOn([cause('fact.NodeCrashed', 5)], 0)).toBe(true)
  const numbers = cause('why.scale.needs', null, { depth: 1, fact: null })
  const [fact, command] = chain
  expect(canAskOn([fact!, numbers], 0)).toBe(true)
  expect(canAskOn([fact!, numbers, command!], 0)).toBe(false)
})
