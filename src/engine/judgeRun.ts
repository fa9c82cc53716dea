/**
 * The verdict on a run: it is played with its history kept beside the state, and judged (rules
 * G17–G21). The run itself does not know, so the verdict on a recording can be had anywhere.
 */
import type { StampedCommand } from './contract/commands.ts'
import type { RunVerdict } from './contract/history.ts'
import type { Recording } from './contract/recording.ts'
import type { Setup } from './contract/scenario.ts'
import type { Micros } from './contract/units.ts'
import { createRecorder } from './history/run/createRecorder.ts'
import { judgeRecord } from './history/run/judgeRecord.ts'
import { sessionName } from './history/run/recordWork.ts'
import { readScenario } from './readScenario.ts'
import { apply, createSimulation, runUntil, type Simulation } from './simulation.ts'
import { everything } from './wings/everything.ts'

/** Events between two tellings of how far it is. */
const slice = 50_000

/** From now on the history is kept; the answer judges what has come to be until it is called. */
export function keepHistory({ context, world }: Simulation): () => RunVerdict {
  const recorder = createRecorder(context)
  context.history = recorder
  return () => judgeRecord(recorder.record, world.now, its => sessionName(world, its))
}

/** In microseconds of model time. */
type Tell = (progress: { done: Micros; all: Micros }) => void

function setupOf({ scenario, seed }: Recording): Setup {
  const parsed = readScenario({ ...scenario, seed })
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message)
  return parsed.setup
}

function commandsOf({ branch, branches }: Recording): StampedCommand[] {
  return branches.find(({ id }) => id === branch)?.commands ?? []
}

function playTo(simulation: Simulation, at: Micros, tell: (done: Micros) => void): void {
  while (runUntil(simulation, at, slice).stopped === 'limit') tell(simulation.world.now)
}

/** The present branch of a recording up to an instant. Throws when its scenario is none. */
export function judgeRun(recording: Recording, until: Micros, tell: Tell): RunVerdict {
  const simulation = createSimulation(setupOf(recording), everything)
  const verdict = keepHistory(simulation)
  const tellDone = (done: Micros) => tell({ done, all: until })
  for (const { at, command } of commandsOf(recording)) {
    if (at > until || simulation.broken) break
    playTo(simulation, at, tellDone)
    if (!simulation.broken) apply(simulation, command)
  }
  if (!simulation.broken) playTo(simulation, until, tellDone)
  return verdict()
}
