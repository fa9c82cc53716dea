/**
 * The command line (Formats §5): `list`, `run`, `sweep`, `merge`, `sql`, `check`, `durability`
 * and `writepath`. JSON alone on standard output, messages on standard error. Exit codes: 0 done
 * and held, 1 a law broke or an expectation failed, 2 bad input.
 */
import { writeSync } from 'node:fs'
import { scenarios } from '../engine/answers.ts'
import { Refusal, refuse, tellProblem } from './refusal.ts'
import { runCheck } from './runCheck.ts'
import { durabilityUsage, runDurability } from './runDurability.ts'
import { runWritePath, writePathUsage } from './runWritePath.ts'
import { runMerge } from './runMerge.ts'
import { runScenario } from './runScenario.ts'
import { runSql } from './runSql.ts'
import { runSweep } from './runSweep.ts'
import { sweepUsage } from './sweepArguments.ts'

interface Outcome {
  /** Printed at the end; null when all was printed on the way. */
  output: unknown
  exitCode: number
}

const usage =
  'list, sql FILE, check FILE, run FILE|NAME|LINK [--until 60s] [--seed N] [--facts FILE], ' +
  `${sweepUsage}, ${durabilityUsage}, ${writePathUsage}, or merge FILES…`

function listScenarios(): Outcome {
  const output = Object.values(scenarios).map(({ name, title, question, tags = [] }) => {
    return { name, title, question, tags }
  })
  return { output, exitCode: 0 }
}

function runVerb(verb: string | undefined, words: string[]): Outcome {
  if (verb === 'run') return runScenario(words)
  if (verb === 'sql') return runSql(words)
  if (verb === 'check') return runCheck(words)
  if (verb === 'sweep') return { output: null, exitCode: runSweep(words, printLine) }
  if (verb === 'durability') return runDurability(words)
  if (verb === 'writepath') return runWritePath(words)
  if (verb === 'merge') return runMerge(words)
  if (verb === 'list' && words.length === 0) return listScenarios()
  if (verb === 'list') return refuse('list', `"${words[0]}" is one word too many`, 'list')
  if (verb === undefined) return refuse('sim', 'a verb is missing', usage)
  return refuse('sim', `there is no verb "${verb}"`, usage)
}

/** Everything, also into a pipe that is read slowly. */
function print(text: string): void {
  let bytes = Buffer.from(text)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
    }
  }
}

function printLine(line: string): void {
  print(`${line}\n`)
}

/** Runs one verb and returns the exit code. */
export function main(words: string[]): number {
  const [verb, ...rest] = words
  if (verb === '--help' || verb === '-h') {
    console.error(usage)
    return 0
  }
  try {
    const { output, exitCode } = runVerb(verb, rest)
    if (output !== null) printLine(JSON.stringify(output, null, 2))
    return exitCode
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const problem of error.problems) console.error(tellProblem(problem))
    return 2
  }
}
