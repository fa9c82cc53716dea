/**
 * RunSql: text that somebody typed becomes statements at the door, by the grammar of the cluster's
 * dialect. What cannot be read is a statement too, and gets its error from the instance. Rule J1.
 */
import type { Commands, Reason } from '../../contract/commands.ts'
import type { Dialect } from '../../contract/sql.ts'
import type { Parsed, ParseSql } from '../../contract/statement.ts'
import type { Context } from '../context.ts'
import type { Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { awaken, problemOfTables } from './awaken.ts'
import { sendNext } from './consoles.ts'
import type { SqlDoor } from './sqlDoor.ts'
import type { SqlWorld } from './sqlWorld.ts'

type RunSql = Commands['RunSql']

const mostCharacters = 10_000
const mostStatements = 100
const mostConsoles = 64
const mostQueued = 1_000
const longestName = 40
/** Statements kept with what they came to. */
const mostKept = 10_000
/** The oldest are let go of so many at once. */
const keptAtOnce = 1_000

export function runSqlVerb(door: SqlDoor): Verb<'RunSql'> {
  const parsedOnce = { ...door, parseSql: onceEach(door.parseSql) }
  return {
    validate: (world, command) => validate(parsedOnce, world, command),
    give: (ctx, command) => give(parsedOnce, ctx, command),
  }
}

/** What is looked at before it is carried out is read once. A cache, and no part of the state. */
function onceEach(parseSql: ParseSql): ParseSql {
  let known: { text: string; dialect: Dialect; parsed: Parsed[] } | null = null
  return (text, dialect) => {
    if (known?.text !== text || known.dialect !== dialect) {
      known = { text, dialect, parsed: parseSql(text, dialect) }
    }
    return known.parsed
  }
}

function because(key: string, parameters: Reason['parameters']): Reason {
  return { key: `reason.${key}`, parameters }
}

/** J1: null when it can be carried out. */
function validate(door: SqlDoor, world: World, { session, on, text }: RunSql): Reason | null {
  const isNamed = session.length >= 1 && session.length <= longestName
  if (!isNamed) return because('sqlSession', { most: longestName })
  if (text.length > mostCharacters) {
    return because('sqlTooLong', { length: text.length, most: mostCharacters })
  }
  return (
    refusePlace(world, on) ??
    refuseSession(world, session) ??
    refuseTables(door, world) ??
    refuseCount(door.parseSql(text, world.setup.dialect))
  )
}

function refusePlace({ instances, multiMaster }: World, on: string | undefined): Reason | null {
  const names = multiMaster === null ? ['cluster', 'reader'] : ['cluster']
  const places = [...names, ...instances.map(({ id }) => id)]
  return on === undefined || places.includes(on) ? null : because('sqlPlace', { on })
}

function refuseSession({ sql }: World, session: string): Reason | null {
  const clients = sql?.clients ?? []
  const known = clients.find(({ name }) => name === session)
  if (!known) {
    return clients.length < mostConsoles ? null : because('sqlSessions', { most: mostConsoles })
  }
  if (known.queue.length < mostQueued) return null
  return because('sqlWaiting', { session, most: mostQueued })
}

function refuseTables(door: SqlDoor, world: World): Reason | null {
  const problem = world.sql === null ? problemOfTables(world, door) : null
  return problem && because('sqlTables', problem)
}

function refuseCount({ length }: Parsed[]): Reason | null {
  if (length === 0) return because('sqlNothing', {})
  if (length <= mostStatements) return null
  return because('sqlTooMany', { statements: length, most: mostStatements })
}

function give(door: SqlDoor, ctx: Context, { session, on, text }: RunSql): void {
  const sql = awaken(ctx, door)
  const index = consoleNamed(sql, session)
  for (const [place, parsed] of door.parseSql(text, ctx.world.setup.dialect).entries()) {
    note(ctx, sql, { parsed, client: index, on: place === 0 ? (on ?? null) : null })
  }
  letGo(sql)
  sendNext(ctx, index)
}

function consoleNamed({ clients }: SqlWorld, name: string): number {
  const known = clients.findIndex(client => client.name === name)
  if (known >= 0) return known
  clients.push({
    name,
    route: 'cluster',
    target: 0,
    connection: 0,
    isConnected: false,
    isLost: false,
    running: 0,
    queue: [],
    heardAt: 0,
    isAsked: false,
    isWatched: false,
  })
  return clients.length - 1
}

interface Noted {
  parsed: Parsed
  client: number
  on: string | null
}

function note({ world, cause }: Context, sql: SqlWorld, { parsed, client, on }: Noted): void {
  const number = sql.firstKept + sql.statements.length
  const { name, queue } = sql.clients[client]!
  const { text } = parsed
  const times = { submittedAt: world.now, finishedAt: null }
  sql.statements.push({
    number,
    client,
    on,
    statement: parsed.ok ? parsed.statement : null,
    error: parsed.ok ? null : parsed.error,
    answer: null,
    record: Object.freeze({ session: name, on: '', text, ...times, status: 'waiting' }),
    fact: cause,
  })
  queue.push(number)
}

/** Once they are over. */
function letGo(sql: SqlWorld): void {
  const { statements } = sql
  if (statements.length < mostKept + keptAtOnce) return
  const open = statements.findIndex(({ record }) => record.finishedAt === null)
  const most = statements.length - mostKept
  const count = Math.min(most, open < 0 ? most : open)
  sql.statements = statements.slice(count)
  sql.firstKept += count
}
