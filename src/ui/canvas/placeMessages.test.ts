/** What the canvas shows of the moving part, row by row, at an instant. */
import { afterEach, describe, expect, it } from 'vitest'
import { layoutStage } from '../scene/layout/layoutStage.ts'
import { positionAt } from '../scene/routes/positionAt.ts'
import { createWiring, routeBetween } from '../scene/routes/routeBetween.ts'
import type { Route } from '../scene/routes/trace.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { movingFlags, movingRows } from './movingRows.ts'
import { stationAt } from '../stage/useStanding.ts'
import { createPlaced, learnShare, type Placed, placeMessages } from './placeMessages.ts'
import { createRouteTable } from './routeTable.ts'
import { type Message, movingBuffer } from './testing/movingBuffer.ts'

const frame = exampleFrame()
const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }
const wiring = createWiring(layoutStage(frame, view, { width: 1440, height: 620 }), false)
const redo = 3

function placedAt(now: number, messages: Message[]): Placed {
  const placed = createPlaced()
  placeMessages(
    placed,
    movingRows(movingBuffer(frame.actors, messages)),
    createRouteTable(wiring),
    now,
  )
  return placed
}

const toA1 = { from: 'w1', to: 'node-a1' }

describe('a message', () => {
  it('stands where its share of the way says', () => {
    const { kinds, total } = placedAt(1_250, [toA1])
    const { x, y } = positionAt(routeBetween(wiring, 'w1', 'node-a1') as Route, 0.25)
    expect(total).toBe(1)
    expect(kinds[redo]?.places[0]).toBeCloseTo(x, 2)
    expect(kinds[redo]?.places[1]).toBeCloseTo(y, 2)
  })

  it.each([999, 2_000, 5_000])('is not shown at %i, before it left or once it arrived', now => {
    expect(placedAt(now, [toA1]).total).toBe(0)
  })

  it('is not shown when an end is not on the stage, as a spare node folded away', () => {
    expect(placedAt(1_500, [{ from: 'w1', to: 'node-a3' }]).total).toBe(0)
  })

  it('ends midway with a cross that fades when it is lost', () => {
    const lost = [{ ...toA1, flags: movingFlags.lost }]
    expect(placedAt(1_200, lost).kinds[redo]?.count).toBe(1)
    expect(placedAt(1_500, lost)).toMatchObject({ lost: { count: 1 }, fading: { count: 0 } })
    expect(placedAt(1_700, lost)).toMatchObject({ lost: { count: 0 }, fading: { count: 1 } })
    expect(placedAt(1_900, lost).total).toBe(0)
  })

  it('vanishes at the door of a node without power', () => {
    const dropped = [{ ...toA1, flags: movingFlags.dropped }]
    expect(placedAt(1_500, dropped).lost.count).toBe(0)
    expect(placedAt(1_950, dropped).lost.count).toBe(1)
  })

  it('waits midway while its link is held', () => {
    const at = (now: number) => placedAt(now, [{ ...toA1, flags: movingFlags.held }])
    expect(at(1_600).kinds[redo]?.places[0]).toBe(at(1_900).kinds[redo]?.places[0])
  })

  it('of an unknown kind is shown as a dot', () => {
    expect(placedAt(1_500, [{ ...toA1, kind: 99 }]).kinds[0]?.count).toBe(1)
  })
})

it('places five thousand in one pass, and starts anew each time', () => {
  const many = Array.from({ length: 5_000 }, (_, k) => ({ ...toA1, kind: (k % 13) + 1 }))
  const placed = placedAt(1_500, many)
  expect(placed.total).toBe(5_000)
  placeMessages(placed, movingRows(new ArrayBuffer(0)), createRouteTable(wiring), 1_500)
  expect(placed.total).toBe(0)
})

describe('for whoever wishes less motion', () => {
  afterEach(() => learnShare(share => share))

  it('a message stands where it is until the next of three stations', () => {
    learnShare(stationAt)
    const seen = [1_010, 1_200, 1_490, 1_510, 1_900, 1_930, 1_990].map(
      now => placedAt(now, [toA1]).kinds[redo]?.places[1],
    )
    expect(new Set(seen).size).toBe(3)
    expect(seen[0]).toBe(seen[2])
    expect(seen[3]).toBe(seen[4])
  })

  it('a lost one shows its cross halfway, one to a dark node at its door', () => {
    learnShare(stationAt)
    expect(placedAt(1_600, [{ ...toA1, flags: movingFlags.lost }]).lost.count).toBe(1)
    expect(placedAt(1_950, [{ ...toA1, flags: movingFlags.lost }]).total).toBe(0)
    expect(placedAt(1_950, [{ ...toA1, flags: movingFlags.dropped }]).lost.count).toBe(1)
  })
})
