/** Lines of a sweep as one summary; each seed counts once, in the order of seeds. */
import type { Spread, SweepLine, SweepSummary } from '../engine/contract/sweep.ts'

/** At least one line, all of one scenario and one pattern. */
export function summarize(lines: SweepLine[]): SweepSummary {
  const runs = inOrder(lines)
  const [first] = runs
  const seeds = { first: first!.seed, last: runs.at(-1)!.seed }
  return {
    scenario: first!.scenario,
    runs: runs.length,
    seeds: { ...seeds, missing: seeds.last - seeds.first + 1 - runs.length },
    events: runs.reduce((sum, { events }) => sum + events, 0),
    transactions: spreads(runs.map(({ transactions }) => transactions)),
    conflicts: spreads(runs.map(({ conflicts }) => conflicts)),
    anomalies: seedsBy(runs, ({ anomalies }) => anomalies),
    broken: seedsBy(runs, ({ broken }) => broken.map(({ id }) => id)),
    failed: runs.filter(({ failed }) => failed.length > 0).map(({ seed }) => seed),
    where: whereOf(runs),
  }
}

function inOrder(lines: SweepLine[]): SweepLine[] {
  const bySeed = new Map(lines.map(line => [line.seed, line]))
  return [...bySeed.values()].sort((one, other) => one.seed - other.seed)
}

function spreads<Field extends string>(records: Record<Field, number>[]): Record<Field, Spread> {
  const fields = Object.keys(records[0]!) as Field[]
  const entries = fields.map(field => [field, spreadOf(records.map(record => record[field]))])
  return Object.fromEntries(entries) as Record<Field, Spread>
}

/** Of an even number the lower of the two in the middle is the median. */
function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  return {
    least: sorted[0]!,
    median: sorted[(sorted.length - 1) >> 1]!,
    most: sorted.at(-1)!,
    sum: values.reduce((sum, value) => sum + value, 0),
  }
}

/** Names in order, each with the seeds of the runs that it stands for. */
function seedsBy(runs: SweepLine[], names: (run: SweepLine) => string[]): Record<string, number[]> {
  const found = new Map<string, number[]>()
  for (const run of runs) {
    for (const name of new Set(names(run))) {
      found.set(name, [...(found.get(name) ?? []), run.seed])
    }
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function whereOf(runs: SweepLine[]): SweepSummary['where'] {
  const { where } = runs[0]!
  if (where === null) return null
  const held = runs.filter(run => run.where?.held === true).map(({ seed }) => seed)
  return { pattern: where.pattern, held }
}
