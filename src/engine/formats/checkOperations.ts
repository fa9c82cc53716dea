/**
 * What the shape of a history of operations does not tell: a return without a call, operations and
 * values that the model does not have.
 */
import type { LinEvent, LinHistory } from '../contract/history.ts'
import { isPlainValue } from './isPlainValue.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

type Path = readonly (string | number)[]

function problem(path: Path, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

const operations = { 'cas-register': ['r', 'w', 'cas'], 'kv-append': ['get', 'put', 'append'] }

function listed(names: string[]): string {
  return names.map(name => JSON.stringify(name)).join(', ')
}

/** Client, type, operation and length of an event. */
function checkShape(model: LinHistory['model'], event: LinEvent, path: Path): Problem[] {
  const [client, type, name] = event as unknown[]
  if (typeof client !== 'string' && typeof client !== 'number') {
    return [problem([...path, 0], `${showValue(client)} is no client`, 'a text or a number')]
  }
  if (type !== 'i' && type !== 'o' && type !== 'f') {
    const message = `${showValue(type)} is not allowed here`
    return [problem([...path, 1], message, listed(['i', 'o', 'f']))]
  }
  if (!operations[model].includes(name as string)) {
    const message = `${showValue(name)} is no operation of ${model}`
    return [problem([...path, 2], message, listed(operations[model]))]
  }
  const length = model === 'cas-register' ? 4 : 5
  if ((event as unknown[]).length === length) return []
  return [problem(path, `an event of ${(event as unknown[]).length} parts`, `${length} parts`)]
}

function isPairOfValues(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isPlainValue)
}

/** Only what counts is looked at: what is written, and what a read has found. */
function checkValue(model: LinHistory['model'], event: LinEvent, path: Path): Problem[] {
  const [, type, name, ...rest] = event
  const value = rest.at(-1)
  const place = [...path, model === 'cas-register' ? 3 : 4]
  const isRead = name === 'r' || name === 'get'
  const counts = isRead ? type === 'o' : type === 'i'
  if (!counts) return []
  if (name === 'cas') {
    return isPairOfValues(value) ? [] : [problem(place, 'is no pair of values', '[from, to]')]
  }
  if (model === 'cas-register') {
    return isPlainValue(value) ? [] : [problem(place, 'is no value', 'a text, a number or null')]
  }
  return typeof value === 'string' ? [] : [problem(place, 'is no text', 'a text')]
}

/** A return repeats operation and key of its client's last call; a call may stay without one. */
function checkTurn(open: Map<unknown, LinEvent>, event: LinEvent, path: Path): Problem[] {
  const [client, type, name] = event
  const call = open.get(client)
  if (type === 'i') {
    open.set(client, event)
    return []
  }
  open.delete(client)
  if (call === undefined) {
    return [problem(path, `client ${showValue(client)} has no open operation`, 'its call first')]
  }
  if (call[2] === name && (event.length === 4 || call[3] === event[3])) return []
  return [problem(path, 'it returns from another operation than was called', 'the one called')]
}

/** The problems of one history; none when it can be judged. */
export function checkOperations({ model, events }: LinHistory, path: Path): Problem[] {
  const open = new Map<unknown, LinEvent>()
  return events.flatMap((event, index) => {
    const place = [...path, 'events', index]
    const shape = checkShape(model, event, place)
    if (shape.length > 0) return shape
    return [...checkValue(model, event, place), ...checkTurn(open, event, place)]
  })
}
