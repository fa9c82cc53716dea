/**
 * Every state and every pair of sets, gone through: how many states can be written and read in each
 * configuration, the smallest write sets, reads as the dual of writes, and what recovery keeps.
 */
import { describe, expect, test } from 'vitest'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { recoveredPgcl } from '../database/recoverPoints.ts'
import { atLeast, bitCount, isSatisfied, nthComplete } from '../storage/quorum.ts'
import { readSets, writeSets } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { expressionsOf } from './expressionsOf.ts'

const six = [0, 1, 2, 3, 4, 5]
const usual = resolveParameters({})

interface Sets {
  write: QuorumExpression
  read: QuorumExpression
  members: number
}

/** With so many replacements under way: F by G, and E by H. */
function changing(replaced: number): Sets {
  const letters = [...'ABCDEFGH'.slice(0, 6 + replaced)]
  const changes = [
    { kind: 'replace', leaving: 'F', joining: 'G', phase: 'hydrating' },
    { kind: 'replace', leaving: 'E', joining: 'H', phase: 'hydrating' },
  ].slice(0, replaced)
  const members = letters.map(letter => ({ letter, isApart: false }))
  const group = { members, changes, tails: 0, model: '4/6' }
  const world = { parameters: usual, membership: { groups: [group] } } as unknown as World
  return { ...expressionsOf(world, 0), members: letters.length }
}

const uniform: Sets = {
  write: writeSets(usual, six, 0),
  read: readSets(usual, six, 0),
  members: 6,
}
const fullTail: Sets = {
  write: writeSets(usual, six, 0b101010),
  read: readSets(usual, six, 0b101010),
  members: 6,
}
const threeOfFour: Sets = {
  write: atLeast(3, [0, 1, 2, 3]),
  read: atLeast(2, [0, 1, 2, 3]),
  members: 4,
}
const two = resolveParameters({ 'quorum.copies': 3, 'quorum.write': 2, 'quorum.read': 2 })
const twoOfThree: Sets = {
  write: writeSets(two, [0, 1, 2], 0),
  read: readSets(two, [0, 1, 2], 0),
  members: 3,
}

function statesThat(expression: QuorumExpression, members: number): number[] {
  return Array.from({ length: 1 << members }, (_, bits) => bits).filter(bits =>
    isSatisfied(expression, bits),
  )
}

/** Without any of its members it is none any more. */
function smallest({ write, members }: Sets): number[] {
  return statesThat(write, members).filter(bits =>
    Array.from({ length: members }, (_, slot) => bits & ~(1 << slot))
      .filter(less => less !== bits)
      .every(less => !isSatisfied(write, less)),
  )
}

describe.each<[string, Sets, number, number]>([
  ['4/6 and 3/6', uniform, 22, 42],
  ['full and tail (reference F2)', fullTail, 23, 41],
  ['one replacement (reference M2)', changing(1), 34, 94],
  ['two replacements (reference M5)', changing(2), 50, 206],
  ['2/3', twoOfThree, 4, 4],
  ['3/4 and 2/4 (reference M8)', threeOfFour, 5, 11],
])('%s', (_, sets, writable, readable) => {
  const { write, read, members } = sets
  const all = (1 << members) - 1

  test('Q2: states that can be written and read', () => {
    expect(statesThat(write, members)).toHaveLength(writable)
    expect(statesThat(read, members)).toHaveLength(readable)
  })

  test('Q3: reads are the dual of writes, so every write set meets every read set', () => {
    for (let bits = 0; bits <= all; bits++) {
      expect(isSatisfied(read, bits)).toBe(!isSatisfied(write, all & ~bits))
    }
    for (const one of statesThat(write, members)) {
      for (const other of statesThat(write, members)) expect(one & other).not.toBe(0)
    }
  })
})

