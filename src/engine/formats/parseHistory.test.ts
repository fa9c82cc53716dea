/** Histories that cannot be judged are refused by path, with what is allowed there (Formats §7). */
import { expect, test } from 'vitest'
import { parseHistory } from './parseHistory.ts'

const txn = { id: 't', session: 's', status: 'committed', ops: [['a', 'x', 1]] }
const list = { id: 'h', model: 'list-append', timing: 'none', txns: [txn] }
const register = { id: 'h', model: 'cas-register', fail: 'cas-mismatch', events: [] as unknown[] }

const call = ['c', 'i', 'cas', [1, 2]]

function parse(format: string, history: object) {
  return parseHistory(JSON.stringify({ format, histories: [history] }))
}

test('a file of either format is read', () => {
  expect(parse('txn-history/1', list)).toMatchObject({ ok: true })
  expect(parse('lin-history/1', register)).toMatchObject({ ok: true })
  const calls = [call, call]
  expect(parse('lin-history/1', { ...register, events: calls })).toMatchObject({ ok: true })
  const full = { ...list, initial: { y: [1] }, txns: [{ ...txn, start: 0, end: null }] }
  expect(parse('txn-history/1', full)).toMatchObject({ ok: true })
})

function withOps(...ops: unknown[]) {
  return { ...list, txns: [{ ...txn, ops }] }
}

const backward = { ...txn, start: 2, end: 1 }
const byRegister = { ...list, model: 'rw-register', versionOrder: { x: [7] }, txns: [] }

test.each<[string, object, string, string]>([
  ['an unknown key', { ...list, time: 1 }, 'histories[0].time', 'id, model, timing'],
  ['an unknown model', { ...list, model: 'set' }, 'histories[0].model', 'list-append'],
  ['a missing key', { ...list, timing: undefined }, 'histories[0].timing', 'realtime'],
  [
    'an unknown status',
    { ...list, txns: [{ ...txn, status: 'ok' }] },
    'histories[0].txns[0].status',
    'unknown',
  ],
  [
    'an operation of the other model',
    withOps(['w', 'x', 1]),
    'histories[0].txns[0].ops[0][0]',
    '"r" or "a"',
  ],
  ['an operation cut short', withOps(['a', 'x']), 'histories[0].txns[0].ops[0]', 'element'],
  ['a value for a list', withOps(['r', 'x', 1]), 'histories[0].txns[0].ops[0][2]', 'a list'],
  ['an unknown value written', withOps(['a', 'x', '?']), 'histories[0].txns[0].ops[0][2]', 'text'],
  [
    'a value written twice',
    withOps(['a', 'x', 1], ['a', 'x', 1]),
    'histories[0].txns[0].ops[1][2]',
    'no other write',
  ],
  ['a taken id', { ...list, txns: [txn, { ...txn, ops: [] }] }, 'histories[0].txns[1].id', 'free'],
  ['an end before its start', { ...list, txns: [backward] }, 'histories[0].txns[0].end', 'start'],
  ['a version nobody writes', byRegister, 'histories[0].versionOrder.x[0]', 'written'],
])('transactions: %s', (_, history, path, allowed) => {
  const parsed = parse('txn-history/1', history)
  expect(parsed).toMatchObject({ ok: false, problems: [{ path }] })
  expect(JSON.stringify(parsed)).toContain(JSON.stringify(allowed).slice(1, -1))
})

test.each<[string, unknown[], string, string]>([
  ['another type', [['c', 'x', 'r', 1]], 'histories[0].events[0][1]', '"i"'],
  ['another operation', [['c', 'i', 'get', 1]], 'histories[0].events[0][2]', '"cas"'],
  ['a cas of one value', [['c', 'i', 'cas', 1]], 'histories[0].events[0][3]', '[from, to]'],
  ['a return without a call', [['c', 'o', 'r', 1]], 'histories[0].events[0]', 'its call first'],
  ['a return of another', [call, ['c', 'o', 'r', 1]], 'histories[0].events[1]', 'the one called'],
  ['a key too many', [['c', 'i', 'w', 'x', 1]], 'histories[0].events[0]', '4 parts'],
])('operations: %s', (_, events, path, allowed) => {
  const parsed = parse('lin-history/1', { ...register, events })
  expect(parsed).toMatchObject({ ok: false, problems: [{ path }] })
  expect(JSON.stringify(parsed)).toContain(JSON.stringify(allowed).slice(1, -1))
})

test.each<[string, string, string]>([
  ['no JSON', '{', 'file'],
  ['a list', '[]', 'file'],
  ['no format', '{}', 'format'],
  ['another format', '{ "format": "txn-history/2" }', 'format'],
])('%s is no file of histories', (_, text, path) => {
  expect(parseHistory(text)).toMatchObject({ ok: false, problems: [{ path }] })
})
