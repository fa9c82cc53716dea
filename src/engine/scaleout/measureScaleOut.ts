/**
 * Throughput is measured, not computed: each point is a run of the whole engine, laws included,
 * whose warm-up is not counted. The same request gives the same numbers everywhere. Rules O1 to O5.
 */
import type {
  ScaleOutAnswer,
  ScaleOutPoint,
  ScaleOutRequest,
  ScaleOutRun,
} from '../contract/scaleOut.ts'
import type { Report } from '../contract/report.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { parseDuration } from '../formats/duration.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { reportOf } from '../report/reportOf.ts'
import { createSimulation, runUntil, type Simulation } from '../simulation.ts'
import type { Brought } from '../wings/wing.ts'
import { scaleOutLoad, scaleOutScenario, scaleOutSpan } from './scaleOutScenario.ts'

const million = 1_000_000

/** `done` of `all` runs have been measured; the newest is `point`. */
export type TellScaleOut = (news: { done: number; all: number; point: ScaleOutPoint }) => void

export function measureScaleOut(
  request: ScaleOutRequest,
  brought: Brought,
  tell: TellScaleOut,
): ScaleOutAnswer {
  const runs = runsOf(request)
  const points = runs.map((run, index) => {
    const point = measureRun({ ...run, seed: request.seed }, brought)
    tell({ done: index + 1, all: runs.length, point })
    return point
  })
  return { points, load: scaleOutLoad }
}

/**
 * The baseline first; the other places of the load only with the most writers. With nothing in
 * common, rows that are owned are the same load again.
 */
export function runsOf({ writers, shares }: ScaleOutRequest): ScaleOutRun[] {
  const most = Math.max(...writers)
  const baseline: ScaleOutRun[] = shares.map(share => {
    return { placement: 'single-master', writers: most, share }
  })
  const curves = writers.flatMap(count =>
    shares.map((share): ScaleOutRun => ({ placement: 'common', writers: count, share })),
  )
  const beside = (['owned', 'one-writer', 'round-robin'] as const).flatMap(placement =>
    shares
      .filter(share => placement !== 'owned' || share > 0)
      .map((share): ScaleOutRun => ({ placement, writers: most, share })),
  )
  return [...baseline, ...curves, ...beside]
}

/** Throws when a law breaks. */
export function measureRun(run: ScaleOutRun & { seed: number }, brought: Brought): ScaleOutPoint {
  const scenario = scaleOutScenario(run)
  const simulation = createSimulation(setupOf(scenario), brought)
  const from = micros(scaleOutSpan.from)
  const until = micros(scaleOutSpan.until)
  const before = countsAt(simulation, from)
  const after = countsAt(simulation, until)
  const committed = after.transactions.committed - before.transactions.committed
  const rolledBack = after.transactions.rolledBack - before.transactions.rolledBack
  return {
    ...run,
    scenario,
    micros: until - from,
    committed,
    rolledBack,
    conflicts: difference(before.conflicts, after.conflicts),
    wasted: Math.floor((rolledBack * million) / Math.max(1, committed + rolledBack)),
    events: simulation.world.eventCount,
  }
}

function setupOf(scenario: Scenario): Setup {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new RangeError(parsed.problems.map(({ path }) => path).join(', '))
  return parsed.setup
}

function micros(text: string): Micros {
  return parseDuration(text)!
}

function countsAt(simulation: Simulation, at: Micros): Report {
  runUntil(simulation, at, Number.MAX_SAFE_INTEGER)
  const { broken, world } = simulation
  if (broken) throw new Error(`the law ${broken.law} broke at ${broken.at} us`)
  const extra = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }
  return reportOf(world, extra)
}

function difference(
  before: Report['conflicts'],
  after: Report['conflicts'],
): ScaleOutPoint['conflicts'] {
  return {
    inFlight: after.inFlight - before.inFlight,
    staleBase: after.staleBase - before.staleBase,
    noWinner: after.noWinner - before.noWinner,
    rowOwned: after.rowOwned - before.rowOwned,
    deadlock: after.deadlock - before.deadlock,
    lockTimeout: after.lockTimeout - before.lockTimeout,
  }
}
