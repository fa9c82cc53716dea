/** Linearizability by hand and against every order of a handful of operations (rules G14–G16). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LinEvent, LinHistory } from '../contract/history.ts'
import { judgeOperations } from './judgeOperations.ts'
import { type Operation, operationsOf } from './operationsOf.ts'

type Model = LinHistory['model']
type Fail = LinHistory['fail']

function register(fail: Fail, events: LinEvent[]): LinHistory {
  return { id: 'h', model: 'cas-register', fail, events }
}

test('rule G14: a read after a write that ended sees it', () => {
  const events: LinEvent[] = [
    ['c', 'i', 'w', 1],
    ['c', 'o', 'w', 1],
    ['d', 'i', 'r', null],
    ['d', 'o', 'r', null],
  ]
  const judged = judgeOperations(register('did-not-happen', events))
  expect(judged).toEqual({ id: 'h', linearizable: false, prefix: 3 })
})

const refusedCas: LinEvent[] = [
  ['c', 'i', 'w', 1],
  ['c', 'o', 'w', 1],
  ['c', 'i', 'cas', [1, 2]],
  ['c', 'f', 'cas', [1, 2]],
]

test('rule G15: a failed cas saw another value, unless it only did not happen', () => {
  expect(judgeOperations(register('cas-mismatch', refusedCas))).toMatchObject({ prefix: 3 })
  expect(judgeOperations(register('did-not-happen', refusedCas)).linearizable).toBe(true)
})

test('rule G15: what never returned may have happened late, once, or not', () => {
  const events: LinEvent[] = [
    ['c', 'i', 'w', 1],
    ['d', 'i', 'r', null],
    ['d', 'o', 'r', null],
    ['d', 'i', 'r', null],
    ['d', 'o', 'r', 1],
  ]
  expect(judgeOperations(register('did-not-happen', events)).linearizable).toBe(true)
  const back: LinEvent[] = [...events, ['d', 'i', 'r', null], ['d', 'o', 'r', null]]
  expect(judgeOperations(register('did-not-happen', back))).toMatchObject({ prefix: 6 })
})

test('rule G14: keys are judged one by one, the earliest break ends the prefix', () => {
  const events: LinEvent[] = [
    ['c', 'i', 'append', 'x', 'a'],
    ['c', 'o', 'append', 'x', 'a'],
    ['c', 'i', 'get', 'y', null],
    ['c', 'o', 'get', 'y', 'a'],
    ['c', 'i', 'get', 'x', null],
    ['c', 'o', 'get', 'x', ''],
  ]
  const history: LinHistory = { id: 'h', model: 'kv-append', fail: 'did-not-happen', events }
  expect(judgeOperations(history)).toEqual({ id: 'h', linearizable: false, prefix: 3 })
})

test('rule G16: many writes without an outcome are undecided, never a guess', () => {
  const writes = Array.from(
    { length: 40 },
    (_, k): LinEvent => [`c${k}`, 'i', 'append', 'x', `${k}`],
  )
  const reads: LinEvent[] = [
    ['d', 'i', 'get', 'x', null],
    ['d', 'o', 'get', 'x', 'nobody'],
  ]
  const events = [...writes, ...reads]
  const history: LinHistory = { id: 'h', model: 'kv-append', fail: 'did-not-happen', events }
  expect(judgeOperations(history)).toEqual({ id: 'h', linearizable: 'undecided' })
})

/** Every order: what has been called may take effect, claim to look, or be left out. */
function explains(operations: Operation[], state: unknown, left: Set<number>): boolean {
  const open = [...left].map(index => operations[index]!)
  if (open.every(({ returnedAt, returns }) => returnedAt === null || returns === 'nothing')) {
    return true
  }
  const firstReturn = Math.min(
    ...open.map(({ returnedAt, returns }) => (returns === 'nothing' ? null : returnedAt) ?? 1e9),
  )
  return open.some(operation => {
    if (operation.calledAt > firstReturn) return false
    if (operation.returnedAt !== null && operation.returns === 'nothing') return false
    const rest = new Set([...left].filter(index => index !== operation.index))
    const mayLook = operation.returns === 'saw' && operation.returnedAt !== null
    if (mayLook) return operation.sees(state) && explains(operations, state, rest)
    const next = operation.change(state)
    return next !== null && explains(operations, next.state, rest)
  })
}

function isExplained(history: LinHistory): boolean {
  const first = history.model === 'cas-register' ? null : ''
  return operationsOf(history).every(list => explains(list, first, new Set(list.keys())))
}

const value = fc.constantFrom(1, 2)

const call = fc.oneof(
  fc.record({ name: fc.constant('r'), asked: fc.constant(null), found: value }),
  fc.record({ name: fc.constant('w'), asked: value, found: value }),
  fc.record({ name: fc.constant('cas'), asked: fc.tuple(value, value), found: value }),
)

const turn = fc.record({
  client: fc.constantFrom('a', 'b', 'c'),
  call,
  type: fc.constantFrom('o', 'o', 'o', 'f'),
})

type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never

/** A turn calls when its client is free, and returns when it is not. */
function eventsOf(model: Model, turns: Turn[]): LinEvent[] {
  const open = new Map<string, LinEvent>()
  const names: Record<string, string> = { r: 'get', w: 'append', cas: 'put' }
  return turns.map(({ client, call: { name, asked, found }, type }): LinEvent => {
    const pending = open.get(client)
    const isLog = model === 'kv-append'
    if (pending === undefined) {
      const called: LinEvent = isLog
        ? [client, 'i', names[name]!, 'x', `${found}`]
        : [client, 'i', name, asked]
      open.set(client, called)
      return called
    }
    open.delete(client)
    const [, , operation, ...rest] = pending
    if (isLog) return [client, type as 'o', operation, 'x', `${found}`]
    return [client, type as 'o', operation, operation === 'r' ? found : rest[0]]
  })
}

test.each<[Model, Fail]>([
  ['cas-register', 'cas-mismatch'],
  ['cas-register', 'did-not-happen'],
  ['kv-append', 'did-not-happen'],
])('rules G14–G16: %s with %s agrees with every order, its prefix too', (model, fail) => {
  const turns = fc.array(turn, { maxLength: 12 })
  fc.assert(
    fc.property(turns, given => {
      const events = eventsOf(model, given)
      const history = { id: 'h', model, fail, events }
      const { linearizable, prefix } = judgeOperations(history)
      expect(linearizable).toBe(isExplained(history))
      if (prefix === undefined) return
      expect(isExplained({ ...history, events: events.slice(0, prefix) })).toBe(true)
      expect(isExplained({ ...history, events: events.slice(0, prefix + 1) })).toBe(false)
    }),
    { numRuns: 1500 },
  )
})
