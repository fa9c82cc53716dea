/** The cone of small histories, and against the plain definition on drawn-by-lot ones. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SpaceMessage } from '../../engine/contract/spacetime.ts'
import { chosenMessage, coneOf, sideOf } from './coneOf.ts'
import { messageOf } from './testing/messageOf.ts'

/** a (0) tells b (1), b tells c (2); a also tells c, beside. */
const relay = [
  messageOf({ id: 1, from: 0, to: 1, sentOrder: 1, endOrder: 3 }),
  messageOf({ id: 2, from: 0, to: 2, sentOrder: 2, endOrder: 4 }),
  messageOf({ id: 3, from: 1, to: 2, sentOrder: 3, endOrder: 6 }),
  messageOf({ id: 4, from: 2, to: 0, sentOrder: 5, endOrder: 7 }),
]

function sides(messages: SpaceMessage[], id: number): Record<number, string | null> {
  const chosen = messages.find(message => message.id === id) as SpaceMessage
  const cone = coneOf(messages, chosenMessage(chosen))
  return Object.fromEntries(messages.map(each => [each.id, sideOf(cone, each)]))
}

test('a message led to another when its arrival came before the sending, at the same actor', () => {
  expect(sides(relay, 3)).toMatchObject({ 1: 'past', 2: null, 4: null })
})

test('what was sent after the arrival depends on it', () => {
  expect(sides(relay, 1)).toMatchObject({ 3: 'future', 4: null })
  expect(sides(relay, 2)).toMatchObject({ 4: 'future', 3: null })
})

test('a message that was lost carries nothing on', () => {
  const lost = relay.map(each => (each.id === 1 ? { ...each, fate: 'lost' as const } : each))
  expect(sides(lost, 3)[1]).toBeNull()
  expect(sides(lost, 1)[3]).toBeNull()
})

const history = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
  .map(rows =>
    rows.map(([from, to, flight], index) =>
      messageOf({
        id: index,
        from,
        to,
        sentOrder: 2 * index,
        endOrder: 2 * index + 2 * flight + 1,
      }),
    ),
  )

/** Step by step: arrival before sending at the same actor, and on from there. */
function leadsTo(messages: SpaceMessage[], a: SpaceMessage, b: SpaceMessage): boolean {
  const isDirect = a.to === b.from && (a.endOrder ?? 0) <= (b.sentOrder ?? 0)
  if (isDirect) return true
  return messages.some(
    next =>
      next.from === a.to &&
      (next.sentOrder ?? 0) >= (a.endOrder ?? 0) &&
      leadsTo(messages, next, b),
  )
}

test('the cone is the transitive closure of arrival before sending', () => {
  fc.assert(
    fc.property(history, messages => {
      for (const chosen of messages) {
        const cone = coneOf(messages, chosenMessage(chosen))
        for (const other of messages.filter(each => each !== chosen)) {
          const expected = leadsTo(messages, other, chosen)
            ? 'past'
            : leadsTo(messages, chosen, other)
              ? 'future'
              : null
          expect(sideOf(cone, other)).toBe(expected)
        }
      }
    }),
    { numRuns: 60, seed: 8 },
  )
})
