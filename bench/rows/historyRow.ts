/**
 * What keeping the history of a run costs: four writers and the busiest cluster of one writer, each
 * beside itself without a history; and how long the verdict takes beside the run that it is on.
 */
import type { Setup } from '../../src/engine/contract/scenario.ts'
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything, keepHistory } from '../../src/engine/answers.ts'
import { compare, cpuMicros, type Runner } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { busiestScenario } from '../models/busiestScenario.ts'
import { fourWriters } from '../models/fourWriters.ts'
import { told } from '../spread.ts'

const goal = 0.9
const slice = { events: 40_000, pairs: 15, warmUps: 4 }
const judged = 10_000

function runnerOf(setup: Setup, isKept: boolean): Runner {
  const simulation = createSimulation(setup, everything)
  if (isKept) keepHistory(simulation)
  return { advance: events => void runUntil(simulation, Number.MAX_SAFE_INTEGER, events) }
}

function kept(setup: Setup): Finding {
  const { ratio } = compare(runnerOf(setup, true), runnerOf(setup, false), slice)
  return {
    what: `${setup.name} with its history kept`,
    goal: `${goal} x without`,
    found: `${told(ratio, 2)} x`,
    isMet: ratio.median >= goal,
  }
}

/** Run until so many transactions are kept; all of them are judged. */
function verdict(): Finding {
  const simulation = createSimulation(fourWriters(), everything)
  const judge = keepHistory(simulation)
  const run = cpuMicros(() => {
    while (simulation.world.totals.committed < judged) runUntil(simulation, Infinity, 1_000)
  })
  const taken = cpuMicros(judge)
  return {
    what: `verdict on ${judged} transactions of four writers`,
    goal: '3 s of CPU time',
    found: `${(taken / 1e6).toFixed(2)} s, beside ${(run / 1e6).toFixed(2)} s of their run`,
    isMet: taken <= 3e6,
  }
}

export const historyRow: BenchRow = {
  id: 'history',
  measure: () => [kept(fourWriters()), kept(busiestScenario().setup), verdict()],
}
