/**
 * The ladder of a transaction: what it says took so long did, and the answer that completes a
 * quorum is the fourth. Rules L4, L8, C1, C2.
 */
import { expect, test } from 'vitest'
import type { Rung, TransactionInside } from '../../contract/inside.ts'
import type { Fact } from '../../contract/facts.ts'
import { listen, nextEventAt, runUntil, type Simulation } from '../../simulation.ts'
import { runOn, setMmStage } from '../../testing/mmStage.ts'
import { run, startCluster } from '../../testing/startCluster.ts'
import { recordWindow } from '../window/recordWindow.ts'
import { ladderOf } from './ladderOf.ts'

/** Steps on until `isDone`, and a while after that. */
function ladder(
  simulation: Simulation,
  isDone: (fact: Fact) => number | null,
  after: number,
): TransactionInside {
  const recorder = recordWindow(simulation, () => true)
  let transaction = 0
  let until = Number.POSITIVE_INFINITY
  listen(
    simulation,
    fact => {
      recorder.hear(fact)
      const found = transaction === 0 ? isDone(fact) : null
      if (found === null) return
      transaction = found
      until = fact.at + after
    },
    true,
  )
  while (nextEventAt(simulation) <= until) {
    runUntil(simulation, nextEventAt(simulation), 1)
    recorder.note('event')
  }
  const told = { ...recorder.end(), transaction }
  return ladderOf(simulation.world, told, { at: simulation.world.now, isShortened: false })
}

function committed(least: number) {
  return ({ fact, parameters, at }: Fact) =>
    fact === 'TransactionCommitted' && at > least ? parameters.transaction : null
}

function lengthOf({ stretches }: Rung): number {
  const last = stretches.at(-1)
  return (last?.until ?? Number.NaN) - (stretches[0]?.since ?? Number.NaN)
}

function ofKind({ rungs }: TransactionInside, kind: Rung['kind']): Rung[] {
  return rungs.filter(rung => rung.kind === kind)
}

test('L4, L8: six copies get redo; the fourth that counts makes it durable, VDL passes it', () => {
  const { simulation, facts } = startCluster({ sessions: 1, think: '3ms', reads: 0 })
  run({ simulation, facts }, 100_000)
  const least = simulation.world.now + 10_000
  const its = ladder(simulation, committed(least), 3_000)
  expect(its.state).toBe('committed')
  const writes = ofKind(its, 'write')
  expect(new Set(writes.map(({ who }) => who)).size).toBe(6)
  const ends = writes
    .filter(({ isYes }) => isYes)
    .map(rung => ({ rung, at: rung.stretches.at(-1)?.until ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.at - other.at)
  expect(writes.filter(({ completes }) => completes)).toEqual([ends[3]?.rung])
  const moments = Object.fromEntries(its.moments.map(({ what, at }) => [what, at]))
  expect(moments.durable).toBe(ends[3]?.at)
  expect(moments.safe).toBeGreaterThanOrEqual(moments.durable ?? 0)
  expect(moments.committed).toBe(moments.safe)
  expect(moments.acknowledged).toBeGreaterThan(moments.committed ?? 0)
})

test('the way to the writer, work, and the wait come to the latency that is told', () => {
  const { simulation, facts } = startCluster({ sessions: 4, think: '2ms', reads: 0 })
  run({ simulation, facts }, 100_000)
  const its = ladder(simulation, committed(simulation.world.now + 10_000), 3_000)
  const [work] = ofKind(its, 'work')
  const [wait] = ofKind(its, 'wait')
  if (work === undefined || wait === undefined) throw new Error('no work or no wait')
  expect(lengthOf(work) + lengthOf(wait)).toBe(its.latencyMicros)
})

test('C1, C2: of each change six copies are asked, and the fourth yes decides', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  const its = ladder(stage.simulation, committed(0), 40_000)
  const changes = new Map<string, Rung[]>()
  for (const rung of ofKind(its, 'propose')) {
    changes.set(rung.about, [...(changes.get(rung.about) ?? []), rung])
  }
  expect(changes.size).toBeGreaterThan(1)
  for (const rungs of changes.values()) {
    expect(rungs).toHaveLength(6)
    expect(rungs.filter(({ completes }) => completes)).toHaveLength(1)
  }
  const shown = ofKind(its, 'replicate').map(({ stretches }) => stretches.map(({ what }) => what))
  expect(shown).toContainEqual(['travel', 'wait'])
  expect(its.moments.filter(({ what }) => what === 'accepted')).toHaveLength(changes.size)
})

test('a transaction of which nothing was told is unknown, and has no rungs', () => {
  const { simulation, facts } = startCluster()
  run({ simulation, facts }, 1_000)
  const told = { actors: [], messages: [], marks: [], transaction: 7 }
  const its = ladderOf(simulation.world, told, { at: 1_000, isShortened: false })
  expect(its).toMatchObject({ state: 'unknown', instance: '', rungs: [], moments: [] })
})
