/** `sweep` and `merge` (Formats §5): seeds, shards, what is looked for, summaries, refusals. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SweepLine } from '../engine/contract/sweep.ts'
import { Refusal } from './refusal.ts'
import { runMerge } from './runMerge.ts'
import { runSweep } from './runSweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'aurora-sweep-'))

afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const scenario = {
  version: 1,
  name: 'small',
  title: 'Small',
  question: 'How many commit?',
  seed: 7,
  cluster: { instances: [{ id: 'w1', az: 'a' }] },
  tables: [{ name: 't', rows: 80, rowsPerPage: 8 }],
  workload: [
    {
      id: 'shop',
      kind: 'sessions',
      sessions: 4,
      think: '2ms',
      transaction: { reads: 1, writes: 1 },
      keys: { table: 't', pattern: 'uniform' },
    },
  ],
  until: '40ms',
}
const file = write('small.json', JSON.stringify(scenario))

function sweep(...words: string[]): { lines: SweepLine[]; text: string; exitCode: number } {
  const printed: string[] = []
  const exitCode = runSweep([file, ...words], line => printed.push(line))
  return { lines: printed.map(line => JSON.parse(line)), text: printed.join('\n'), exitCode }
}

test('Formats §5: a line a run, seeds from the scenario’s own or from the one given', () => {
  const { lines, exitCode } = sweep('--runs', '3')
  expect(lines.map(({ seed }) => seed)).toEqual([7, 8, 9])
  expect(lines[0]).toMatchObject({ scenario: 'small', at: 40_000, broken: [], where: null })
  expect(lines[0]!.transactions.committed).toBeGreaterThan(5)
  expect(new Set(lines.map(({ digest }) => digest)).size).toBe(3)
  expect(exitCode).toBe(0)
  expect(sweep('--runs', '1', '--from', '9').lines).toEqual([lines[2]])
})

test('Formats §5: shards are parts of the whole, and merge to one summary in any order', () => {
  const pattern = '{"fact":"TransactionCommitted","count":{"min":30}}'
  const whole = sweep('--runs', '7', '--where', pattern)
  const parts = [1, 2, 3].map(part =>
    sweep('--runs', '7', '--where', pattern, '--shard', `${part}/3`),
  )
  expect(parts.map(({ lines }) => lines.map(({ seed }) => seed))).toEqual([
    [7, 10, 13],
    [8, 11],
    [9, 12],
  ])
  const files = parts.map(({ text }, index) => write(`part${index}.jsonl`, `${text}\n`))
  const all = runMerge([write('whole.jsonl', whole.text)])
  expect(runMerge(files.toReversed())).toEqual(all)
  expect(runMerge([...files, files[0]!])).toEqual(all)
  const committed = whole.lines.map(({ transactions }) => transactions.committed)
  const sorted = committed.toSorted((one, other) => one - other)
  expect(all.output).toMatchObject({
    scenario: 'small',
    runs: 7,
    seeds: { first: 7, last: 13, missing: 0 },
    transactions: { committed: { least: sorted[0], median: sorted[3], most: sorted[6] } },
    failed: [],
    broken: {},
  })
  expect(all.output.transactions.committed.sum).toBe(committed.reduce((sum, n) => sum + n))
  expect(runMerge(files.slice(1)).output.seeds).toEqual({ first: 8, last: 12, missing: 1 })
})

test('Formats §5: --where says how often, when first, and in which seeds', () => {
  const { lines, text } = sweep('--runs', '4', '--where', '{"fact":"TransactionCommitted"}')
  for (const { where, transactions } of lines) {
    expect(where).toMatchObject({ held: true, found: transactions.committed })
    expect(where!.firstAt).toBeGreaterThan(1_000)
  }
  const none = sweep('--runs', '2', '--where', '{"fact":"LawBroken"}')
  expect(none.lines[0]!.where).toMatchObject({ held: false, found: 0, firstAt: null })
  expect(none.exitCode).toBe(0)
  const { output } = runMerge([write('found.jsonl', text)])
  expect(output.where).toEqual({ pattern: { fact: 'TransactionCommitted' }, held: [7, 8, 9, 10] })
})

test('Formats §5: what is expected and fails is told, exit code 1 of both verbs', () => {
  const wrong = { ...scenario, expect: [{ fact: 'LawBroken' }] }
  const path = write('wrong.json', JSON.stringify(wrong))
  const printed: string[] = []
  expect(runSweep([path, '--runs', '2'], line => printed.push(line))).toBe(1)
  expect(JSON.parse(printed[0]!).failed).toEqual([
    { pattern: { fact: 'LawBroken' }, held: false, found: 0 },
  ])
  const merged = runMerge([write('wrong.jsonl', printed.join('\n'))])
  expect(merged).toMatchObject({ exitCode: 1, output: { failed: [7, 8] } })
})

test.each<[string, string[], string]>([
  ['no scenario', [], 'the scenario is missing'],
  ['no number of runs', [file], '--runs: is missing'],
  ['no run', [file, '--runs', '0'], '--runs: "0" is none'],
  ['a wrong shard', [file, '--runs', '2', '--shard', '3/2'], '--shard: "3/2" is none'],
  ['a shard of no form', [file, '--runs', '2', '--shard', '2'], '--shard: "2" is none'],
  ['a wrong seed', [file, '--runs', '2', '--from', '-'], '--from: "-" is none'],
  ['past the last seed', [file, '--runs', '2', '--from', '4294967295'], '--runs: goes past'],
  ['a pattern without JSON', [file, '--runs', '1', '--where', 'x'], '--where: is not JSON'],
  [
    'a pattern of nothing',
    [file, '--runs', '1', '--where', '{"fact":"Nothing"}'],
    '--where: fact: "Nothing"',
  ],
  ['an unknown option', [file, '--rnus', '1'], '--rnus'],
  ['a file that is not there', ['none.json', '--runs', '1'], 'none.json'],
])('sweep, %s: refused by its place', (_, words, told) => {
  expect(() => runSweep(words, () => undefined)).toThrow(Refusal)
  expect(() => runSweep(words, () => undefined)).toThrow(told)
})

test('merge: lines that are none, or of another sweep, are refused by file, line and field', () => {
  const [one, two] = sweep('--runs', '2').text.split('\n')
  const other = two!.replace('"small"', '"other"')
  const lines = (name: string, ...texts: (string | undefined)[]) => write(name, texts.join('\n'))
  const refusal = (...files: string[]) => {
    try {
      runMerge(files)
    } catch (error) {
      return (error as Refusal).message
    }
    return ''
  }
  expect(refusal()).toContain('the files are missing')
  expect(refusal('none.jsonl')).toContain('none.jsonl: cannot be read')
  expect(refusal(lines('empty.jsonl', ''))).toContain('empty.jsonl: holds no run')
  expect(refusal(lines('text.jsonl', one, 'no'))).toContain('text.jsonl: line 2: is not a run')
  expect(refusal(lines('mixed.jsonl', one, other))).toContain(
    'mixed.jsonl: line 2, scenario: other',
  )
  const seed = lines('seed.jsonl', one!.replace('"seed":7', '"seed":-7'))
  expect(refusal(seed)).toContain('seed.jsonl: line 1, seed: -7 is not allowed here')
  const digest = one!.replace(/"digest":"\w{4}/, '"digest":"0000')
  expect(refusal(lines('twice.jsonl', one, digest))).toContain('line 2, digest: 0000')
})
