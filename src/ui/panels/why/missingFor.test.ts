/** What a write still misses, leaf by leaf; quorum sets by letters as 2018 §4.1 joins them. */
import { expect, test } from 'vitest'
import type { QuorumExpression } from '../../../engine/contract/quorum.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { missingFor, pendingWrites } from './missingFor.ts'

test('of 4 of 6 each copy is lit by what it has, and the rest is counted', () => {
  const frame = exampleFrame()
  const record = frame.groups[0]!.records.at(-1)!
  record.heldBy = 0b000101
  const { leaves, joined } = missingFor(frame, record.lsn)!
  expect(joined).toBe(null)
  expect(leaves).toHaveLength(1)
  expect(leaves[0]).toMatchObject({ needed: 4, lacks: 2 })
  expect(leaves[0]!.members.map(({ has }) => has)).toEqual([true, false, true, false, false, false])
  record.heldBy = 0b111101
  expect(missingFor(frame, record.lsn)!.leaves[0]!.lacks).toBe(0)
})

test('while a member changes each of the two sets is a leaf of its own', () => {
  const frame = exampleFrame()
  const [group] = frame.groups
  const members = [0, 1, 2, 3, 4, 5]
  const expression: QuorumExpression = {
    kind: 'and',
    parts: [
      { kind: 'atLeast', count: 4, members },
      { kind: 'atLeast', count: 4, members: [1, 2, 3, 4, 5] },
    ],
  }
  group!.writeQuorum = { ...group!.writeQuorum, expression }
  group!.records.at(-1)!.heldBy = 0b001111
  const { joined, leaves } = missingFor(frame, group!.records.at(-1)!.lsn)!
  expect(joined).toBe('and')
  expect(leaves.map(({ lacks }) => lacks)).toEqual([0, 1])
})

test('writes that are not durable are listed oldest first, and none of several writers', () => {
  const frame = exampleFrame()
  const records = frame.groups[0]!.records
  const waiting = records.filter(({ state }) => state === 'inFlight').map(({ lsn }) => lsn)
  expect(waiting.length).toBeGreaterThan(0)
  expect(pendingWrites(frame)).toEqual(waiting)
  expect(missingFor(frame, 1)).toBe(null)
})
