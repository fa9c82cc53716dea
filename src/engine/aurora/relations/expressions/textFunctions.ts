/** Functions of text. Characters are code points; MySQL's LENGTH counts bytes of UTF-8. */
import { type SqlValue, textOf } from '../values/value.ts'
import type { SqlFunction } from './sqlFunction.ts'

export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function charactersIn(value: SqlValue): string[] {
  return [...textOf(value)]
}

function asNumber(value: SqlValue | undefined): number {
  return value === undefined || value === null ? 0 : Number(textOf(value))
}

/** Places count from 1; below 0 MySQL counts from the end, and 0 gives nothing. */
function substring(values: readonly SqlValue[], isMysql: boolean): string {
  const characters = charactersIn(values[0]!)
  const start = asNumber(values[1])
  const length = values.length > 2 ? asNumber(values[2]) : characters.length + Math.abs(start)
  if (!isMysql) {
    return characters.slice(Math.max(0, start - 1), Math.max(0, start - 1 + length)).join('')
  }
  const from = start > 0 ? start - 1 : characters.length + start
  if (start === 0 || from < 0 || length < 0) return ''
  return characters.slice(from, from + length).join('')
}

/** Below 0 counts what is left out at the other end (PostgreSQL). */
function left(values: readonly SqlValue[], isMysql: boolean): string {
  const count = asNumber(values[1])
  return charactersIn(values[0]!)
    .slice(0, isMysql ? Math.max(0, count) : count)
    .join('')
}

function right(values: readonly SqlValue[], isMysql: boolean): string {
  const characters = charactersIn(values[0]!)
  const count = asNumber(values[1])
  if (count >= 0) return characters.slice(Math.max(0, characters.length - count)).join('')
  return isMysql ? '' : characters.slice(-count).join('')
}

const longestPadding = 10_000

function padding(values: readonly SqlValue[]): { text: string; missing: string } {
  const characters = charactersIn(values[0]!)
  const wanted = Math.min(Math.max(0, asNumber(values[1])), longestPadding)
  const fill = values.length > 2 ? charactersIn(values[2]!) : [' ']
  const text = characters.slice(0, wanted).join('')
  const count = fill.length === 0 ? 0 : Math.max(0, wanted - characters.length)
  const missing = Array.from({ length: count }, (_, index) => fill[index % fill.length])
  return { text, missing: missing.join('') }
}

function place(text: SqlValue, part: SqlValue): number {
  const before = textOf(text).indexOf(textOf(part))
  return before < 0 ? 0 : [...textOf(text).slice(0, before)].length + 1
}

function replaceAll(values: readonly SqlValue[]): string {
  const [text, from, to] = values.map(textOf) as [string, string, string]
  return from === '' ? text : text.split(from).join(to)
}

const onlyText = (change: (text: string) => string): SqlFunction => ({
  least: 1,
  most: 1,
  answer: ([value]) => change(textOf(value!)),
})

const countOf = (count: (text: string) => number): SqlFunction => ({
  least: 1,
  most: 1,
  answer: ([value]) => count(textOf(value!)),
})

const characters = countOf(text => [...text].length)
const lower = onlyText(text => text.toLowerCase())
const upper = onlyText(text => text.toUpperCase())
const part: SqlFunction = {
  least: 2,
  most: 3,
  answer: (values, { isMysql }) => substring(values, isMysql),
}

export const textFunctions: Record<string, SqlFunction> = {
  length: {
    least: 1,
    most: 1,
    answer: ([value], { isMysql }) => {
      const text = textOf(value!)
      return isMysql ? byteLength(text) : [...text].length
    },
  },
  octet_length: countOf(byteLength),
  char_length: characters,
  character_length: characters,
  lower,
  lcase: { ...lower, edition: 'mysql' },
  upper,
  ucase: { ...upper, edition: 'mysql' },
  trim: onlyText(text => text.replace(/^ +| +$/g, '')),
  ltrim: onlyText(text => text.replace(/^ +/, '')),
  rtrim: onlyText(text => text.replace(/ +$/, '')),
  reverse: onlyText(text => [...text].reverse().join('')),
  substring: part,
  substr: part,
  mid: { ...part, edition: 'mysql' },
  left: { least: 2, most: 2, answer: (values, { isMysql }) => left(values, isMysql) },
  right: { least: 2, most: 2, answer: (values, { isMysql }) => right(values, isMysql) },
  lpad: {
    least: 2,
    most: 3,
    answer: values => {
      const { text, missing } = padding(values)
      return missing + text
    },
  },
  rpad: {
    least: 2,
    most: 3,
    answer: values => {
      const { text, missing } = padding(values)
      return text + missing
    },
  },
  replace: { least: 3, most: 3, answer: replaceAll },
  position: { least: 2, most: 2, answer: ([text, what]) => place(text!, what!) },
  instr: { least: 2, most: 2, edition: 'mysql', answer: ([text, what]) => place(text!, what!) },
  strpos: {
    least: 2,
    most: 2,
    edition: 'postgresql',
    answer: ([text, what]) => place(text!, what!),
  },
  concat: {
    least: 1,
    most: 100,
    takesNull: true,
    answer: (values, { isMysql }) => {
      if (isMysql && values.includes(null)) return null
      return values.map(value => (value === null ? '' : textOf(value))).join('')
    },
  },
}
