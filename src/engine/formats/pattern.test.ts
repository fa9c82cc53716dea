/** Formats §1: what a fact pattern means, and how often it has to. */
import { expect, test } from 'vitest'
import type { Fact } from '../contract/facts.ts'
import type { FactPattern } from '../contract/pattern.ts'
import { checkExpectations, countPatterns, matchPattern, parsePattern } from './pattern.ts'

function lost(at: number, group: string, reachable: number): Fact {
  const parameters = { group, reachable, needed: 4 }
  return { id: 1, at, fact: 'WriteQuorumLost', cause: 0, parameters }
}

function stalled(groups: string[]): Fact {
  const parameters = { because: 'noWriteQuorum' as const, groups, waiting: 2 }
  return { id: 2, at: 5, fact: 'CommitsStalled', cause: 1, parameters }
}

test.each<[FactPattern, Fact, boolean]>([
  [{ fact: 'WriteQuorumLost' }, lost(5, 'pg1', 3), true],
  [{ fact: 'ReadQuorumLost' }, lost(5, 'pg1', 3), false],
  [{ fact: 'WriteQuorumLost', where: { group: 'pg1' } }, lost(5, 'pg1', 3), true],
  [{ fact: 'WriteQuorumLost', where: { group: ['pg2', 'pg3'] } }, lost(5, 'pg1', 3), false],
  [{ fact: 'WriteQuorumLost', where: { reachable: { max: 3 } } }, lost(5, 'pg1', 3), true],
  [{ fact: 'WriteQuorumLost', where: { reachable: { min: 4 } } }, lost(5, 'pg1', 3), false],
  [{ fact: 'WriteQuorumLost', where: { group: { min: 1 } } }, lost(5, 'pg1', 3), false],
  [{ fact: 'WriteQuorumLost', where: { nothing: 1 } }, lost(5, 'pg1', 3), false],
  [{ fact: 'WriteQuorumLost', within: ['5us', '6us'] }, lost(5, 'pg1', 3), true],
  [{ fact: 'WriteQuorumLost', within: ['6us', '9us'] }, lost(5, 'pg1', 3), false],
  [{ fact: 'CommitsStalled', where: { groups: 'pg2' } }, stalled(['pg1', 'pg2']), true],
  [{ fact: 'CommitsStalled', where: { groups: ['pg3'] } }, stalled(['pg1', 'pg2']), false],
])('%j', (pattern, fact, isMeant) => {
  expect(matchPattern(pattern)(fact)).toBe(isMeant)
})

test('count: at least once when left out, from none up with only a maximum', () => {
  const counts = countPatterns([
    { fact: 'WriteQuorumLost' },
    { fact: 'WriteQuorumLost', count: { max: 1 } },
    { fact: 'WriteQuorumLost', count: { min: 3 } },
    { fact: 'LawBroken', count: { max: 0 } },
    { fact: 'LawBroken' },
  ])
  for (const at of [1, 2]) counts.tell(lost(at, 'pg1', 3))
  const held = checkExpectations(counts).map(result => [result.held, result.found])
  expect(held).toEqual([
    [true, 2],
    [false, 2],
    [false, 2],
    [true, 0],
    [false, 0],
  ])
})

test('a bad pattern names the place and what is allowed', () => {
  const parsed = parsePattern({ fact: 'VdlAdvanced', where: { vld: 3 }, within: ['1s'] })
  expect(parsed).toMatchObject({ ok: false })
  const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path)
  expect(paths).toEqual(['within', 'where.vld'])
})
