/**
 * Commands in a link: time since the one before in full microseconds, then stable numbers for
 * command and fault, and the place of the target in the list of the cluster's names. What has no
 * number (the target of a refused command, say) is carried as text.
 */
import * as v from 'valibot'
import type { Command, StampedCommand } from '../contract/commands.ts'
import type { Setup } from '../contract/scenario.ts'
import { type BitReader, fail, takeBit, takeBits, takeRice, takeRound } from './bitReader.ts'
import { takeText, takeVarint } from './bitReader.ts'
import { type BitWriter, putBit, putBits, putRice, putRound, putText } from './bitWriter.ts'
import { putVarint } from './bitWriter.ts'
import {
  commandNames,
  commandsWith,
  faultKinds,
  longestSession,
  longestSql,
} from './commandSchema.ts'
import { parseDuration } from './duration.ts'
import { formatDuration } from './formatDuration.ts'
import { nodeNames, zoneNames } from './targets.ts'

export const mostCommands = 10_000

/** Stable order: a link carries the place of a name in this list. */
export function namesOf(setup: Setup): string[] {
  return [
    ...zoneNames,
    ...nodeNames(setup.parameters['storage.fleetPerAz']),
    ...setup.instances.map(({ id }) => id),
    ...setup.workload.map(({ id }) => id),
    'network',
  ]
}

/** Bits that hold every place of a list. */
function widthOf(names: string[]): number {
  return Math.max(1, 32 - Math.clz32(names.length - 1))
}

const arrows = ['>', '<>']

function putPlaces(writer: BitWriter, places: number[], names: string[]): void {
  for (const place of places) putBits(writer, place, widthOf(names))
}

/** 0 a name · 10 a link one way · 110 both ways · 111 text */
function putTarget(writer: BitWriter, target: string, names: string[]): void {
  const arrow = target.includes('<>') ? 1 : 0
  const ends = target.split(arrows[arrow] ?? '>')
  const places = ends.map(end => names.indexOf(end))
  const isNamed = ends.length <= 2 && !places.includes(-1)
  putBit(writer, isNamed && ends.length === 1 ? 0 : 1)
  if (isNamed && ends.length === 1) return putPlaces(writer, places, names)
  putBit(writer, isNamed && arrow === 0 ? 0 : 1)
  if (isNamed && arrow === 0) return putPlaces(writer, places, names)
  putBit(writer, isNamed ? 0 : 1)
  if (isNamed) putPlaces(writer, places, names)
  else putText(writer, target)
}

function takePlace(reader: BitReader, names: string[]): string {
  const name = names[takeBits(reader, widthOf(names))]
  if (name === undefined) fail(reader)
  return name ?? ''
}

function takeTarget(reader: BitReader, names: string[]): string {
  if (takeBit(reader) === 0) return takePlace(reader, names)
  const arrow = takeBit(reader)
  if (arrow === 1 && takeBit(reader) === 1) return takeText(reader, 200)
  const from = takePlace(reader, names)
  return `${from}${arrows[arrow]}${takePlace(reader, names)}`
}

/** A number that is mostly whole, else its text. */
function putNumber(writer: BitWriter, value: number): void {
  const isWhole = Number.isSafeInteger(value) && value >= 0
  putBit(writer, isWhole ? 0 : 1)
  if (isWhole) putRound(writer, value)
  else putText(writer, String(value))
}

function takeNumber(reader: BitReader): number {
  if (takeBit(reader) === 0) return takeRound(reader)
  const value = Number(takeText(reader, 40))
  return Number.isFinite(value) ? value : fail(reader)
}

function putOptional<T>(
  writer: BitWriter,
  value: T | undefined,
  put: (writer: BitWriter, value: T) => void,
): void {
  putBit(writer, value === undefined ? 0 : 1)
  if (value !== undefined) put(writer, value)
}

function putThink(writer: BitWriter, text: string): void {
  const micros = parseDuration(text)
  const isExact = micros !== null && formatDuration(micros) === text
  putBit(writer, isExact ? 0 : 1)
  if (isExact) putRound(writer, micros)
  else putText(writer, text)
}

function takeThink(reader: BitReader): string {
  return takeBit(reader) === 0 ? formatDuration(takeRound(reader)) : takeText(reader, 40)
}

type InjectFault = Extract<Command, { do: 'InjectFault' }>
type SetWorkload = Extract<Command, { do: 'SetWorkload' }>

/** What came after factor and ratio is written out; both are then said to be absent. */
function putExtras(writer: BitWriter, command: InjectFault): void {
  const { do: _, fault, target, ...extras } = command
  const { factor, ratio, ...later } = extras
  putBit(writer, Object.keys(extras).length > 0 ? 1 : 0)
  if (Object.keys(extras).length === 0) return
  if (Object.keys(later).length > 0) {
    putBits(writer, 0, 2)
    return putText(writer, JSON.stringify(extras))
  }
  putOptional(writer, factor, putNumber)
  putOptional(writer, ratio, putNumber)
}

type Extras = Omit<InjectFault, 'do' | 'fault' | 'target'>

