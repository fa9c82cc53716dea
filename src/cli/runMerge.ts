/**
 * `merge FILES…`: lines of one or several sweeps come to one summary, the same in whatever order
 * and files they are given (Formats §5). Exit code 1 when a law broke or an expectation failed in
 * any of the runs.
 */
import { readFileSync } from 'node:fs'
import type { SweepLine, SweepSummary } from '../engine/contract/sweep.ts'
import { parseSweepLine } from '../engine/answers.ts'
import { type Problem, Refusal, refuse } from './refusal.ts'
import { summarize } from './summarize.ts'

const allowed = 'merge FILES…'

interface Placed {
  line: SweepLine
  path: string
}

export function runMerge(words: string[]): { output: SweepSummary; exitCode: number } {
  if (words.length === 0) return refuse('merge', 'the files are missing', allowed)
  const option = words.find(word => word.startsWith('-'))
  if (option !== undefined) return refuse('merge', `there is no option "${option}"`, allowed)
  const placed = words.flatMap(readLines)
  if (placed.length === 0) return refuse(words[0]!, 'holds no run', 'lines that sweep has written')
  const problems = disagreements(placed)
  if (problems.length > 0) throw new Refusal(problems)
  const output = summarize(placed.map(({ line }) => line))
  const isGood = output.failed.length === 0 && Object.keys(output.broken).length === 0
  return { output, exitCode: isGood ? 0 : 1 }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return refuse(path, `cannot be read: ${(error as Error).message}`, 'a readable file')
  }
}

function readLines(file: string): Placed[] {
  const lines = readText(file).split('\n')
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return []
    const path = `${file}: line ${index + 1}`
    const read = parseSweepLine(text)
    if (read.ok) return [{ line: read.line, path }]
    throw new Refusal(
      read.problems.map(problem => ({
        ...problem,
        path: problem.path === '' ? path : `${path}, ${problem.path}`,
      })),
    )
  })
}

/** All lines are of one sweep: of one scenario and one pattern, and a seed has one outcome. */
function disagreements(placed: Placed[]): Problem[] {
  const [first] = placed
  const bySeed = new Map<number, Placed>()
  return placed.flatMap(({ line, path }) => {
    const known = bySeed.get(line.seed)
    bySeed.set(line.seed, known ?? { line, path })
    return [
      differs(path, 'scenario', line.scenario, first!.line.scenario),
      differs(path, 'where.pattern', patternOf(line), patternOf(first!.line)),
      known ? differs(path, 'digest', line.digest, known.line.digest) : [],
    ].flat()
  })
}

function patternOf({ where }: SweepLine): string {
  return where === null ? 'null' : JSON.stringify(where.pattern)
}

function differs(path: string, field: string, value: string, wanted: string): Problem[] {
  if (value === wanted) return []
  const message = `${value} is not what an earlier line says`
  return [{ path: `${path}, ${field}`, message, allowed: wanted }]
}
