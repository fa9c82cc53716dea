/**
 * Plays a script of several sessions on the bench as a person would: a step of a session that waits
 * is issued when that is released, one that has failed rolls back and says no more. The laws of
 * typed SQL are asked after every step.
 */
import {
  type Line,
  type Played,
  readScript,
  type Step,
} from '../aurora/relations/stories/script.ts'
import { type Bench, createBench } from '../aurora/relations/testing/sqlBench.ts'
import type { Dialect, IsolationLevel } from '../contract/sql.ts'
import type { ParseSql } from '../contract/statement.ts'
import { parseColumn, parseSql } from '../sql/parseSql.ts'
import { watchSql } from './watchSql.ts'

export interface Scene {
  dialect: Dialect
  level: IsolationLevel
  /** Of the table test, as CREATE TABLE has them, and its rows as VALUES; empty = none. */
  columns: string
  rows: string
}

export interface Stage {
  bench: Bench
  watch: () => void
  /** Statements under way, by session. */
  running: Map<string, Step>
  /** Those that wait for the session to be free. */
  queues: Map<string, Step[]>
  failed: Set<string>
  /** Called when a step goes out, and when it has been answered. */
  issued: (step: Step) => void
  answered: (step: Step) => void
}

/** Statements are frozen, and reading one takes longer than running it. */
const known = new Map<string, ReturnType<ParseSql>>()

const parseOnce: ParseSql = (text, dialect) => {
  const key = `${dialect} ${text}`
  const parsed = known.get(key) ?? parseSql(text, dialect)
  known.set(key, parsed)
  return parsed
}

export function setStage({ dialect, level, columns, rows }: Scene): Stage {
  const bench = createBench({ dialect, parseSql: parseOnce, parseColumn, isolation: level })
  const characteristics = dialect === 'postgresql-16' ? 'characteristics as ' : ''
  must(bench, `set session ${characteristics}transaction isolation level read committed`)
  must(bench, `create table test (${columns})`)
  if (rows !== '') must(bench, `insert into test values ${rows}`)
  const stage = { bench, watch: watchSql(bench), running: new Map(), queues: new Map() }
  return { ...stage, failed: new Set(), issued: () => {}, answered: () => {} }
}

function must(bench: Bench, text: string): void {
  const { error } = bench.run('maker', text)
  if (error) throw new Error(`${text}: ${error.message}`)
}

export function play(scene: Scene & { script: string }): Played {
  const stage = setStage(scene)
  const steps = readScript(scene.script).map(asStep)
  for (const step of steps) give(stage, step)
  wait(stage)
  return { steps, final: committedRows(stage) }
}

export function asStep(line: Line): Step {
  return { ...line, hasWaited: false, rows: [], affected: 0, error: null, isAnswered: false }
}

/** What has been committed by now. */
export function committedRows({ bench }: Stage): Played['final'] {
  return bench.run('maker', 'select id, value from test order by id').rows ?? []
}

/** Issues a step, or keeps it until its session is free. */
export function give(stage: Stage, step: Step): void {
  const queue = stage.queues.get(step.session) ?? []
  stage.queues.set(step.session, [...queue, step])
  goOn(stage)
}

function goOn(stage: Stage): void {
  for (const [session, queue] of stage.queues) {
    const [step, ...rest] = queue
    if (step === undefined || stage.running.has(session)) continue
    stage.queues.set(session, rest)
    if (!stage.failed.has(session)) issue(stage, step)
    return goOn(stage)
  }
}

function issue(stage: Stage, step: Step): void {
  const { bench, running, watch } = stage
  running.set(step.session, step)
  stage.issued(step)
  bench.run(step.session, step.sql)
  hear(stage)
  step.hasWaited = !step.isAnswered
  watch()
}

/** Takes down who has been answered: commits first, for they have let the others go on. */
function hear(stage: Stage): void {
  const running = [...stage.running]
  const commits = running.filter(([, { sql }]) => sql === 'commit')
  for (const [session, step] of [...commits, ...running]) {
    const { waits, rows = [], affected = 0, error = null } = stage.bench.answerOf(session)
    if (waits || !stage.running.has(session)) continue
    stage.running.delete(session)
    Object.assign(step, { rows, affected, error, isAnswered: true })
    stage.answered(step)
    if (error !== null) fail(stage, step)
  }
}

/** MySQL goes on after a timeout and a duplicate key, as a person would. */
function fail(stage: Stage, { session, error }: Step): void {
  if (error!.code === 1205 || error!.code === 1062) return
  stage.failed.add(session)
  stage.bench.run(session, 'rollback')
  hear(stage)
}

/** Time passes until nothing changes any more: PostgreSQL finds its deadlocks. */
export function wait(stage: Stage): void {
  for (let before = -1; stage.running.size > 0 && before !== stage.running.size; ) {
    before = stage.running.size
    stage.bench.host.now += 1_000_000
    stage.bench.lookForDeadlocks()
    hear(stage)
    goOn(stage)
    stage.watch()
  }
}