function takeExtras(reader: BitReader): Extras {
  if (takeBit(reader) === 0) return {}
  const factor = takeBit(reader) === 1 ? { factor: takeNumber(reader) } : {}
  const ratio = takeBit(reader) === 1 ? { ratio: takeNumber(reader) } : {}
  const extras = { ...factor, ...ratio }
  return Object.keys(extras).length > 0 ? extras : takeWrittenExtras(reader)
}

/** Of a refused command they may be out of range: whoever runs it says so. */
const writtenExtras = v.strictObject({
  factor: v.optional(v.number()),
  ratio: v.optional(v.number()),
  minMillis: v.optional(v.number()),
  maxMillis: v.optional(v.number()),
  page: v.optional(v.number()),
  for: v.optional(v.string()),
})

function takeWrittenExtras(reader: BitReader): Extras {
  const extras = parseJson(takeText(reader, longestCommandText))
  if (v.is(writtenExtras, extras)) return extras as Extras
  fail(reader)
  return {}
}

function putWorkload(writer: BitWriter, command: SetWorkload, names: string[]): void {
  putTarget(writer, command.workload, names)
  putOptional(writer, command.sessions, putNumber)
  putOptional(writer, command.think, putThink)
}

function takeWorkload(reader: BitReader, names: string[]): SetWorkload {
  const workload = takeTarget(reader, names)
  const sessions = takeBit(reader) === 1 ? { sessions: takeNumber(reader) } : {}
  const think = takeBit(reader) === 1 ? { think: takeThink(reader) } : {}
  return { do: 'SetWorkload', workload, ...sessions, ...think }
}

type RunSql = Extract<Command, { do: 'RunSql' }>

/** What was typed stands as text; one character too many is enough to be refused again. */
function putSql(writer: BitWriter, { session, on, text }: RunSql, names: string[]): void {
  putText(writer, session.slice(0, longestSession + 1))
  putOptional(writer, on, (its, target) => putTarget(its, target, names))
  putText(writer, text.slice(0, longestSql + 1))
}

function takeSql(reader: BitReader, names: string[]): RunSql {
  const session = takeText(reader, longestSession + 1)
  const on = takeBit(reader) === 1 ? { on: takeTarget(reader, names) } : {}
  return { do: 'RunSql', session, ...on, text: takeText(reader, longestSql + 1) }
}

function putCommand(writer: BitWriter, command: Command, names: string[]): void {
  putVarint(writer, commandNames.indexOf(command.do), 2)
  if (command.do === 'HealAll') return
  if (command.do === 'SetWorkload') return putWorkload(writer, command, names)
  if (command.do === 'RunSql') return putSql(writer, command, names)
  if (!('fault' in command)) return putText(writer, JSON.stringify(command))
  putVarint(writer, faultKinds.indexOf(command.fault), 3)
  putTarget(writer, command.target, names)
  if (command.do === 'InjectFault') putExtras(writer, command)
}

const longestCommandText = 10_000

/** Commands of later versions stand as they are written; what is none fails the link. */
function takeWritten(reader: BitReader): Command {
  const command = parseJson(takeText(reader, longestCommandText))
  if (v.is(writtenCommand, command)) return command as Command
  fail(reader)
  return { do: 'HealAll' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const writtenCommand = commandsWith({})

function takeCommand(reader: BitReader, names: string[]): Command {
  const name = commandNames[takeVarint(reader, 2)]
  if (name === undefined) fail(reader)
  if (name === undefined || name === 'HealAll') return { do: 'HealAll' }
  if (name === 'SetWorkload') return takeWorkload(reader, names)
  if (name === 'RunSql') return takeSql(reader, names)
  if (name !== 'InjectFault' && name !== 'HealFault') return takeWritten(reader)
  const fault = faultKinds[takeVarint(reader, 3)]
  if (fault === undefined) fail(reader)
  const aimed = { fault: fault ?? 'NodeCrash', target: takeTarget(reader, names) }
  if (name === 'HealFault') return { do: name, ...aimed }
  return { do: name, ...aimed, ...takeExtras(reader) }
}

/** Bits for which the times between commands come out shortest: about their mean. */
function riceWidth(commands: StampedCommand[]): number {
  const mean = (commands.at(-1)?.at ?? 0) / Math.max(1, commands.length)
  let width = 0
  for (let size = 1; size * 2 <= mean * 0.7 && width < 50; size *= 2) width++
  return width
}

export function putCommands(writer: BitWriter, commands: StampedCommand[], names: string[]): void {
  putVarint(writer, commands.length, 4)
  if (commands.length === 0) return
  const width = riceWidth(commands)
  putBits(writer, width, 6)
  let before = 0
  for (const { at, command } of commands) {
    putRice(writer, at - before, width)
    putCommand(writer, command, names)
    before = at
  }
}

export function takeCommands(reader: BitReader, names: string[]): StampedCommand[] {
  const count = takeVarint(reader, 4)
  if (count > mostCommands) fail(reader)
  const commands: StampedCommand[] = []
  const width = count > 0 ? takeBits(reader, 6) : 0
  let at = 0
  for (let k = 0; k < count && reader.failedAt < 0; k++) {
    at += takeRice(reader, width)
    commands.push({ at, command: takeCommand(reader, names) })
  }
  return commands
}
