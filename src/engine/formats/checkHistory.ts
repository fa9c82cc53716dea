/**
 * What the shape of a history of transactions does not tell: operations that its model does not
 * have, values written twice, ids given twice, a transaction that ends before it starts.
 */
import type { HistoryTxn, TxnHistory } from '../contract/history.ts'
import { isPlainValue } from './isPlainValue.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

type Path = readonly (string | number)[]

function problem(path: Path, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

interface Reading {
  history: TxnHistory
  /** Key and value of everything written or there at first. */
  written: Set<string>
}

const writeOf = { 'list-append': 'a', 'rw-register': 'w' }

const valueRule = 'a text, a number, true, false or null'

function checkRead({ history }: Reading, value: unknown, path: Path): Problem[] {
  if (value === '?') return []
  if (history.model === 'rw-register') {
    return isPlainValue(value) ? [] : [problem(path, 'is no value', `${valueRule}, or "?"`)]
  }
  if (value === null || (Array.isArray(value) && value.every(isPlainValue))) return []
  return [problem(path, `${showValue(value)} is no list of values`, 'a list of values, or "?"')]
}

function checkWrite(reading: Reading, key: string, value: unknown, path: Path): Problem[] {
  if (!isPlainValue(value) || value === '?') {
    return [problem(path, `${showValue(value)} cannot be written`, valueRule)]
  }
  const name = JSON.stringify([key, value])
  if (reading.written.has(name)) {
    const message = `${showValue(value)} is written twice to ${showValue(key)}`
    return [problem(path, message, 'a value that no other write of this key has')]
  }
  reading.written.add(name)
  return []
}

function isKey(key: unknown): boolean {
  return typeof key === 'string' || typeof key === 'number'
}

function checkOp(reading: Reading, op: unknown[], path: Path): Problem[] {
  const [name, key, value] = op
  const write = writeOf[reading.history.model]
  if (name !== 'r' && name !== write) {
    const message = `${showValue(name)} is no operation of ${reading.history.model}`
    return [problem([...path, 0], message, `"r" or "${write}"`)]
  }
  if (!isKey(key)) {
    return [problem([...path, 1], `${showValue(key)} is no key`, 'a text or a number')]
  }
  const place = [...path, 2]
  return name === 'r'
    ? checkRead(reading, value, place)
    : checkWrite(reading, String(key), value, place)
}

function checkTxn(reading: Reading, txn: HistoryTxn, path: Path): Problem[] {
  const { start = null, end = null } = txn
  const isBackward = start !== null && end !== null && end < start
  const problems = isBackward
    ? [problem([...path, 'end'], 'it ends before it starts', 'a number from `start` on')]
    : []
  const inOps = txn.ops.flatMap((op, index) => checkOp(reading, op, [...path, 'ops', index]))
  return [...problems, ...inOps]
}

function checkInitial({ history, written }: Reading, path: Path): Problem[] {
  const isList = history.model === 'list-append'
  return Object.entries(history.initial ?? {}).flatMap(([key, value]) => {
    const values = Array.isArray(value) ? value : [value]
    for (const each of values) written.add(JSON.stringify([key, each]))
    if (Array.isArray(value) === isList) return []
    const allowed = isList ? 'a list of values' : valueRule
    return [problem([...path, 'initial', key], `${showValue(value)} is not allowed here`, allowed)]
  })
}

/** A version order names each value once, and only what is written. */
function checkVersions({ history, written }: Reading, path: Path): Problem[] {
  return Object.entries(history.versionOrder ?? {}).flatMap(([key, values]) => {
    const seen = new Set<unknown>()
    return values.flatMap((value, index) => {
      const place = [...path, 'versionOrder', key, index]
      const isKnown = value === null || written.has(JSON.stringify([key, value]))
      const isTwice = seen.has(value)
      seen.add(value)
      if (isTwice) return [problem(place, `${showValue(value)} stands twice`, 'each value once')]
      if (isKnown) return []
      return [problem(place, `nobody writes ${showValue(value)}`, 'values written to this key')]
    })
  })
}

/** The problems of one history; none when it can be judged. */
export function checkHistory(history: TxnHistory, path: Path): Problem[] {
  const reading: Reading = { history, written: new Set() }
  const ids = new Set<string | number>()
  const problems = checkInitial(reading, path)
  history.txns.forEach((txn, index) => {
    const place = [...path, 'txns', index]
    if (ids.has(txn.id)) {
      const message = `the id ${showValue(txn.id)} is taken`
      problems.push(problem([...place, 'id'], message, 'a free id'))
    }
    ids.add(txn.id)
    problems.push(...checkTxn(reading, txn, place))
  })
  return [...problems, ...checkVersions(reading, path)]
}
