/** What the volume panel is told: sets that are left, the next loss, and what each mark awaits. */
import { describe, expect, it, test } from 'vitest'
import { inject, look, run, startCluster } from '../../testing/startCluster.ts'
import { atLeast } from '../storage/quorum.ts'
import { milli, runUntilChange, start } from '../../testing/memberStage.ts'
import { viewSets } from './viewSets.ts'

const six = [0, 1, 2, 3, 4, 5]
const allSix = 0b111111

describe('what a quorum can bear', () => {
  it('Q1: 4 of 6 has 15 smallest sets and may lose any two', () => {
    const seen = viewSets(atLeast(4, six), allSix)
    expect(seen).toEqual({ met: [true], sets: 15, setsLeft: 15, mayLose: 2, decisive: 0 })
  })

  it('with four left there is one set, and each of the four decides', () => {
    const seen = viewSets(atLeast(4, six), 0b110101)
    expect(seen).toMatchObject({ setsLeft: 1, mayLose: 0, decisive: 0b110101 })
  })

  it('with three left none is left, and no loss can end what has ended', () => {
    const seen = viewSets(atLeast(4, six), 0b000111)
    expect(seen).toEqual({ met: [false], sets: 15, setsLeft: 0, mayLose: 0, decisive: 0 })
  })

  it('Q9: full and tail, 4/6 of any or 3/3 of the full ones', () => {
    const write = { kind: 'or', parts: [atLeast(4, six), atLeast(3, [0, 2, 4])] } as const
    expect(viewSets(write, allSix)).toMatchObject({ sets: 13, mayLose: 2 })
    const full = viewSets(write, 0b010101)
    expect(full).toMatchObject({ met: [true, false, true], setsLeft: 1, decisive: 0b010101 })
  })

  it('M3: two sets of six say which of them is satisfied', () => {
    const write = { kind: 'and', parts: [atLeast(4, six), atLeast(4, [0, 1, 2, 3, 4, 6])] } as const
    expect(viewSets(write, 0b0111111).met).toEqual([true, true, true])
    expect(viewSets(write, 0b0101011).met).toEqual([false, true, false])
    expect(viewSets(write, 0b0111111).mayLose).toBe(1)
  })
})

test('L4, L5: VCL and PGCL wait for the first record that no write set has acknowledged', () => {
  const cluster = startCluster({ sessions: 8, think: '1ms' })
  run(cluster, 50 * milli)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, 50 * milli)
  const { volumeDetail, volume, groups } = look(cluster)
  const { watched, sclWaitsFor, letters } = volumeDetail!.groups[0]!
  expect(letters.join('')).toBe('ABCDEF')
  expect(watched!.isDurable).toBe(false)
  expect(watched!.lsn).toBeGreaterThan(groups[0]!.pgcl)
  expect(watched!.heldBy).toBe(0b101010)
  expect(watched!.met).toEqual([false])
  expect(volumeDetail!.log!.vclWaitsFor).toEqual({ lsn: volume.vcl + 1, group: 'pg1' })
  expect(volumeDetail!.log!.vdlWaitsFor).toBeGreaterThan(volume.vdl)
  expect(sclWaitsFor[0]).toBe(groups[0]!.segments[0]!.scl + 1)
  expect(sclWaitsFor[1]).toBe(0)
})

test('M3, M5: while members change there are two sets, and the new one does not count', () => {
  const cluster = start({ parameters: { 'repair.transfer': '5s' } })
  run(cluster, 50 * milli)
  inject(cluster, 'NodeCrash', 'node-c2')
  runUntilChange(cluster, 'join')
  const { letters, write, membershipEpoch } = look(cluster).volumeDetail!.groups[0]!
  expect(letters.join('')).toBe('ABCDEFG')
  expect(write.met).toEqual([true, true, true])
  expect(membershipEpoch).toBe(2)
  expect(write.mayLose).toBe(1)
})

test('nobody has the log open after a crash of the writer', () => {
  const cluster = startCluster()
  run(cluster, 50 * milli)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, milli)
  expect(look(cluster).volumeDetail!.log).toBeNull()
})
