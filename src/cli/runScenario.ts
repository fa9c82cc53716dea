/**
 * `run FILE|NAME|LINK`: executes a scenario up to an instant and comes to one report (Formats §5).
 * Exit code 1 when a law broke or what the scenario expects did not hold.
 */
import type { Report } from '../engine/contract/report.ts'
import { parseDuration } from '../engine/index.ts'
import { openSource } from './openSource.ts'
import { playRun, setupOf } from './playRun.ts'
import { readArguments } from './readArguments.ts'
import { readSeed } from './readSeed.ts'
import { refuse } from './refusal.ts'
import { writeFacts } from './writeFacts.ts'

function readInstant(text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  const allowed = 'a length of time with its unit, such as "250us" "1.5ms" "60s" "5min" "2h"'
  return parseDuration(text) ?? refuse('--until', `${JSON.stringify(text)} is none`, allowed)
}

/** The report and the exit code that says whether all held. */
export function runScenario(words: string[]): { output: Report; exitCode: number } {
  const { source, until, seed, facts } = readArguments(words)
  const opened = openSource(source)
  const setup = setupOf(opened, readSeed('--seed', seed, opened.seed))
  const end = readInstant(until, setup.untilMicros)
  const file = facts === null ? null : writeFacts(facts)
  const { report, isGood } = playRun(opened, setup, end, fact => file?.write(fact))
  file?.close()
  return { output: report, exitCode: isGood ? 0 : 1 }
}
