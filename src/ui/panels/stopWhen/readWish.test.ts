/** What stands in the form becomes a pattern that the engine reads, or says what is allowed. */
import { expect, test } from 'vitest'
import type { FactKey } from '../../../engine/contract/facts.ts'
import { factKeys, fieldsOf } from '../../../engine/formats/factFields.ts'
import { parsePattern } from '../../../engine/formats/pattern.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { type FieldKind, fieldKind } from './fieldKind.ts'
import { readTime, timeText } from '../../widgets/readTime.ts'
import { optionsOf } from './readValue.ts'
import { readWish, type WishRules } from './readWish.ts'
import { runPlaces } from './runPlaces.ts'
import { firstWish, type Wish, withCondition } from './wish.ts'

const rules: WishRules = {
  at: 1_000_000,
  last: 600_000_000,
  places: { ...runPlaces(exampleFrame(), null), table: ['account'] },
  faults: [{ fault: 'NodeCrash', title: 'Node crash' }],
  laws: [{ id: 'oneWriter', title: 'One writer' }],
}

function wish(change: Partial<Wish>): Wish {
  return { ...firstWish, limit: '60s', ...change }
}

function condition(field: string, value: string, test: 'is' | 'min' | 'max' = 'is') {
  return { field, value, test }
}

function messagesOf(change: Partial<Wish>): string[] {
  const read = readWish(wish(change), rules)
  return read.ok ? [] : read.problems.map(({ place, message }) => `${place}: ${message}`)
}

test('a fact, a value, a range and a count make a pattern; the limit gets its unit', () => {
  const conditions = [
    condition('group', 'pg1'),
    condition('reachable', '1', 'min'),
    condition('reachable', '3', 'max'),
  ]
  const read = readWish(wish({ fact: 'WriteQuorumLost', conditions, times: '2' }), rules)
  expect(read).toEqual({
    ok: true,
    pattern: {
      fact: 'WriteQuorumLost',
      where: { group: 'pg1', reachable: { min: 1, max: 3 } },
      count: { min: 2 },
    },
    limit: '1min',
  })
})

test('each mistake names its place and what is allowed there', () => {
  expect(messagesOf({ limit: 'soon' })[0]).toMatch(/^limit: “soon” is no instant. Allowed: .*60s/)
  expect(messagesOf({ limit: '1s' })[0]).toMatch(/^limit: 1s has passed.*after 1\.000 s/)
  expect(messagesOf({ limit: '2h' })[0]).toMatch(/lies beyond the end of the run.*up to 10 min/)
  expect(messagesOf({ times: '0' })[0]).toMatch(/^times: .*1 to 1,000,000/)
  const fact = 'NodeCrashed'
  const [unknown] = messagesOf({ fact, conditions: [condition('node', 'node-z9')] })
  expect(unknown).toMatch(/^0: There is no “node-z9” here. Allowed: node-a1, node-a2/)
  const wrong = { fact: 'VdlAdvanced', conditions: [condition('vdl', 'high')] } as const
  expect(messagesOf({ ...wrong, conditions: [...wrong.conditions] })[0]).toMatch(/no number/)
  const unchosen = { fact: 'CommitsStalled' as const, conditions: [condition('because', '')] }
  expect(messagesOf(unchosen)[0]).toMatch(/Allowed: no write quorum, no writer/)
  const slow = { fact: 'InstanceResumed' as const, conditions: [condition('tookMicros', '5')] }
  expect(messagesOf(slow)[0]).toMatch(/no length of time. Allowed: a number with its unit/)
})

test('several mistakes are told at once', () => {
  const conditions = [condition('groups', 'pg9')]
  expect(messagesOf({ conditions, times: 'x', limit: '' })).toHaveLength(3)
})

/** A value that is allowed there. */
function fitting(kind: FieldKind): string {
  const options = optionsOf(kind, rules)
  if (options !== null) return options[0]?.[0] ?? ''
  if (kind.kind === 'place') return rules.places[kind.of][0] ?? ''
  return kind.kind === 'time' ? '5ms' : '4'
}

test.each(factKeys)('every field of %s that can be asked for makes a pattern', name => {
  const fact = name as FactKey
  for (const field of fieldsOf(name)) {
    const kind = fieldKind(fact, field)
    if (kind === null) continue
    const asked = withCondition(wish({ fact }), field)
    const [first] = asked.conditions
    const read = readWish({ ...asked, conditions: [{ ...first!, value: fitting(kind) }] }, rules)
    expect(read.ok, `${name}.${field}`).toBe(true)
    expect(read.ok && parsePattern(read.pattern).ok).toBe(true)
  }
})

test('times are read with their unit and written in the largest that fits', () => {
  expect(['5 ms', '1.5s', '2min', '250us', '1h'].map(readTime)).toEqual([
    5_000, 1_500_000, 120_000_000, 250, 3_600_000_000,
  ])
  expect(['5', 'ms', '-1s', '1 week'].map(readTime)).toEqual([null, null, null, null])
  expect([5_000, 1_500_000, 120_000_000, 251].map(timeText)).toEqual([
    '5ms',
    '1500ms',
    '2min',
    '251us',
  ])
})
