/** The diagram of a small window as text: lines, crosses, lanes, and words that never touch. */
import { expect, test } from 'vitest'
import type { Fact } from '../../engine/contract/facts.ts'
import type { SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { touches } from './labelRoom.ts'
import { type Cast, castOf, everyLane, lanesOf } from './lanesOf.ts'
import { spacetimeShapes, type View } from './spacetimeShapes.ts'
import { spread } from './spread.ts'
import { stepThrough } from './stepThrough.ts'
import { messageOf } from './testing/messageOf.ts'

const cast = {
  actors: ['w1', 'node-a1', 'node-a2', 'node-b1', 'shop'],
  zones: [{ id: 'az-a' }, { id: 'az-b' }],
  nodes: ['a1', 'a2', 'b1'].map(name => ({ id: `node-${name}`, zone: `az-${name[0]}` })),
  instances: [{ id: 'w1', zone: 'az-a', role: 'writer' }],
} as unknown as Cast

const request = messageOf({ id: 1, from: 4, to: 0, sentOrder: 1, endOrder: 3, kind: 'Request' })
const toA1 = messageOf({ id: 2, from: 0, to: 1, sentOrder: 3, endOrder: 5, transactions: [7] })
const toB1 = messageOf({ id: 3, from: 0, to: 3, sentOrder: 3, endOrder: 8, fate: 'lost' })
const back = messageOf({ id: 4, from: 1, to: 0, sentOrder: 6, endOrder: null, fate: 'underWay' })

function committed(id: number, at: number) {
  const parameters = { transaction: 7, application: 'shop', session: 0, lsn: 9, latencyMicros: 5 }
  const fact: Fact = { id, at, fact: 'TransactionCommitted', cause: 0, parameters }
  return { actor: 0, order: 7, fact }
}

const answer: SpacetimeAnswer = {
  from: 0,
  to: 1_000,
  isShortened: false,
  actors: cast.actors,
  messages: [request, toA1, toB1, { ...back, arrivesAt: 1_400 }],
  marks: [committed(1, 700), committed(2, 720), committed(3, 900)],
}

const plain: View = { width: 590, left: 80, thing: null, transaction: null, isShown: () => true }

function text(
  view: Partial<View> = {},
  choice = { hidden: [] as string[], folded: [] as string[] },
) {
  const picture = spacetimeShapes(answer, lanesOf(cast, choice), { ...plain, ...view })
  return picture.lines.map(({ message, x1, y1, x2, y2, end, tone }) =>
    [message.id, Math.round(x1), y1, Math.round(x2), Math.round(y2), end ?? '-', tone].join(' '),
  )
}

test('lanes: applications first, then zone by zone writers and nodes', () => {
  expect(everyLane(cast).map(({ name }) => name)).toEqual(['shop', 'w1', 'a1', 'a2', 'b1'])
  const folded = lanesOf(cast, { hidden: ['shop'], folded: ['az-a'] })
  expect(folded.map(({ name, actors }) => [name, actors])).toEqual([
    ['zone a', [0, 1, 2]],
    ['b1', [3]],
  ])
})

test('a spare node has a lane only when somebody speaks to it', () => {
  const nodes = cast.nodes.map(node => ({ ...node, isSpare: node.id !== 'node-a1' }))
  const names = everyLane(castOf({ ...cast, nodes }, answer)).map(({ name }) => name)
  expect(names).toEqual(['shop', 'w1', 'a1', 'b1'])
})

test('a message runs from its sending to its arrival; a lost one ends in a cross', () => {
  expect(text()).toEqual([
    '1 130 35 230 61 - plain',
    '2 230 61 330 87 - plain',
    '3 230 61 480 139 cross plain',
    '4 380 87 580 74 - plain',
  ])
})

test('inside a folded zone nothing crosses a lane', () => {
  const lines = text({}, { hidden: [], folded: ['az-a'] })
  expect(lines.map(line => line.split(' ')[0])).toEqual(['1', '3'])
})

test('the chosen message, what led to it, and what depends on it stand out', () => {
  const lines = text({ thing: { kind: 'message', message: toA1 } })
  expect(lines.map(line => line.split(' ').at(-1))).toEqual(['past', 'chosen', 'faint', 'future'])
})

test('the path of a transaction stands out', () => {
  const lines = text({ transaction: 7 })
  expect(lines.map(line => line.split(' ').at(-1))).toEqual(['faint', 'path', 'faint', 'faint'])
})

test('no two words touch, and none leaves the picture', () => {
  const { words, width } = spacetimeShapes(answer, lanesOf(cast, { hidden: [], folded: [] }), plain)
  expect(words.length).toBeGreaterThan(0)
  expect(words.length).toBeLessThan(answer.marks.length)
  for (const [index, word] of words.entries()) {
    expect(word.x + word.width).toBeLessThanOrEqual(width)
    expect(words.slice(index + 1).some(other => touches(word, other))).toBe(false)
  }
})

test('many commits are not named one by one', () => {
  const marks = Array.from({ length: 12 }, (_, k) => committed(k + 1, k * 80))
  const lanes = lanesOf(cast, { hidden: [], folded: [] })
  const { words, signs } = spacetimeShapes({ ...answer, marks }, lanes, plain)
  expect(signs).toHaveLength(12)
  expect(words).toEqual([])
  expect(
    spacetimeShapes({ ...answer, marks }, lanes, { ...plain, transaction: 7 }).words.length,
  ).toBeGreaterThan(0)
})

test('of too many things those that matter are kept, and evenly many of the others', () => {
  const things = Array.from({ length: 100 }, (_, k) => k)
  const kept = spread(things, thing => thing === 50, 11)
  expect(kept).toHaveLength(11)
  expect(kept).toContain(50)
  expect(kept.filter(thing => thing < 50)).toHaveLength(5)
})

test('arrow keys go by time, and up and down along what led where', () => {
  const shown = { messages: answer.messages, marks: answer.marks }
  const at = (message: typeof request) => ({ kind: 'message' as const, message })
  const go = (from: typeof request, key: string) => {
    const next = stepThrough(shown, at(from), key)
    return next?.kind === 'message' ? next.message.id : null
  }
  expect(go(toA1, 'ArrowUp')).toBe(1)
  expect(go(toA1, 'ArrowDown')).toBe(4)
  expect(go(request, 'ArrowRight')).toBe(2)
  expect(go(request, 'ArrowLeft')).toBeNull()
})
