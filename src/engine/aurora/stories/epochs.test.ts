/** Story: what a segment does with messages of another epoch, or beyond what it has. */
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { receiveGossip, receiveGossipRecords } from '../storage/gossip.ts'
import { receiveRedo } from '../storage/receiveRedo.ts'
import { readRefusal, receiveReadPage } from '../storage/servePage.ts'
import type { Segment } from '../world.ts'
import { playTo, setStage, type Stage } from './stage.ts'

function begin() {
  const stage = setStage(resolveParameters({}))
  playTo(stage, 100_000)
  const [one, other] = stage.world.groups[0]!.segments as [Segment, Segment]
  return { stage, one, other }
}

/** Row of a message on its way to the segment's node. */
function post(stage: Stage, from: number, to: Segment, given: Partial<typeof payload>): number {
  Object.assign(payload, given)
  return sendMessage(stage.ctx, from, stage.world.nodes[to.node]!.actor, messageNumber.Gossip)
}

/** The rows of this kind under way. */
function rowsOf({ world }: Stage, kind: number): number[] {
  const { messages } = world.network
  const rows: number[] = []
  for (let row = 1; row < messages.usedRows; row++) {
    if (messages.flags[row] !== 0 && messages.kind[row] === kind) rows.push(row)
  }
  return rows
}

/** What the segment says to a read at this point, of this epoch; -1 = nothing yet. */
function answerTo(stage: Stage, segment: Segment, point: number, epoch = 1): number {
  const before = rowsOf(stage, messageNumber.PageAnswer)
  const row = post(stage, 0, segment, { a: 0, c: point, e: epoch })
  receiveReadPage(stage.ctx, segment.node, row)
  const [answer] = rowsOf(stage, messageNumber.PageAnswer).filter(slot => !before.includes(slot))
  return answer === undefined ? -1 : stage.world.network.messages.e[answer]!
}

test('D1: a segment answers only between its lowest read point and its SCL, in its epoch', () => {
  const { stage, one } = begin()
  one.lowestReadPoint = one.scl - 3
  expect(answerTo(stage, one, one.scl)).toBe(-1)
  expect(answerTo(stage, one, one.scl + 1)).toBe(readRefusal.notComplete)
  expect(answerTo(stage, one, one.scl - 3)).toBe(-1)
  expect(answerTo(stage, one, one.scl - 4)).toBe(readRefusal.tooOld)
  one.epoch = 2
  expect(answerTo(stage, one, one.scl)).toBe(readRefusal.staleEpoch)
})

test('R2: records that a peer of an older epoch gives are not taken', () => {
  const { stage, one, other } = begin()
  const { actor } = stage.world.nodes[other.node]!
  const upTo = one.scl + 100
  const given = { a: 0, b: one.scl, c: upTo, d: 1 }
  expect(receiveGossipRecords(stage.ctx, one.node, post(stage, actor, one, given))).toBe(true)
  one.epoch = 2
  expect(receiveGossipRecords(stage.ctx, one.node, post(stage, actor, one, given))).toBe(false)
})

test('R2: a peer of an older epoch is told the newer one and is given nothing', () => {
  const { stage, one, other } = begin()
  const { actor } = stage.world.nodes[other.node]!
  one.epoch = 2
  const before = rowsOf(stage, messageNumber.GossipRecords).length
  receiveGossip(stage.ctx, one.node, post(stage, actor, one, { a: 0, b: 0, c: 1, d: 1 }))
  expect(rowsOf(stage, messageNumber.GossipRecords)).toHaveLength(before)
  const { c } = stage.world.network.messages
  expect(rowsOf(stage, messageNumber.Gossip).some(row => c[row] === 2)).toBe(true)
})

test('R11: whoever hears of a newer epoch first applies the ranges that it missed', () => {
  const hear = (listen: (stage: Stage, one: Segment, from: number) => void) => {
    const { stage, one, other } = begin()
    stage.world.volume.truncations.push({ epoch: 2, above: 0, upTo: 10_000_000 })
    listen(stage, one, stage.world.nodes[other.node]!.actor)
    return { truncationEpoch: one.truncationEpoch, scl: one.scl }
  }
  const applied = { truncationEpoch: 2, scl: 0 }
  const byGossip = hear((stage, one, from) =>
    receiveGossip(stage.ctx, one.node, post(stage, from, one, { a: 0, b: 0, c: 2, d: 0 })),
  )
  const byRedo = hear((stage, one) =>
    receiveRedo(stage.ctx, one.node, post(stage, 0, one, { a: 0, d: 2 })),
  )
  expect([byGossip, byRedo]).toEqual([applied, applied])
})
