/** Stragglers bounce off a copy (rules R2, R6, M8): where they are, what is said, and when not. */
import { expect, test } from 'vitest'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { intersects } from '../scene/geometry.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { createWiring, routeBetween } from '../scene/routes/routeBetween.ts'
import type { Route } from '../scene/routes/trace.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { bouncesAt } from './bounces.ts'
import { messageNumbers } from './messageLook.ts'
import { movingFlags, movingRows } from './movingRows.ts'
import { bounceWords } from './paintBounces.ts'
import { createPlaced, placeMessages } from './placeMessages.ts'
import { createRouteTable } from './routeTable.ts'
import { type Message, movingBuffer } from './testing/movingBuffer.ts'

const frame = exampleFrame()
const size = { width: 1440, height: 620 }
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const wiring = createWiring(layoutStage(frame, view, size), false)
const { annulled, stale, lost, dropped } = movingFlags
const there = { from: 'w1', to: 'node-a1', kind: messageNumbers.WriteRedo }
const back = { from: 'node-a1', to: 'w1', kind: messageNumbers.WriteAck }

function rowsOf(messages: Message[]) {
  return movingRows(movingBuffer(frame.actors, messages))
}

function bouncing(now: number, messages: Message[], isStill = true) {
  return bouncesAt(rowsOf(messages), { wiring, now, isStill })
}

test('a record of an annulled range comes, and is told shortly before it bounces (R6)', () => {
  const straggler = { ...there, flags: annulled }
  expect(bouncing(1_300, [straggler])).toMatchObject([{ shape: 'record', isTold: false }])
  expect(bouncing(1_900, [straggler])).toMatchObject([{ word: 'annulled', isTold: true }])
})

test('what comes back looks like what was refused, by its word and its shape (R2, M8)', () => {
  const answers = [
    { ...back, flags: stale },
    { ...back, kind: messageNumbers.PageAnswer, flags: stale },
    { ...back, kind: messageNumbers.StaleMembers, flags: stale },
  ]
  const told = { word: 'stale epoch', isTold: true }
  expect(bouncing(1_100, answers)).toMatchObject([
    { shape: 'record', ...told },
    { shape: 'diamond', ...told },
    { shape: 'stop', ...told },
  ])
  expect(bouncing(1_900, answers).some(({ isTold }) => isTold)).toBe(false)
})

test('it hops aside on its way back, unless motion is unwanted', () => {
  const refusal = { ...back, flags: annulled }
  const { x, y } = positionAt(routeBetween(wiring, 'node-a1', 'w1') as Route, 0.25)
  expect(bouncing(1_250, [refusal])).toMatchObject([{ x, y }])
  const [hopping] = bouncing(1_250, [refusal], false)
  expect(Math.hypot((hopping?.x ?? 0) - x, (hopping?.y ?? 0) - y)).toBeCloseTo(10, 1)
})

test('what is taken, lost, or dropped does not bounce', () => {
  const others = [there, { ...there, flags: annulled | lost }, { ...there, flags: stale | dropped }]
  expect(bouncing(1_500, others)).toEqual([])
  expect(bouncing(2_000, [{ ...there, flags: stale }])).toEqual([])
})

test('every message is painted once: as a straggler or as what travels', () => {
  const rows = rowsOf([there, { ...there, flags: stale }, { ...back, flags: annulled }])
  const placed = createPlaced()
  placeMessages(placed, rows, createRouteTable(wiring), 1_500)
  expect(placed.total).toBe(1)
  expect(bouncesAt(rows, { wiring, now: 1_500, isStill: true })).toHaveLength(2)
})

test('no word lies on another or on a shape, and none leaves the stage', () => {
  const nodes = ['node-a1', 'node-a2', 'node-c2', 'node-c2']
  const answers = nodes.map(from => ({ ...back, from, flags: stale }))
  const bounces = bouncing(1_100, answers)
  const shapes = bounces.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }))
  const boxes = bounceWords(bounces, size).map(({ box }) => box)
  expect(boxes).toHaveLength(4)
  const all = [...boxes, ...shapes.slice(1)]
  for (const box of boxes) expect(all.filter(other => intersects(other, box))).toEqual([box])
  const atEdge = bounces.slice(0, 1).map(edge => ({ ...edge, x: size.width - 4 }))
  const [word] = bounceWords(atEdge, size)
  expect((word?.box.x ?? size.width) + (word?.box.width ?? 0)).toBeLessThan(size.width)
})
