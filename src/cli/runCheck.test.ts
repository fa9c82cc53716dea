/** `check FILE`: answers of both formats, and refusals by path (Formats §5 and §7). */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { runCheck } from './runCheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-'))

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const txns = [
  {
    id: 1,
    session: 'a',
    status: 'committed',
    ops: [
      ['r', 'x', []],
      ['r', 'y', []],
      ['a', 'x', 1],
    ],
  },
  {
    id: 2,
    session: 'b',
    status: 'committed',
    ops: [
      ['r', 'x', []],
      ['r', 'y', []],
      ['a', 'y', 1],
    ],
  },
]
const skew = { id: 'skew', model: 'list-append', timing: 'none', txns }

test('an anomaly is an answer, exit code 0', () => {
  const path = write('skew.json', { format: 'txn-history/1', histories: [skew] })
  const { output, exitCode } = runCheck([path])
  expect(exitCode).toBe(0)
  expect(output).toMatchObject([
    {
      id: 'skew',
      anomalies: [{ name: 'G2-item', transactions: [1, 2] }],
      levels: { 'snapshot-isolation': true, serializable: false },
    },
  ])
})

test('operations are judged by the same verb', () => {
  const events = [
    ['c', 'i', 'get', 'x', null],
    ['c', 'o', 'get', 'x', ''],
  ]
  const log = { id: 'log', model: 'kv-append', fail: 'did-not-happen', events }
  const path = write('log.json', { format: 'lin-history/1', histories: [log] })
  expect(runCheck([path]).output).toEqual([{ id: 'log', linearizable: true }])
})

test.each<[string, () => string[], string]>([
  ['no file', () => [], 'the file is missing'],
  ['a word too many', () => ['a', 'b'], 'one word too many'],
  ['no such file', () => [join(folder, 'none.json')], 'cannot be read'],
  [
    'a bad history',
    () => [write('bad.json', { format: 'txn-history/1', histories: [{}] })],
    'bad.json: histories[0].id',
  ],
])('%s is refused', (_, words, told) => {
  expect(() => runCheck(words())).toThrow(Refusal)
  expect(() => runCheck(words())).toThrow(told)
})
