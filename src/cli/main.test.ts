/** Formats §5 through the real command: output, messages and exit codes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { encodeLink } from '../engine/formats/link.ts'
import { recordingOf } from '../engine/formats/recordingOf.ts'
import { scenarios } from '../engine/scenarios/catalogue.ts'
import { fourOfSix } from '../engine/scenarios/fourOfSix.ts'

const script = fileURLToPath(new URL('../../scripts/sim.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'aurora-sim-'))

afterAll(() => rmSync(folder, { recursive: true }))

function sim(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    cwd: folder,
  })
  return { status, stdout, stderr }
}

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('list: name, title, question and tags of every scenario', () => {
  const { status, stdout } = sim('list')
  const cards = Object.values(scenarios).map(({ name, title, question, tags }) => {
    return { name, title, question, tags }
  })
  expect(JSON.parse(stdout)).toEqual(cards)
  expect(status).toBe(0)
})

test('run NAME: one report, JSON alone, the same each time', () => {
  const first = sim('run', 'four-of-six', '--until', '200ms')
  const report = JSON.parse(first.stdout)
  expect(report).toMatchObject({ scenario: 'four-of-six', seed: 46, at: 200_000 })
  expect(report.digest).toMatch(/^[0-9a-f]{16}$/)
  expect(report.transactions.committed).toBeGreaterThan(20)
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(sim('run', 'four-of-six', '--until', '200ms').stdout).toBe(first.stdout)
})

test('--seed makes another run, --facts writes lines of JSON', () => {
  const facts = join(folder, 'facts.jsonl')
  const one = sim('run', 'four-of-six', '--until', '120ms', '--facts', facts)
  const other = sim('run', 'four-of-six', '--until', '120ms', '--seed', '7')
  expect(JSON.parse(other.stdout)).toMatchObject({ seed: 7 })
  expect(JSON.parse(other.stdout).digest).not.toBe(JSON.parse(one.stdout).digest)
  const lines = readFileSync(facts, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.length).toBeGreaterThan(100)
  for (const fact of lines)
    expect(Object.keys(fact)).toEqual(expect.arrayContaining(['id', 'at', 'fact']))
})

test('run LINK: the commands of the link are given at their instants', () => {
  const crash = { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' } as const
  const recording = recordingOf(fourOfSix, 46, [{ at: 20_001, command: crash }])
  const link = encodeLink(recording, { at: 0, speed: null, selection: null })
  const { stdout, status } = sim('run', `#${link}`, '--until', '100ms')
  const states = JSON.parse(stdout).volume.groups[0].segments.map((s: { state: string }) => s.state)
  expect(states).toEqual(['up', 'up', 'up', 'up', 'down', 'down'])
  expect(status).toBe(0)
})

test('an expectation that fails is told in the report, exit code 1', () => {
  const path = write('wrong.json', { ...fourOfSix, until: '30ms', expect: [{ fact: 'LawBroken' }] })
  const { status, stdout } = sim('run', path)
  expect(JSON.parse(stdout).expectations).toEqual([
    { pattern: { fact: 'LawBroken' }, held: false, found: 0 },
  ])
  expect(status).toBe(1)
})

test('sweep: lines of JSON alone, which merge takes (Formats §5)', () => {
  const path = write('short.json', { ...fourOfSix, until: '30ms', expect: [] })
  const swept = sim('sweep', path, '--runs', '3', '--from', '5')
  expect(swept).toMatchObject({ status: 0, stderr: '' })
  const seeds = swept.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).seed)
  expect(seeds).toEqual([5, 6, 7])
  const merged = sim('merge', write('short.jsonl', swept.stdout))
  expect(merged).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(merged.stdout)).toMatchObject({ scenario: 'four-of-six', runs: 3 })
})

test.each<[string, string[], string[]]>([
  ['a wrong field', ['run', 'bad.json'], ['bad.json: seed', '4294967295']],
  ['no JSON', ['run', 'broken.json'], ['broken.json', 'not JSON']],
  ['no such file', ['run', 'none.json'], ['none.json', 'no such file']],
  ['an unknown name', ['run', 'four-of-sox'], ['did you mean "four-of-six"', 'az-plus-one']],
  ['a link cut short', ['run', '#1abcdz'], ['link, character', 'cut short']],
  ['a link of another version', ['run', '#9abcdefgh'], ['another version', 'version 1']],
  ['a wrong instant', ['run', 'four-of-six', '--until', '60'], ['--until', 'a length of time']],
  ['a wrong seed', ['run', 'four-of-six', '--seed', 'x'], ['--seed', '4294967295']],
  ['an unknown option', ['run', 'four-of-six', '--untli', '3s'], ['--untli', '--until']],
  ['no scenario', ['run'], ['missing', 'FILE|NAME|LINK']],
  ['an unknown verb', ['rnu'], ['no verb "rnu"', 'run FILE']],
  ['no verb', [], ['verb is missing', 'list']],
])('%s: exit code 2, place and allowed values, nothing on standard output', (_, words, told) => {
  write('bad.json', { ...fourOfSix, seed: -1 })
  write('broken.json', '{ "version": 1,')
  const { status, stdout, stderr } = sim(...words)
  for (const text of told) expect(stderr).toContain(text)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})

test('sql FILE: what each step comes to; a refused statement is an answer (Formats §8)', () => {
  const steps = [
    { session: 'ann', sql: 'BEGIN' },
    { session: 'ann', sql: 'UPDATE account SET balance = balance - 1 WHERE id = 1' },
    { session: 'bob', sql: 'SELEC 1' },
    { session: 'bob', sql: 'UPDATE account SET balance = 7 WHERE id = 1' },
    { session: 'ann', sql: 'COMMIT' },
  ]
  const setup = { table: 'account', columns: ['id int primary key', 'balance int'], rows: [[1, 5]] }
  const single = { id: 'one', edition: 'postgresql', isolation: 'read committed', setup, steps }
  const path = write('steps.json', { format: 'interleaving/1', cases: [single] })
  const { status, stdout, stderr } = sim('sql', path)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const error = { kind: 'syntax', code: '42601', sqlstate: '42601' }
  const [begin, first, refused, second, commit] = steps
  expect(JSON.parse(stdout)).toEqual([
    {
      id: 'one',
      steps: [
        begin,
        { ...first, affected: 1 },
        { ...refused, error: { ...error, message: 'syntax error at or near "SELEC"' } },
        { ...second, blocks: true, affected: 1 },
        { ...commit, unblocks: ['bob'] },
      ],
    },
  ])
})

test('sql: bad input is told by its place, exit code 2', () => {
  const cases = [{ id: 'one', edition: 'mysql', isolation: 'sharp', steps: [] }]
  const path = write('bad.json', { format: 'interleaving/1', cases })
  const told = sim('sql', path)
  expect(told).toMatchObject({ status: 2, stdout: '' })
  expect(told.stderr).toContain('bad.json: cases[0].isolation: "sharp" is not allowed here')
  const failing = { ...cases[0], isolation: 'serializable', setup: ['CREATE TABLE'] }
  const other = sim('sql', write('setup.json', { format: 'interleaving/1', cases: [failing] }))
  expect(other.status).toBe(2)
  expect(other.stderr).toContain('setup.json: cases[0].setup, statement 1: You have an error')
})

test('sql: with several writers there is no SERIALIZABLE, and each step says so', () => {
  const steps = [{ session: 'ann', sql: 'SELECT 1' }]
  const place = { edition: 'mysql', topology: 'multi-master', on: { ann: 'w2' } }
  const cases = [{ id: 'two', isolation: 'serializable', steps, ...place }]
  const { status, stdout } = sim('sql', write('level.json', { format: 'interleaving/1', cases }))
  expect(status).toBe(0)
  const [answer] = JSON.parse(stdout)
  expect(answer.steps[0]).toMatchObject({ session: 'ann', error: { kind: 'unsupported' } })
})

test('sql: with several writers a commit is seen elsewhere after the lag', () => {
  const steps = [
    { session: 'ann', sql: 'UPDATE test SET value = 11 WHERE id = 1' },
    { session: 'bob', sql: 'SELECT value FROM test WHERE id = 1', gap: '40ms' },
    { session: 'bob', sql: 'SELECT value FROM test WHERE id = 1' },
  ]
  const setup = { table: 'test', columns: ['id', 'value'], rows: [[1, 10]] }
  const place = { edition: 'mysql', topology: 'multi-master', on: { ann: 'w1', bob: 'w2' } }
  const cases = [{ id: 'two', isolation: 'repeatable read', setup, steps, ...place }]
  const { status, stdout } = sim('sql', write('two.json', { format: 'interleaving/1', cases }))
  expect(status).toBe(0)
  const [answer] = JSON.parse(stdout)
  expect(answer.steps.map(({ rows }: { rows?: unknown }) => rows)).toEqual([
    undefined,
    [[10]],
    [[11]],
  ])
})
