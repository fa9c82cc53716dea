/**
 * `sweep FILE|NAME`: the same scenario with one seed after the other, a line of JSON each, told as
 * soon as its run is over (Formats §5). Exit code 1 when a law broke or an expectation failed in
 * any of them.
 */
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { SweepLine } from '../engine/contract/sweep.ts'
import { checkExpectations, countPatterns, matchPattern } from '../engine/answers.ts'
import { openSource, type Source } from './openSource.ts'
import { playRun, setupOf } from './playRun.ts'
import { readSeed } from './readSeed.ts'
import { refuse } from './refusal.ts'
import { showProgress } from './showProgress.ts'
import { type SweepArguments, sweepArguments } from './sweepArguments.ts'

const mostSeed = 0xffffffff

/** The exit code; `print` is given each line without its end. */
export function runSweep(words: string[], print: (line: string) => void): number {
  const given = sweepArguments(words)
  const source = openSource(given.source)
  const seeds = seedsOf(given, readSeed('--from', given.from, source.seed))
  let exitCode = 0
  for (const [index, seed] of seeds.entries()) {
    const { line, isGood } = playSeed(source, seed, given.where)
    print(JSON.stringify(line))
    showProgress(`${index + 1} of ${seeds.length} runs`)
    if (!isGood) exitCode = 1
  }
  return exitCode
}

/** Shards deal the runs out in turn, so that each has some of every stretch. */
export function seedsOf({ runs, shard, of }: SweepArguments, from: number): number[] {
  if (from + runs - 1 > mostSeed) {
    return refuse('--runs', `goes past the last seed, from ${from}`, `seeds up to ${mostSeed}`)
  }
  const all = Array.from({ length: runs }, (_, index) => from + index)
  return all.filter((_, index) => index % of === shard - 1)
}

function playSeed(source: Source, seed: number, pattern: FactPattern | null) {
  const setup = setupOf(source, seed)
  const looking = pattern === null ? null : lookFor(pattern)
  const { report, isGood } = playRun(source, setup, setup.untilMicros, fact => looking?.hear(fact))
  const { scenario, digest, at, events, transactions, conflicts } = report
  const line: SweepLine = {
    scenario,
    seed,
    digest,
    at,
    events,
    transactions,
    conflicts,
    anomalies: [...new Set(report.anomalies.map(({ name }) => name))],
    broken: report.laws.broken,
    failed: report.expectations.filter(({ held }) => !held),
    where: looking === null ? null : looking.answer(),
  }
  return { line, isGood }
}

function lookFor(pattern: FactPattern) {
  const counts = countPatterns([pattern])
  const matches = matchPattern(pattern)
  let firstAt: number | null = null
  return {
    hear: (fact: Fact) => {
      counts.tell(fact)
      if (firstAt === null && matches(fact)) firstAt = fact.at
    },
    answer: (): SweepLine['where'] => {
      const [{ held, found } = { held: false, found: 0 }] = checkExpectations(counts)
      return { pattern, held, found, firstAt }
    },
  }
}
