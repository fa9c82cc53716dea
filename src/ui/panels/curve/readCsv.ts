/**
 * A demand curve as lines of text: a time and a level each, parted by a comma, a semicolon, a tab
 * or spaces. A time is a clock (`9:30`, `09:30:15`), a length (`90min`) or seconds. Every line that
 * is wrong is told with its number.
 */
import type { WrittenPoint } from '../../../engine/contract/demandCurve.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { readTime, timeText } from '../../widgets/readTime.ts'

export interface ReadCsv {
  points: WrittenPoint[]
  /** The instant of the last point. */
  end: Micros
  /** The highest level. */
  high: number
  problems: { line: number; text: string }[]
}

const second = 1_000_000
export const mostLines = 300

export function readCsv(text: string, most: number): ReadCsv {
  const read: ReadCsv = { points: [], end: -1, high: 0, problems: [] }
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || (index === 0 && isHead(line))) continue
    const problem = takeLine(read, line, most)
    if (problem !== null) read.problems.push({ line: index + 1, text: problem })
  }
  if (read.points.length === 0 && read.problems.length === 0) {
    read.problems.push({ line: 1, text: 'no point: write a time and a level, as 9:30, 7.5' })
  }
  return read
}

/** `time,level` or the like. */
function isHead(line: string): boolean {
  return !/\d/.test(line)
}

/** Null when the line is a point behind the ones before. */
function takeLine(read: ReadCsv, line: string, most: number): string | null {
  const cells = line.split(/\s*[,;\t]\s*|\s+/)
  if (cells.length !== 2) return `a time and a level, not ${cells.length} values`
  const [when = '', what = ''] = cells
  const at = readInstant(when)
  if (at === null) return `“${when}” is no time: 9:30, 90min or seconds`
  const level = Number(what)
  if (what === '' || !(level >= 0 && level <= most)) {
    return `“${what}” is no level: a number from 0 to ${most}`
  }
  if (at <= read.end) return `${when} is not later than the line before`
  if (read.points.length >= mostLines) return `at most ${mostLines} points`
  read.points.push([timeText(at), level])
  read.end = at
  read.high = Math.max(read.high, level)
  return null
}

function readInstant(text: string): Micros | null {
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (clock) {
    const [, hours, minutes, seconds = '0'] = clock
    if (Number(minutes) > 59 || Number(seconds) > 59) return null
    return (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * second
  }
  if (/^\d{1,9}(\.\d{1,6})?$/.test(text)) return Math.round(Number(text) * second)
  return readTime(text)
}
