/** Story: the writer dies at any moment, in any company, and no acknowledged commit is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import { bitsAtLeast, isSatisfied } from '../storage/quorum.ts'
import { crashNode, restartNode } from '../storage/nodePower.ts'
import { recordFlag, rowOf } from '../storage/redoLog.ts'
import { factsOf, playTo, setStage, type Stage } from './stage.ts'

const second = 1_000_000
const quick = { 'network.loss': 0.02, 'network.resendMax': '60ms', 'client.retryCap': '50ms' }

/** An instance that is back within milliseconds, on a network that loses one message in fifty. */
const hurried = {
  ...resolveParameters(quick),
  'instance.restart': 5000,
  'failover.recover': 5000,
}

/** Every commit that a client was told of stands in the log, not annulled, on a write set. */
function expectNothingLost(stage: Stage): void {
  const { log, groups } = stage.world
  const kept = new Map<number, number>()
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    kept.set(log.lsn[rowOf(log, ordinal)]!, rowOf(log, ordinal))
  }
  for (const { parameters } of factsOf(stage, 'TransactionCommitted')) {
    const row = kept.get(parameters.lsn)
    if (row === undefined) continue
    const { write, segments } = groups[log.group[row]!]!
    const holders = bitsAtLeast(
      segments.map(({ scl }) => scl),
      parameters.lsn,
    )
    expect(log.flags[row]! & recordFlag.annulled, `LSN ${parameters.lsn} annulled`).toBe(0)
    expect(isSatisfied(write, holders), `LSN ${parameters.lsn} on ${holders}`).toBe(true)
  }
}

test('R5: a crash loses no acknowledged commit, and work goes on', () => {
  const stage = setStage(resolveParameters({}), {
    groups: 3,
    sessions: 20,
    writes: 3,
    think: 40_000,
  })
  playTo(stage, 200_000)
  crashInstance(stage.ctx, 0)
  expectNothingLost(stage)
  restartInstance(stage.ctx, 0)
  playTo(stage, 30 * second)
  expectNothingLost(stage)
  expect(factsOf(stage, 'VolumeOpened')).toHaveLength(1)
  expect(stage.world.applications[0]!.downSince).toBe(-1)
  expect(factsOf(stage, 'ConnectionLost').length).toBeGreaterThan(0)
})

test('R6: new records get LSNs above the truncation range', () => {
  const stage = setStage(resolveParameters({}), { sessions: 8, writes: 2 })
  playTo(stage, 100_000)
  crashInstance(stage.ctx, 0)
  restartInstance(stage.ctx, 0)
  playTo(stage, 25 * second)
  const [truncated] = factsOf(stage, 'VolumeTruncated')
  const { above, upTo } = truncated!.parameters
  expect(upTo).toBe(above + 10_000_000)
  const later = factsOf(stage, 'CommitWritten').filter(({ id }) => id > truncated!.id)
  expect(later.length).toBeGreaterThan(0)
  for (const { parameters } of later) expect(parameters.lsn).toBeGreaterThan(upTo)
})

test('R2: a crash while it opens the volume makes it begin anew with a higher epoch', () => {
  const stage = setStage(resolveParameters({}))
  playTo(stage, 100_000)
  crashInstance(stage.ctx, 0)
  restartInstance(stage.ctx, 0)
  playTo(stage, 17 * second)
  expect(stage.world.instances[0]!.memory.opening!.phase).toBe('recovering')
  crashInstance(stage.ctx, 0)
  restartInstance(stage.ctx, 0)
  playTo(stage, 50 * second)
  expect(factsOf(stage, 'VolumeOpened').map(({ parameters }) => parameters.epoch)).toEqual([3])
  expectNothingLost(stage)
})

const act = fc.record({
  after: fc.integer({ min: 0, max: 40_000 }),
  node: fc.integer({ min: 0, max: 8 }),
  what: fc.constantFrom('crash', 'restart', 'crash', 'restart', 'writer'),
})

test('R4: in any order of crashes nothing acknowledged is lost, and all goes on at the end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(act, { maxLength: 12 }),
      (seed, acts) => {
        const cast = { seed, groups: 2, sessions: 8, writes: 2, think: 4000 }
        const stage = setStage(hurried, cast)
        let at = 0
        for (const { after, node, what } of acts) {
          at += after
          playTo(stage, at)
          if (what === 'crash') crashNode(stage.ctx, node)
          else if (what === 'restart') restartNode(stage.ctx, node)
          else {
            crashInstance(stage.ctx, 0)
            restartInstance(stage.ctx, 0)
          }
        }
        for (let node = 0; node < 9; node++) restartNode(stage.ctx, node)
        playTo(stage, at + 600_000)
        expectNothingLost(stage)
        expect(stage.world.instances[0]!.status).toBe('open')
        const before = stage.world.totals.committed
        playTo(stage, at + 800_000)
        expect(stage.world.totals.committed).toBeGreaterThan(before + 20)
      },
    ),
    { numRuns: 25 },
  )
})
