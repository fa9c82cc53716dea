/** Segments and chains on a hand-made log of two groups. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProtectionGroup, Segment, World } from '../world.ts'
import { annulAbove, appendToGroup, lastLsnAtOrBelow } from './chain.ts'
import { atLeast } from './quorum.ts'
import { appendRecord, createRedoLog } from './redoLog.ts'
import { copyFromPeer, createSegment, keepRecords, raiseScl } from './segment.ts'

const members = [0, 1, 2, 3, 4, 5]

function group(index: number): ProtectionGroup {
  return {
    id: `pg${index + 1}`,
    segments: members.map(slot => createSegment(`pg${index + 1}/${slot}`, index, slot, slot)),
    membershipEpoch: 1,
    write: atLeast(4, members),
    read: atLeast(3, members),
    tipOrdinal: -1,
    recordCount: 0,
    tipLsn: 0,
    baseOrdinal: -1,
    baseLsn: 0,
  }
}

/** A world that has a log and two groups, and nothing else. */
function worldOf(groupOfLsn: number[]): World {
  const world = {
    groups: [group(0), group(1)],
    log: createRedoLog(64),
    pageRecords: new Int32Array(1),
  } as unknown as World
  groupOfLsn.forEach((target, index) => {
    appendToGroup(world, target, appendRecord(world.log, index + 1, 0, 1, 1, 0))
  })
  return world
}

function receive(world: World, segment: Segment, ordinal: number): void {
  keepRecords(world, segment, ordinal, 1)
  raiseScl(world, segment)
}

describe('a segment', () => {
  it('L13 SCL stops below the first gap and jumps when it is filled', () => {
    const world = worldOf([0, 0, 0, 0])
    const segment = world.groups[0]!.segments[2]!
    receive(world, segment, 0)
    receive(world, segment, 2)
    receive(world, segment, 3)
    expect(segment.scl).toBe(1)
    expect(segment.highestHeld).toBe(4)
    receive(world, segment, 1)
    expect(segment.scl).toBe(4)
  })

  it('L13 SCL follows the chain of its own group: records of other groups are no gap', () => {
    const world = worldOf([0, 1, 1, 0, 1])
    const segment = world.groups[0]!.segments[0]!
    receive(world, segment, 0)
    receive(world, segment, 3)
    expect(segment.scl).toBe(4)
  })

  it('L12 in any order and any number of times, SCL ends at the last record before a gap', () => {
    const arrivals = fc.array(fc.nat(11), { maxLength: 40 })
    fc.assert(
      fc.property(arrivals, ordinals => {
        const world = worldOf(new Array(12).fill(0))
        const segment = world.groups[0]!.segments[1]!
        for (const ordinal of ordinals) receive(world, segment, ordinal)
        let expected = 0
        while (ordinals.includes(expected)) expected++
        expect(segment.scl).toBe(expected)
      }),
    )
  })

  it('L15 a peer gives what is missing, also what the log no longer keeps one by one', () => {
    const world = worldOf([0, 0, 0, 0])
    const segment = world.groups[0]!.segments[5]!
    world.groups[0]!.baseLsn = 2
    world.groups[0]!.baseOrdinal = 2
    world.log.first = 2
    expect(raiseScl(world, segment)).toBe(false)
    copyFromPeer(world, segment, 0, 3)
    raiseScl(world, segment)
    expect(segment.scl).toBe(3)
  })
})

describe('the chain of a group', () => {
  it('R6 the record after a recovery links to the last one kept', () => {
    const world = worldOf([0, 1, 0, 0])
    expect(annulAbove(world, 2)).toBe(2)
    expect(world.groups[0]!.tipLsn).toBe(1)
    appendToGroup(world, 0, appendRecord(world.log, 100, 0, 2, 1, 0))
    const segment = world.groups[0]!.segments[0]!
    receive(world, segment, 0)
    receive(world, segment, 4)
    expect(segment.scl).toBe(100)
  })

  it('D2 tells the last LSN of the group at or below a point', () => {
    const world = worldOf([0, 1, 1, 0, 1])
    expect(lastLsnAtOrBelow(world, world.groups[0]!, 3)).toBe(1)
    expect(lastLsnAtOrBelow(world, world.groups[0]!, 5)).toBe(4)
    expect(lastLsnAtOrBelow(world, world.groups[1]!, 1)).toBe(0)
  })
})
