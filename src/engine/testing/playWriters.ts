/**
 * Scripts over several writers, and what playing one gave: the setting is FX of the reference
 * (4.1), with rows 1 to 200 of `account` on two pages. A line is `10.5 ann@w1 [label] sql`:
 * milliseconds from the start, the session, the writer, a name for the answer.
 * `-1 cut w1<>w3 200` cuts a link for so many milliseconds.
 */
import type { IsolationLevel, ResultValue, StatementRecord } from '../contract/sql.ts'
import type { RunVerdict } from '../contract/history.ts'
import type { Scenario } from '../contract/scenario.ts'
import { keepHistory } from '../judgeRun.ts'
import { apply } from '../simulation.ts'
import { playFor, recordsOf, run, settle, setSqlStage, type } from './sqlStage.ts'
import type { SqlStage } from './sqlStage.ts'

export interface Mode {
  level: IsolationLevel
  consistency: 'INSTANCE_RAW' | 'REGIONAL_RAW'
}

export interface Line {
  /** µs from the start. */
  at: number
  session: string
  on: string
  label: string
  sql: string
}

export interface Cut {
  at: number
  target: string
  /** ms. */
  lasts: number
}

export interface Played {
  /** In the order of the lines. */
  records: StatementRecord[]
  lines: Line[]
  verdict: RunVerdict
  /** Rows of the table in the end, as all writers have them. */
  final: ResultValue[][]
}

const form = /^\s*(-?[\d.]+)\s+(\w+)@(\w+)\s+(?:\[(\w+)\]\s+)?(.+?)\s*$/
const cutForm = /^\s*(-?[\d.]+)\s+cut\s+(\S+)\s+(\d+)\s*$/

function micros(milliseconds: string): number {
  return Math.round(Number(milliseconds) * 1000)
}

export function readLines(script: string): Line[] {
  return script.split('\n').flatMap(text => {
    const [, at, session, on, label = '', sql] = form.exec(text) ?? []
    if (at === undefined || session === undefined || on === undefined || !sql) return []
    return [{ at: micros(at), session, on, label, sql }]
  })
}

function readCuts(script: string): Cut[] {
  return script.split('\n').flatMap(text => {
    const [, at, target, lasts] = cutForm.exec(text) ?? []
    if (at === undefined || target === undefined) return []
    return [{ at: micros(at), target, lasts: Number(lasts) }]
  })
}

const exact = {
  'network.tailProbability': 0,
  'network.sameAzOneWay': '0.75ms',
  'network.crossAzOneWay': '0.75ms',
  'multiMaster.replicationLag': '30ms',
  'multiMaster.replicationJitter': '0ms',
  'client.connect': '0ms',
}

const zones = ['a', 'b', 'c', 'a'] as const

/** Beside FX. */
export type Parameters = Scenario['cluster']['parameters']

function stageOf(count: number, parameters: Parameters): SqlStage {
  const ids = (['w1', 'w2', 'w3', 'w4'] as const).slice(0, count)
  const instances = ids.map((id, at) => ({ id, az: zones[at]!, role: 'writer' as const }))
  return setSqlStage({
    cluster: { topology: 'multi-master', instances, parameters: { ...exact, ...parameters } },
    tables: [
      {
        name: 'account',
        columns: ['id int primary key', 'balance int'],
        rows: 200,
        rowsPerPage: 100,
      },
    ],
  })
}

/** What a connection is told first. */
function settings({ level, consistency }: Mode): string[] {
  return [
    `SET SESSION TRANSACTION ISOLATION LEVEL ${level.toUpperCase()}`,
    `SET SESSION aurora_mm_session_consistency_level = '${consistency}'`,
  ]
}

/** A session that comes to another writer says its settings there again. */
function give(stage: SqlStage, mode: Mode, line: Line, places: Map<string, string>): void {
  if (places.get(line.session) !== line.on)
    type(stage, line.session, settings(mode).join('; '), line.on)
  places.set(line.session, line.on)
  type(stage, line.session, line.sql, line.on)
}

export interface Given {
  mode: Mode
  script: string
  /** How many writers; default: as many as the script names. */
  writers?: number
  parameters?: Parameters
}

function countOf({ script, writers = 1 }: Given): number {
  return Math.max(writers, ...readLines(script).map(({ on }) => Number(on.slice(1))))
}

function open(stage: SqlStage, mode: Mode, lines: readonly Line[]): Map<string, string> {
  const places = new Map<string, string>()
  for (const { session, on } of lines) {
    if (places.has(session)) continue
    places.set(session, on)
    run(stage, session, settings(mode).join('; '), on)
  }
  return places
}

interface Happening {
  at: number
  happen(): void
}

function happenings(stage: SqlStage, given: Given, lines: readonly Line[]): Happening[] {
  const places = open(stage, given.mode, lines)
  const cuts = readCuts(given.script).map(({ at, target, lasts }): Happening => {
    const fault = { do: 'InjectFault', fault: 'LinkCut', target, for: `${lasts}ms` } as const
    return { at, happen: () => void apply(stage.simulation, fault) }
  })
  const typed = lines.map((line): Happening => {
    return { at: line.at, happen: () => give(stage, given.mode, line, places) }
  })
  return [...cuts, ...typed].sort((one, other) => one.at - other.at)
}

/** Records of the lines: those of a session come in its order, but for its settings. */
function recordsFor(stage: SqlStage, mode: Mode, lines: readonly Line[]): StatementRecord[] {
  const all = recordsOf(stage).filter(({ text }) => !settings(mode).includes(text))
  const bySession = new Map<string, StatementRecord[]>()
  for (const record of all) {
    bySession.set(record.session, [...(bySession.get(record.session) ?? []), record])
  }
  return lines.map(({ session }) => bySession.get(session)!.shift()!)
}

/** Longer than any lag. */
const aWhile = 1_000_000

export function playWriters(given: Given): Played {
  const stage = stageOf(countOf(given), given.parameters ?? {})
  const lines = readLines(given.script)
  const all = happenings(stage, given, lines)
  const judge = keepHistory(stage.simulation)
  let now = Math.min(0, all[0]?.at ?? 0)
  for (const { at, happen } of all) {
    if (at > now) playFor(stage, at - now)
    now = Math.max(now, at)
    happen()
  }
  settle(stage)
  playFor(stage, aWhile)
  const verdict = judge()
  const records = recordsFor(stage, given.mode, lines)
  const final = run(
    stage,
    'last',
    'SELECT id, balance FROM account WHERE balance <> 100',
    'w1',
  ).rows
  if (stage.simulation.broken) throw new Error(JSON.stringify(stage.simulation.broken))
  return { records, lines, verdict, final: final ?? [] }
}

export function recordAt({ lines, records }: Played, label: string): StatementRecord {
  return records[lines.findIndex(line => line.label === label)]!
}

/** Values that a labelled step read, `7`, `1,7 2,8`; `1213` if it was refused. */
export function sawAt(played: Played, label: string): string {
  const { rows, error } = recordAt(played, label)
  return error === undefined ? (rows ?? []).map(row => row.join(',')).join(' ') : `${error.code}`
}

/** Errors of a session, in order. */
export function errorsOf({ records }: Played, session: string): (string | number)[] {
  return records.flatMap(({ session: its, error }) =>
    its === session && error ? [error.code] : [],
  )
}

export function namesOf({ verdict }: Played): string[] {
  return [...new Set(verdict.anomalies.map(({ name }) => name))]
}
