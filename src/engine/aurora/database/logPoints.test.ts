/** The points of the log on the examples of the papers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { appendToGroup } from '../storage/chain.ts'
import { appendRecord, recordFlag } from '../storage/redoLog.ts'
import { setStage } from '../stories/stage.ts'
import { advancePoints, walkLog } from './logPoints.ts'

/** A volume of two groups to which records were written, each `[lsn, group, isCpl]`. */
function volumeWith(records: [number, number, boolean][]) {
  const stage = setStage(resolveParameters({}), { groups: 2 })
  const { world } = stage
  for (const [lsn, group, isCpl] of records) {
    const flags = isCpl ? recordFlag.consistencyPoint : 0
    appendToGroup(world, group, appendRecord(world.log, lsn, 0, 1, flags, 0))
  }
  return { ...stage, memory: world.instances[0]!.memory }
}

test('L5 (reference L5, T1): VCL is not the least PGCL (2018 figure 3: 103, 104: 104)', () => {
  const { ctx, memory } = volumeWith([
    [101, 0, true],
    [102, 1, true],
    [103, 0, true],
    [104, 1, true],
    [105, 0, true],
    [106, 1, true],
  ])
  memory.groups[0]!.sclSeen.set([103, 103, 103, 103, 101, 105])
  memory.groups[1]!.sclSeen.set([104, 104, 104, 106, 102, 106])
  advancePoints(ctx, 0, 0)
  advancePoints(ctx, 0, 1)
  expect([memory.groups[0]!.pgcl, memory.groups[1]!.pgcl, memory.vcl]).toEqual([103, 104, 104])
})

test('L5: VDL is the last consistency point that is complete (2017 §4.1: 1007 gives 1000)', () => {
  const { world, memory } = volumeWith([
    [900, 0, true],
    [1000, 1, true],
    [1007, 0, false],
    [1050, 1, false],
    [1100, 0, true],
  ])
  memory.groups[0]!.pgcl = 1100
  memory.groups[1]!.pgcl = 1000
  walkLog(world, memory)
  expect([memory.vcl, memory.vdl]).toEqual([1007, 1000])
  expect(memory.groups.map(({ durableLsn }) => durableLsn)).toEqual([900, 1000])
})

test('L4: PGCL is the fourth largest SCL of six', () => {
  const { ctx, memory } = volumeWith([[1, 0, true]])
  memory.groups[0]!.sclSeen.set([9, 3, 8, 5, 7, 1])
  advancePoints(ctx, 0, 0)
  expect(memory.groups[0]!.pgcl).toBe(5)
})

const record = fc.record({ group: fc.nat(1), isCpl: fc.boolean() })

test('L5: the walk agrees with the definition, whatever was written and heard', () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 30 }),
      fc.nat(30),
      fc.nat(30),
      (records, one, two) => {
        const written = records.map(({ group, isCpl }, index): [number, number, boolean] => [
          index + 1,
          group,
          isCpl,
        ])
        const { world, memory } = volumeWith(written)
        memory.groups[0]!.pgcl = one
        memory.groups[1]!.pgcl = two
        walkLog(world, memory)
        const undurable = written.find(([lsn, group]) => lsn > (group === 0 ? one : two))
        const vcl = undurable ? undurable[0] - 1 : written.length
        const cpls = written.filter(([lsn, , isCpl]) => isCpl && lsn <= vcl)
        expect(memory.vcl).toBe(vcl)
        expect(memory.vdl).toBe(cpls.at(-1)?.[0] ?? 0)
      },
    ),
  )
})
