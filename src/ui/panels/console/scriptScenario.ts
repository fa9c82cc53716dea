/**
 * A case of an interleaving as a run of its own: a cluster of its edition, whose script sets up
 * the tables and the level of each session. What is typed or dealt after that joins the recording.
 */
import type { InterleavingCase } from '../../../engine/contract/interleaving.ts'
import type { Edition, ResultValue } from '../../../engine/contract/sql.ts'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import { productName, setLevel } from './dialect.ts'
import { setupSession } from './transcript.ts'

type Entry = NonNullable<Scenario['script']>[number]

/** Sessions by their first step; `any` is another one each time. */
export function sessionsOf({ steps }: InterleavingCase): string[] {
  return [...new Set(steps.map(({ session }, index) => stepSession(session, index)))]
}

export function stepSession(session: string, index: number): string {
  return session === 'any' ? `any-${index + 1}` : session
}

function literal(value: ResultValue, edition: Edition): string {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return String(value)
  const text = edition === 'mysql' ? value.replaceAll('\\', '\\\\') : value
  return `'${text.replaceAll("'", "''")}'`
}

function typeOf(value: ResultValue | undefined): string {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'varchar(255)'
  return value === undefined || Number.isInteger(value) ? 'int' : 'decimal(20, 6)'
}

/** A bare name gets the type of its first value, and the first column is the primary key. */
function definition(column: string, place: number, rows: ResultValue[][]): string {
  if (/\s/.test(column.trim())) return column
  const value = rows.map(row => row[place]).find(found => found !== null)
  return `${column} ${typeOf(value)}${place === 0 ? ' primary key' : ''}`
}

export function setupStatements({ setup, edition }: InterleavingCase): string[] {
  if (setup.kind === 'none') return []
  if (setup.kind === 'statements') return setup.statements
  const { table, columns, rows } = setup
  const definitions = columns.map((column, place) => definition(column, place, rows))
  const values = rows.map(row => `(${row.map(value => literal(value, edition)).join(', ')})`)
  const create = `CREATE TABLE ${table} (${definitions.join(', ')})`
  return rows.length === 0 ? [create] : [create, `INSERT INTO ${table} VALUES ${values.join(', ')}`]
}

/** What the engine reads as one text. */
const longestText = 9_000
const mostStatements = 100

/** As few texts as hold them all, in order. */
export function inTexts(statements: readonly string[]): string[] {
  const texts: string[][] = []
  for (const statement of statements) {
    const last = texts.at(-1)
    const isFull =
      last === undefined ||
      last.length === mostStatements ||
      [...last, statement].join(';\n').length > longestText
    if (isFull) texts.push([statement])
    else last.push(statement)
  }
  return texts.map(text => text.join(';\n'))
}

/** A text of the setup has this long, in milliseconds; then the sessions say their level. */
const textMillis = 200

/** When every session is ready. */
function readyMillis(read: InterleavingCase): number {
  return (inTexts(setupStatements(read)).length + 2) * textMillis
}

/** The setup, one text after another, then the sessions with their level. */
function scriptOf(read: InterleavingCase): Entry[] {
  const setup = inTexts(setupStatements(read)).map((text, index) =>
    run(`${index * textMillis + 1}ms`, setupSession, text),
  )
  const at = `${readyMillis(read) - textMillis}ms`
  const levels = sessionsOf(read).map(session => ({
    ...run(at, session, setLevel(read.edition, read.isolation)),
    on: read.on[session] ?? 'w1',
  }))
  return [...setup, ...levels]
}

function run(at: string, session: string, text: string): Entry {
  return { at, do: 'RunSql', session, text } as Entry
}

/** Every run of a script has this name. */
export const scriptName = 'script'

const zones = ['a', 'c', 'b'] as const

/** As many writers as the case names, one a zone. */
function writersOf({ on }: InterleavingCase): Scenario['cluster']['instances'] {
  const most = Math.max(1, ...Object.values(on).map(id => Number(id.slice(1))))
  const ids = Array.from({ length: most }, (_, index) => `w${index + 1}`)
  return ids.map((id, index) => ({ id, az: zones[index % zones.length] ?? 'a', role: 'writer' }))
}

/** What one writer changes is everywhere after 30 ms, so that a step can be timed to that. */
const exact = {
  'network.jitter': 0,
  'network.tailProbability': 0,
  'network.sameAzOneWay': '0.75ms',
  'network.crossAzOneWay': '0.75ms',
  'multiMaster.replicationLag': '30ms',
  'multiMaster.replicationJitter': '0ms',
} as const

function clusterOf(read: InterleavingCase): Scenario['cluster'] {
  const { edition, topology } = read
  if (topology === 'single-master') return { edition, instances: instancesOf(read) }
  return { edition, topology, instances: writersOf(read), parameters: exact }
}

/** The writer in zone b, as many readers as the case names beside it. */
function instancesOf({ on }: InterleavingCase): Scenario['cluster']['instances'] {
  const readers = [...new Set(Object.values(on))].filter(id => id !== 'w1').sort()
  const added = readers.map((id, index) => ({
    id,
    az: zones[index % zones.length] ?? 'a',
    role: 'reader' as const,
  }))
  return [{ id: 'w1', az: 'b' }, ...added]
}

export function scriptScenario(
  read: InterleavingCase,
  { title, question }: { title: string; question: string },
): Scenario {
  const { edition, isolation } = read
  return {
    version: 1,
    name: scriptName,
    title,
    question: `${question || title} ${productName(edition)}, ${isolation}.`,
    tags: ['sql'],
    seed: 1,
    opensAt: `${readyMillis(read)}ms`,
    pace: [
      { from: '0ms', speed: '1/10' },
      { from: '2s', speed: '1' },
      { from: '10s', speed: '10' },
    ],
    cluster: clusterOf(read),
    script: scriptOf(read),
    until: '5min',
  }
}