test('M2, M6: 15 smallest write sets in each; ABCD is one of them', () => {
  const one = smallest(changing(1)).map(bitCount)
  expect(one.filter(size => size === 4)).toHaveLength(5)
  expect(one.filter(size => size === 5)).toHaveLength(10)
  const both = smallest(changing(2))
  expect(both).toHaveLength(15)
  expect(both).toContain(0b1111)
  expect(both.map(bitCount).filter(size => size === 4)).toHaveLength(1)
  expect(both.map(bitCount).filter(size => size === 5)).toHaveLength(8)
  expect(both.map(bitCount).filter(size => size === 6)).toHaveLength(6)
})

test('Q9: one full and one tail a zone keep a read set in all 12 cases of AZ+1', () => {
  const zones = [0b11, 0b1100, 0b110000]
  let kept = 0
  for (const zone of zones) {
    for (const slot of six.filter(other => ((zone >>> other) & 1) === 0)) {
      if (isSatisfied(fullTail.read, 63 & ~zone & ~(1 << slot))) kept++
    }
  }
  expect(kept).toBe(12)
})

test('M2, M5: ten smallest write sets of epoch 1 and read sets of epoch 2 do not meet', () => {
  const old = smallest(uniform)
  const read = statesThat(changing(1).read, 7).filter(bits => bitCount(bits) === 3)
  const apart = old.flatMap(one => read.filter(other => (one & other) === 0))
  expect(apart).toHaveLength(10)
  for (const other of apart) expect((other >>> 6) & 1, 'only with G').toBe(1)
})

test('M12, M13: 4/6 against 2/4 misses in 6 of 15 write sets, 3/4 against 3/6 in 4 pairs', () => {
  const goingOut = smallest(uniform).filter(one => bitCount(15 & ~one) >= 2)
  expect(goingOut).toHaveLength(6)
  const reads = statesThat(uniform.read, 6).filter(bits => bitCount(bits) === 3)
  const comingBack = smallest(threeOfFour).flatMap(one => reads.filter(other => !(one & other)))
  expect(comingBack).toHaveLength(4)
})

/** Every assignment of so many levels of SCL to the members. */
function levels(members: number, count: number): number[][] {
  const all: number[][] = []
  for (let code = 0; code < count ** members; code++) {
    const scl: number[] = []
    for (let rest = code, slot = 0; slot < members; slot++, rest = Math.floor(rest / count)) {
      scl.push(rest % count)
    }
    all.push(scl)
  }
  return all
}

/** In each case what is kept is no less than what was durable, and somebody has it. */
function casesOfRecovery({ write, read, members }: Sets, count: number): number {
  let cases = 0
  for (const scl of levels(members, count)) {
    const durable = nthComplete(write, scl)
    for (const reached of statesThat(read, members)) {
      const kept = recoveredPgcl(write, reached, scl)
      if (kept < durable) throw new Error(`${scl.join(' ')} reached ${reached}: ${kept}`)
      const isHeld = scl.some((value, slot) => ((reached >>> slot) & 1) === 1 && value >= kept)
      if (!isHeld) throw new Error(`nobody holds ${kept}`)
      cases++
    }
  }
  return cases
}

test.each<[string, Sets, number, number]>([
  ['4/6', uniform, 3, 30_618],
  ['full and tail', fullTail, 3, 29_889],
  ['one replacement', changing(1), 2, 12_032],
  ['3/4', threeOfFour, 3, 891],
])('R4: %s, every state of SCLs and every read set reached', (_, sets, count, cases) => {
  expect(casesOfRecovery(sets, count)).toBe(cases)
})

test('R4: of n reached it is the (n − 2)-th largest SCL; one rank lower loses data', () => {
  let lost = 0
  for (const scl of levels(6, 3)) {
    for (const reached of statesThat(uniform.read, 6)) {
      const told = scl.filter((_, slot) => (reached >>> slot) & 1).sort((one, other) => other - one)
      expect(recoveredPgcl(uniform.write, reached, scl)).toBe(told[told.length - 3])
      const lower = told[told.length - 2] ?? 0
      if (lower < nthComplete(uniform.write, scl)) lost++
    }
  }
  expect(lost).toBeGreaterThan(0)
})
