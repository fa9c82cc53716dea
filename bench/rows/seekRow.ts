/**
 * Row 3: going to any instant of a run of ten million events, on the timeline of the worker: in
 * the newest million, anywhere for the first time, and near where one has just been; and what the
 * checkpoints that make it quick cost in memory and time.
 */
import { createStream, below } from '../../src/engine/kernel/streams.ts'
import { realEngine } from '../../src/workers/realEngine.ts'
import {
  advance,
  approach,
  createTimeline,
  rememberVisit,
  type Timeline,
} from '../../src/workers/timeline.ts'
import { bytesOf } from '../../src/workers/checkpoints.ts'
import { cpuMicros } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { busiestScenario } from '../models/busiestScenario.ts'
import { quantile, spreadOf, told } from '../spread.ts'

const events = 10_000_000
const newestEvents = 1_000_000
const slices = 40
const seeks = 60
/** A second visit is within a hundredth of a second of the first. */
const nearbyMicros = 10_000
const far = Number.MAX_SAFE_INTEGER
const stream = createStream(1, 'seeks')

function newTimeline(): Timeline {
  const { scenario, setup } = busiestScenario()
  return createTimeline(realEngine, { scenario, setup, branches: [], branch: '' })
}

interface Computed {
  timeline: Timeline
  /** CPU time beyond that of the bare engine, in percent. */
  costPercent: number[]
  /** The instant at which the newest million events begins. */
  newestFrom: number
}

/** Computes the run in slices, in turns with the same run on the engine alone. */
function computeRun(): Computed {
  const timeline = newTimeline()
  const bare = realEngine.createMachine(busiestScenario().setup)
  const costPercent: number[] = []
  let newestFrom = 0
  for (let slice = 0; slice < slices; slice++) {
    if (slice === slices - (newestEvents * slices) / events) newestFrom = timeline.machine.at()
    const alone = cpuMicros(() => bare.runUntil(far, events / slices))
    const kept = cpuMicros(() => advance(timeline, far, events / slices))
    costPercent.push(100 * (kept / alone - 1))
  }
  return { timeline, costPercent, newestFrom }
}

/** CPU time: what a seek takes on a machine that is not busy otherwise. */
function seekMillis(timeline: Timeline, at: number): number {
  const micros = cpuMicros(() => {
    approach(timeline, at)
    advance(timeline, at, far)
  })
  rememberVisit(timeline)
  return micros / 1_000
}

/** Instants drawn evenly, as far apart as they happen to fall. */
function instantsBetween(from: number, to: number): number[] {
  return Array.from({ length: seeks }, () => from + below(stream, Math.min(to - from, 2 ** 32)))
}

function finding(what: string, millis: number[], limit: number): Finding {
  const sorted = millis.slice().sort((a, b) => a - b)
  const p95 = quantile(sorted, 0.95)
  const found = `p95 ${p95.toFixed(1)} ms; ${told(spreadOf(sorted), 1)}`
  return { what, goal: `p95 < ${limit} ms`, found, isMet: p95 < limit }
}

function seekFindings({ timeline, newestFrom }: Computed): Finding[] {
  const end = timeline.machine.at()
  const newest = instantsBetween(newestFrom, end).map(at => seekMillis(timeline, at))
  const places = instantsBetween(0, end)
  const anywhere: number[] = []
  const again: number[] = []
  for (const at of places) {
    anywhere.push(seekMillis(timeline, at))
    again.push(seekMillis(timeline, Math.min(end, at + below(stream, nearbyMicros))))
  }
  return [
    finding('seek within the newest million events', newest, 50),
    finding('seek anywhere in ten million', anywhere, 150),
    finding('second visit nearby', again, 50),
  ]
}

function costFindings({ timeline, costPercent }: Computed): Finding[] {
  const { kept, visited } = timeline.branch.checkpoints
  const megabytes = (bytesOf(kept) + bytesOf(visited)) / 1_000_000
  const cost = spreadOf(costPercent)
  return [
    {
      what: `${kept.length + visited.length} checkpoints, memory`,
      goal: '< 100 MB',
      found: `${megabytes.toFixed(1)} MB`,
      isMet: megabytes < 100,
    },
    {
      what: 'checkpoints, marks and charts, time',
      goal: '<= 10 % of the run',
      found: `${told(cost, 1)} %`,
      isMet: cost.median <= 10,
    },
  ]
}

function measure(): Finding[] {
  const computed = computeRun()
  return [...seekFindings(computed), ...costFindings(computed)]
}

export const seekRow: BenchRow = { id: 'seek', measure }
