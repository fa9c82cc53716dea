/** Reading interleavings: what is filled in, and what is refused with its place. */
import { expect, test } from 'vitest'
import { parseInterleaving } from './parseInterleaving.ts'

const step = { session: 'ann', sql: 'SELECT 1' }
const single = { id: 'one', edition: 'mysql', isolation: 'repeatable read', steps: [step] }

function read(file: object) {
  return parseInterleaving(JSON.stringify({ format: 'interleaving/1', cases: [single], ...file }))
}

function problemsOf(file: object): string[] {
  const parsed = read(file)
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`)
}

test('Formats §8: what a case leaves out comes from the file, else from the format', () => {
  const setup = ['CREATE TABLE t (id int primary key)']
  const parsed = read({ setup, gap: '5ms' })
  expect(parsed.ok && parsed.cases[0]).toEqual({
    ...single,
    release: '5.6',
    topology: 'single-master',
    on: {},
    setup: { kind: 'statements', statements: setup },
    steps: [{ ...step, gap: '5ms' }],
  })
  const plain = read({})
  expect(plain.ok && plain.cases[0]!.steps[0]!.gap).toBe('settled')
})

test('Formats §8: a table with its rows is one kind of setup', () => {
  const table = { table: 't', columns: ['id int primary key'], rows: [[1], [2]] }
  const parsed = read({ cases: [{ ...single, setup: table }] })
  expect(parsed.ok && parsed.cases[0]!.setup).toEqual({ kind: 'table', ...table })
})

test.each([
  [
    'a key that is not there',
    { cases: [{ ...single, isolaton: 'serializable' }] },
    'cases[0].isolaton: there is no "isolaton" here; did you mean "isolation"?',
  ],
  [
    'an edition',
    { cases: [{ ...single, edition: 'oracle' }] },
    'cases[0].edition: "oracle" is not allowed here',
  ],
  [
    'a release',
    { cases: [{ ...single, release: '16' }] },
    'cases[0].release: mysql 16 is not simulated here',
  ],
  ['an id given twice', { cases: [single, single] }, 'cases[1].id: the id "one" is taken'],
  [
    'an instance',
    { cases: [{ ...single, on: { ann: 'w9' } }] },
    'cases[0].on.ann: there is no instance "w9"',
  ],
  [
    'a row too short',
    { setup: { table: 't', columns: ['id int', 'n int'], rows: [[1]] } },
    'setup.rows[0]: a row of 1 values',
  ],
  [
    'Multi-Master with PostgreSQL',
    { cases: [{ ...single, edition: 'postgresql', topology: 'multi-master' }] },
    'cases[0].edition: Multi-Master speaks MySQL only',
  ],
  ['a gap', { gap: 'soon' }, 'gap: "soon" is not allowed here'],
])('bad input: %s is told by its place', (_, file, problem) => {
  expect(problemsOf(file)).toEqual([problem])
})

test('bad input: what is no JSON, or no object', () => {
  expect(parseInterleaving('{').ok).toBe(false)
  expect(parseInterleaving('[]').ok).toBe(false)
})
