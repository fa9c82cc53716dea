/**
 * Saving and restoring: a deep copy of plain state for checkpoints, and a text for files.
 *
 * A copy keeps only the used rows of tables and goes on exactly as the original would. What is
 * frozen is never changed, only replaced: all copies share it. In the
 * text, what JSON has no word for stands as `{ "$kind": … }`; keys of the state never begin so.
 */
import {
  isTypedArray,
  type PlainRecord,
  type TypedArray,
  usedPart,
  usedRowsOf,
} from './plainValue.ts'

export function copyPlain<Value>(value: Value): Value {
  return copied(value) as Value
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) return copyList(value)
  if (isTypedArray(value)) return value.slice()
  if (value instanceof Map) return copyMap(value)
  if (value instanceof Set) return new Set(value)
  return copyRecord(value as PlainRecord)
}

function copyList(list: unknown[]): unknown[] {
  const copy = list.slice()
  for (let index = 0; index < copy.length; index++) {
    const item = copy[index]
    if (typeof item === 'object' && item !== null) copy[index] = copied(item)
  }
  return copy
}

function copyMap(map: Map<unknown, unknown>): Map<unknown, unknown> {
  const copy = new Map<unknown, unknown>()
  for (const [key, item] of map) copy.set(key, copied(item))
  return copy
}

/** Spreading keeps the shape that the engine's compiler has learnt; then the parts are replaced. */
function copyRecord(record: PlainRecord): PlainRecord {
  const copy = { ...record }
  const rows = usedRowsOf(record)
  for (const key of Object.keys(copy)) {
    const item = copy[key]
    if (typeof item !== 'object' || item === null) continue
    copy[key] = isTypedArray(item) ? item.slice(0, Math.min(rows, item.length)) : copied(item)
  }
  return copy
}

export function toJson(value: unknown): string {
  return JSON.stringify(written(value, Infinity))
}

function written(value: unknown, rows: number): unknown {
  if (typeof value === 'number') return writtenNumber(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => written(item, Infinity))
  if (isTypedArray(value)) return writtenColumn(value, rows)
  if (value instanceof Map) return { $map: [...value].map(pair => written(pair, Infinity)) }
  if (value instanceof Set) return { $set: [...value].map(item => written(item, Infinity)) }
  return writtenRecord(value as PlainRecord)
}

function writtenRecord(record: PlainRecord): PlainRecord {
  const copy: PlainRecord = {}
  for (const key of Object.keys(record)) copy[key] = written(record[key], usedRowsOf(record))
  return copy
}

function writtenColumn(column: TypedArray, rows: number): PlainRecord {
  const numbers: unknown[] = []
  for (const number of usedPart(column, rows)) numbers.push(writtenNumber(number))
  return { [`$${column.constructor.name}`]: numbers }
}

/** JSON has no -0, no infinities and no NaN. */
function writtenNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return { $number: Object.is(value, -0) ? '-0' : String(value) }
}

export function fromJson<Value>(text: string): Value {
  return read(JSON.parse(text)) as Value
}

function read(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(read)
  const record = value as PlainRecord
  const keys = Object.keys(record)
  const first = keys[0]
  if (keys.length === 1 && first?.startsWith('$')) return readSpecial(first, record[first])
  for (const key of keys) record[key] = read(record[key])
  return record
}

const columnKinds: Record<string, (numbers: number[]) => TypedArray> = {
  $Float64Array: numbers => Float64Array.from(numbers),
  $Int32Array: numbers => Int32Array.from(numbers),
  $Uint32Array: numbers => Uint32Array.from(numbers),
  $Uint16Array: numbers => Uint16Array.from(numbers),
  $Int16Array: numbers => Int16Array.from(numbers),
  $Uint8Array: numbers => Uint8Array.from(numbers),
  $Int8Array: numbers => Int8Array.from(numbers),
}

function readSpecial(kind: string, content: unknown): unknown {
  if (kind === '$number') return Number(content)
  const items = (content as unknown[]).map(read)
  if (kind === '$map') return new Map(items as [unknown, unknown][])
  if (kind === '$set') return new Set(items)
  const columnOf = columnKinds[kind]
  if (!columnOf) throw new SyntaxError(`a saved state cannot hold ${kind}`)
  return columnOf(items as number[])
}
