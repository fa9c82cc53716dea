/**
 * The same sessions at a mirrored MySQL and at a whole Aurora cluster, each measured after as long
 * to warm up. Rules Y1, Y8.
 */
import type { Report } from '../contract/report.ts'
import type { Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import type { WireCostView } from '../contract/volumeDetailView.ts'
import type {
  WriteKind,
  WritePathAnswer,
  WritePathRequest,
  WriteSide,
} from '../contract/writePath.ts'
import { parseDuration } from '../formats/duration.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { reportOf } from '../report/reportOf.ts'
import { createSimulation, runUntil, type Simulation } from '../simulation.ts'
import type { Brought } from '../wings/wing.ts'
import { createCounts, createMirrored, type Mirrored } from './mirrored.ts'
import { disks, logFull } from './mirroredSetup.ts'
import { runMirrored } from './runMirrored.ts'
import { writePathScenario, writePathSpan } from './writePathScenario.ts'

const million = 1_000_000
/** Times as long: pages are written by the batch, which a short time would count unevenly. */
const patience = 10
const kinds: WriteKind[] = ['redo', 'binlog', 'doubleWrite', 'page']

/** The same numbers for the same request. Throws when a law breaks. */
export function measureWritePath(request: WritePathRequest, brought: Brought): WritePathAnswer {
  const scenario = writePathScenario(request)
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new RangeError(parsed.problems.map(({ path }) => path).join(', '))
  const from = parseDuration(writePathSpan.from)!
  const until = parseDuration(writePathSpan.until)!
  return {
    ...{ request, scenario },
    aurora: auroraSide(parsed.setup, from, until, brought),
    mirrored: mirroredSide(request, parsed.setup, from, until),
  }
}

function auroraSide(setup: Setup, from: Micros, until: Micros, brought: Brought): WriteSide {
  const simulation = createSimulation(setup, brought)
  const before = reportAt(simulation, from)
  const after = reportAt(simulation, until)
  const grown = (of: keyof WireCostView) => after.wire.aurora[of] - before.wire.aurora[of]
  const [ios, copies, copyBytes] = [grown('writes'), grown('messages'), grown('bytes')]
  const redo = {
    kind: 'redo' as const,
    ios,
    bytes: Math.floor((copyBytes * ios) / Math.max(1, copies)),
  }
  return sideOf({
    micros: until - from,
    transactions: after.committed - before.committed,
    rows: after.wire.rows - before.wire.rows,
    kinds: [redo],
    ...{ copies, copyBytes, latencyMicros: after.latencyMicros },
  })
}

function reportAt(simulation: Simulation, at: Micros) {
  runUntil(simulation, at, Number.MAX_SAFE_INTEGER)
  const { broken, world } = simulation
  if (broken) throw new Error(`the law ${broken.law} broke at ${broken.at} us`)
  const extra = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }
  const report: Report = reportOf(world, extra)
  return {
    wire: report.volume.wire!,
    committed: report.transactions.committed,
    latencyMicros: report.instances[0]!.latencyP50Micros,
  }
}

function mirroredSide(
  request: WritePathRequest,
  { parameters, instances }: Setup,
  from: Micros,
  until: Micros,
): WriteSide {
  const think = parseDuration(writePathSpan.think)!
  const world = createMirrored({ ...request, vcpus: instances[0]!.vcpus, think, parameters })
  const began = warmUp(world, from)
  world.counts = createCounts()
  world.isDiskDown = request.isDiskDown
  const micros = patience * (until - from)
  runMirrored(world, began + micros)
  return sideOf({ ...countedOf(world), micros, latencyMicros: medianOf(world.counts.latencies) })
}

/** Until its log has gone round, so that pages are written as fast as they are changed. */
function warmUp(world: Mirrored, length: Micros): Micros {
  let at = 0
  while (world.newest < logFull) {
    at += length
    runMirrored(world, at)
  }
  return at
}

function countedOf({ counts }: Mirrored) {
  const its = kinds.map(kind => ({ kind, ios: counts.ios[kind], bytes: counts.bytes[kind] }))
  const { transactions, rows } = counts
  const ios = its.reduce((sum, one) => sum + one.ios, 0)
  const bytes = its.reduce((sum, one) => sum + one.bytes, 0)
  return { transactions, rows, kinds: its, copies: disks * ios, copyBytes: disks * bytes }
}

function sideOf(side: Omit<WriteSide, 'ios' | 'iosEachPpm'>): WriteSide {
  const ios = side.kinds.reduce((sum, one) => sum + one.ios, 0)
  const { transactions } = side
  const iosEachPpm = transactions === 0 ? 0 : Math.floor((ios * million) / transactions)
  return { ...side, ios, iosEachPpm }
}

/** Of an even number the lower of the two in the middle. */
function medianOf(values: Micros[]): Micros {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[(sorted.length - 1) >> 1] ?? 0
}
