/** The words behind `sweep`: a scenario, how many runs, from which seed, which part of them. */
import { parseArgs } from 'node:util'
import type { FactPattern } from '../engine/contract/pattern.ts'
import { parsePattern } from '../engine/answers.ts'
import { Refusal, refuse } from './refusal.ts'

export interface SweepArguments {
  source: string
  runs: number
  from: string | null
  /** Every `of`-th run, beginning with the `shard`-th. */
  shard: number
  of: number
  where: FactPattern | null
}

const options = {
  runs: { type: 'string' },
  from: { type: 'string' },
  shard: { type: 'string' },
  where: { type: 'string' },
} as const

const mostRuns = 1_000_000

export const sweepUsage = 'sweep FILE|NAME --runs N [--from SEED] [--shard i/n] [--where PATTERN]'

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    return refuse('sweep', sentence.replace(/\.$/, ''), sweepUsage)
  }
}

export function sweepArguments(words: string[]): SweepArguments {
  const { values, positionals } = parse(words)
  const [source, ...rest] = positionals
  if (source === undefined) return refuse('sweep', 'the scenario is missing', sweepUsage)
  if (rest.length > 0) return refuse('sweep', `"${rest[0]}" is one word too many`, sweepUsage)
  return {
    source,
    runs: readRuns(values.runs),
    from: values.from ?? null,
    ...readShard(values.shard),
    where: values.where === undefined ? null : readWhere(values.where),
  }
}

function readRuns(text: string | undefined): number {
  if (text === undefined) return refuse('--runs', 'is missing', sweepUsage)
  const runs = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (runs >= 1 && runs <= mostRuns) return runs
  return refuse('--runs', `${JSON.stringify(text)} is none`, `a whole number from 1 to ${mostRuns}`)
}

function readShard(text: string | undefined): { shard: number; of: number } {
  if (text === undefined) return { shard: 1, of: 1 }
  const [shard = 0, of = 0] = /^\d{1,6}\/\d{1,6}$/.test(text) ? text.split('/').map(Number) : []
  if (shard >= 1 && shard <= of) return { shard, of }
  return refuse('--shard', `${JSON.stringify(text)} is none`, 'i/n with i from 1 to n, as "1/4"')
}

function readWhere(text: string): FactPattern {
  const read = parsePattern(jsonOf(text))
  if (read.ok) return read.pattern
  const prefixed = read.problems.map(problem => ({
    ...problem,
    path: problem.path === '' ? '--where' : `--where: ${problem.path}`,
  }))
  throw new Refusal(prefixed)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const allowed = 'a fact pattern, as \'{"fact": "CommitsStalled"}\''
    return refuse('--where', `is not JSON: ${(error as Error).message}`, allowed)
  }
}
