/**
 * Histories in Adya's notation as recordings: `w1(x) r2(x1) c1 a2`, where `x1` is the version that
 * transaction 1 wrote and `x0` the first one. `w1(x:5)` writes a value, `p1(x>3)` is a WHERE that
 * sees what is committed, `p1(x>3@x0,y2)` one that sees these versions.
 */
import type { Context } from '../../../aurora/mechanism.ts'
import type { RunVerdict } from '../../../contract/history.ts'
import { createRecorder } from '../createRecorder.ts'
import { judgeRecord } from '../judgeRecord.ts'

export interface Told {
  /** Session of each transaction; default: one of its own. */
  sessions?: Record<number, string>
  /** Users hear of commits at once; default: never, so that no real time is known. */
  isHeard?: boolean
}

interface Playing extends Told {
  clock: { world: { now: number }; cause: number }
  recorder: ReturnType<typeof createRecorder>
  begun: Map<number, number>
  writes: Map<string, { writer: number; value: unknown; version: number }[]>
  ended: Set<number>
}

const table = 't'

function sessionOf({ sessions }: Told, number: number): string {
  return sessions?.[number] ?? `s${number}`
}

function ensureBegun(playing: Playing, number: number): void {
  if (playing.begun.has(number)) return
  playing.begun.set(number, playing.clock.world.now)
  playing.recorder.began(number, sessionOf(playing, number), 'w1')
}

function writesOf({ writes }: Playing, key: string) {
  if (!writes.has(key)) writes.set(key, [])
  return writes.get(key)!
}

function write(playing: Playing, number: number, text: string): void {
  const [key, value] = text.split(':') as [string, string | undefined]
  const own = writesOf(playing, key)
  const version = own.filter(({ writer }) => writer === number).length
  const before = own.at(-1)?.value ?? null
  const after = value === undefined || value === 'dead' ? null : [key, Number(value)]
  own.push({ writer: number, value: after, version })
  const change = { key: [key], before: before as never, after }
  const written = { table, row: key, version }
  playing.recorder.wrote(number, value === undefined ? written : { ...written, change })
}

/** `x2` is the last version that 2 has written by now, `x2.0` its first. */
function versionIn(
  playing: Playing,
  text: string,
): { key: string; writer: number; version: number } {
  const [, key, writer, at] = /^([a-z]+)(\d+)(?:\.(\d+))?$/.exec(text)!
  const own = writesOf(playing, key!).filter(its => its.writer === Number(writer))
  const version = at === undefined ? (own.at(-1)?.version ?? 0) : Number(at)
  return { key: key!, writer: Number(writer), version }
}

function read(playing: Playing, number: number, text: string): void {
  const { key, writer, version } = versionIn(playing, text)
  playing.recorder.read(number, table, key, { writer, version })
}

function scan(playing: Playing, number: number, text: string): void {
  const [condition, given] = text.split('@') as [string, string | undefined]
  const [, sign, limit] = /^x([<>=])(\d+)$/.exec(condition)!
  const named = new Map((given?.split(',') ?? []).map(its => [its.replace(/\d.*/, ''), its]))
  const matches = (values: readonly unknown[]) => {
    const value = Number(values[1])
    if (sign === '=') return value === Number(limit)
    return sign === '>' ? value > Number(limit) : value < Number(limit)
  }
  const seenOf = ([key]: readonly unknown[]) => {
    const its = named.get(String(key))
    if (its !== undefined) return versionIn(playing, its)
    const newest = writesOf(playing, String(key)).filter(({ writer }) => playing.ended.has(writer))
    const last = newest.at(-1)
    return last === undefined ? null : { writer: last.writer, version: last.version }
  }
  playing.recorder.scanned(number, { table, matches, seenOf })
}

function end(playing: Playing, number: number, how: 'committed' | 'rolledBack'): void {
  playing.recorder.ended(number, how)
  if (how === 'committed') playing.ended.add(number)
  const session = sessionOf(playing, number)
  if (playing.isHeard) playing.recorder.answered(session, playing.begun.get(number)!)
}

function play(playing: Playing, step: string): void {
  const [, what, digits, inside = ''] = /^([wrpcab])(\d+)(?:\((.*)\))?$/.exec(step)!
  const number = Number(digits)
  playing.clock.world.now += 10
  playing.clock.cause += 1
  ensureBegun(playing, number)
  if (what === 'w') write(playing, number, inside)
  if (what === 'r') read(playing, number, inside)
  if (what === 'p') scan(playing, number, inside)
  if (what === 'c') end(playing, number, 'committed')
  if (what === 'a') end(playing, number, 'rolledBack')
}

export function verdictOn(notation: string, told: Told = {}): RunVerdict {
  const clock = { world: { now: 0 }, cause: 0 }
  const recorder = createRecorder(clock as unknown as Context)
  const begun = new Map<number, number>()
  const playing: Playing = { ...told, clock, recorder, begun, writes: new Map(), ended: new Set() }
  for (const step of notation.trim().split(/\s+/)) play(playing, step)
  return judgeRecord(recorder.record, clock.world.now, ({ session }) => `${session.name}`)
}

export function namesIn(notation: string, told: Told = {}): string[] {
  return verdictOn(notation, told).anomalies.map(({ name }) => name)
}

export function levelsOf(notation: string, told: Told = {}): string[] {
  const { levels } = verdictOn(notation, told)
  return Object.entries(levels).flatMap(([name, holds]) => (holds === true ? [name] : []))
}
