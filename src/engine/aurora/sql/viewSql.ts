/**
 * What a frame shows of typed SQL: sessions and what keeps them, locks and who waits for whom, read
 * views, tables; and the sentence that goes with it while all else is calm. Lists are bounded.
 */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { LockView, SqlSessionView, SqlView, WaitView } from '../../contract/sqlView.ts'
import { transactionPhase } from '../database/transactions.ts'
import type { Lock } from '../relations/locks/lockTypes.ts'
import { holdersOf } from '../relations/locks/waitsFor.ts'
import { tableSummaries } from '../relations/questions/tableSummaries.ts'
import type { Session } from '../relations/sessions/sessionTypes.ts'
import type { World } from '../world.ts'
import { isResting } from './isSettled.ts'
import { waitAmongWriters } from '../mmsql/waitAmongWriters.ts'
import { readAge } from './readAge.ts'
import { typedNumber } from './sqlPlaces.ts'
import type { Client, SqlPlace, SqlWorld } from './sqlWorld.ts'

const mostLocks = 200
const mostViews = 50

export function viewSql(world: World, frame: Frame): void {
  const { sql } = world
  if (sql === null) {
    if (world.setup.script.some(({ command }) => command.do === 'RunSql')) invite(frame)
    return
  }
  const locks = sql.places.flatMap((place, index) => {
    const on = sql.several && { on: world.instances[index]!.id }
    return locksOf(sql, place).map(lock => ({ ...lock, ...on }))
  })
  frame.sql = {
    dialect: world.setup.dialect,
    sessions: sql.clients.map((client, index) => sessionOf(world, sql, client, index)),
    locks: locks.slice(0, mostLocks),
    lockCount: locks.length,
    waits: sql.places.flatMap(place => waitsOf(sql, place)),
    readViews: viewsOf(sql),
    tables: tableSummaries(sql.relations),
    lastCycle: lastCycleOf(sql),
  }
  speak(frame, frame.sql)
}

function lastCycleOf({ places }: SqlWorld): SqlView['lastCycle'] {
  const cycles = places.flatMap(({ desk }) => desk.lastDeadlock ?? [])
  return cycles.reduce<SqlView['lastCycle']>(
    (newest, cycle) => (newest === null || cycle.at > newest.at ? cycle : newest),
    null,
  )
}

function viewsOf({ relations }: SqlWorld): SqlView['readViews'] {
  const views = [...relations.views.values()].slice(0, mostViews)
  return views.map(({ session, upTo, takenAt }) => ({ session, upTo, takenAt }))
}

/** The session that runs a transaction, by its number; empty when it is gone. */
function nameOf({ relations }: SqlWorld, transaction: number): string {
  return relations.open.get(transaction)?.session ?? ''
}

function locksOf(sql: SqlWorld, { desk }: SqlPlace): LockView[] {
  const all = [...desk.locks.byResource.values()].flat()
  return all.sort((one, other) => one.number - other.number).map(lock => lockView(sql, lock))
}

function lockView(sql: SqlWorld, lock: Lock): LockView {
  const { transaction, table, index, key, isGranted, page } = lock
  const session = nameOf(sql, transaction)
  return { session, transaction, table, index, key, mode: modeOf(lock), isGranted, page }
}

const parts = { whole: '', record: ', record', gap: ', gap', nextKey: ', next key' } as const

function modeOf({ mode, part }: Lock): string {
  return part === 'insertIntention' ? `${mode}, insert intention` : mode + parts[part]
}

function waitsOf(sql: SqlWorld, { desk }: SqlPlace): WaitView[] {
  return [...desk.locks.waits.keys()].flatMap(transaction => {
    const wish = wishOf(desk.locks, transaction)
    if (!wish) return []
    const session = nameOf(sql, transaction)
    const asked = { resource: resourceOf(wish), mode: modeOf(wish), since: wish.since }
    return holdersOf(desk.locks, transaction).map(holder => ({
      session,
      holder: nameOf(sql, holder),
      ...asked,
    }))
  })
}

function wishOf({ waits, byResource }: SqlPlace['desk']['locks'], transaction: number) {
  const queue = byResource.get(waits.get(transaction) ?? '') ?? []
  return queue.find(lock => lock.transaction === transaction && !lock.isGranted)
}

function resourceOf({ table, index, key }: Lock): string {
  return [table, index, key].filter(part => part !== '').join(' ')
}

function sessionOf(world: World, sql: SqlWorld, client: Client, index: number): SqlSessionView {
  const { running, target, name, connection } = client
  const place = sql.places[target]!
  const known = place.connections.find(its => its.client === index && its.number === connection)
  const session = place.desk.sessions.get(known?.session ?? 0)
  const typed = typedNumber(sql, running)
  const waitsFor = running > 0 ? waitsForOf(world, sql, client, index) : null
  const transaction = session?.transaction ?? null
  return {
    name,
    on: connection > 0 ? world.instances[target]!.id : '',
    isolation: transaction?.isolation ?? session?.isolation ?? isolationByDefault(world),
    state: stateOf(client, session, waitsFor),
    transaction: transaction?.number ?? 0,
    text: typed?.record.text ?? '',
    since: typed?.record.submittedAt ?? session?.since ?? 0,
    waitsFor,
    rowsChanged: sql.relations.open.get(transaction?.number ?? 0)?.changes.length ?? 0,
    lastError: session?.lastError ?? null,
    ...(sql.several && { consistency: session?.consistency ?? 'INSTANCE_RAW' }),
    ...(sql.several && readAge(sql, index)),
  }
}

function isolationByDefault({ setup }: World): SqlSessionView['isolation'] {
  return setup.dialect === 'postgresql-16' ? 'read committed' : 'repeatable read'
}

function stateOf(
  { running, isLost }: Client,
  session: Session | undefined,
  waitsFor: SqlSessionView['waitsFor'],
): SqlSessionView['state'] {
  if (isLost) return 'lost'
  if (running > 0) return waitsFor === null ? 'running' : 'waiting'
  if (session?.transaction?.isAborted) return 'aborted'
  return session?.transaction?.isExplicit ? 'inTransaction' : 'idle'
}

type WaitsFor = SqlSessionView['waitsFor']

function waitsForOf(world: World, sql: SqlWorld, client: Client, index: number): WaitsFor {
  const { connections, desk } = sql.places[client.target]!
  const known = connections.find(its => its.client === index && its.running === client.running)
  if (!known || known.slot < 0) return { what: 'network', resource: '', holders: [] }
  const { transactions } = world.instances[client.target]!.memory
  const session = desk.sessions.get(known.session)
  if (known.proposing && transactions.phase[known.slot] === heldBack) {
    return waitAmongWriters(world, known.proposing)
  }
  if (isResting(known, session)) return restOf(sql, desk, session)
  const what = byPhase[transactions.phase[known.slot]!] ?? 'cpu'
  return { what, resource: '', holders: [] }
}

const { reading, heldBack, parked } = transactionPhase

const byPhase: Record<number, 'page' | 'room' | 'durable'> = {
  [reading]: 'page',
  [heldBack]: 'room',
  [parked]: 'durable',
}

function restOf(
  sql: SqlWorld,
  { locks }: SqlPlace['desk'],
  session: Session | undefined,
): WaitsFor {
  const transaction = session?.transaction?.number ?? 0
  const wish = wishOf(locks, transaction)
  if (!wish) return { what: 'sleep', resource: '', holders: [] }
  const holders = holdersOf(locks, transaction).map(holder => nameOf(sql, holder))
  return { what: 'lock', resource: resourceOf(wish), holders }
}

/** What is broken or lacking is more urgent. */
function isCalm({ lights, caption, faults }: Frame): boolean {
  const isSafe = lights.commits.state === 'on' && lights.dataSafe.state === 'on'
  return isSafe && faults.length === 0 && !/(AtRisk|Waits)$|^serverlessV1/.test(caption.key)
}

/** In a story of statements the next thing to do is to type. */
function invite(frame: Frame): void {
  if (!isCalm(frame)) return
  frame.glowing = null
  frame.hint = { key: 'sql.hint.type', parameters: {} }
}

function speak(frame: Frame, sql: SqlView): void {
  if (!isCalm(frame)) return
  invite(frame)
  const spoken = phraseOf(sql)
  if (spoken === null) return
  frame.caption = spoken.caption
  frame.hint = spoken.hint
}

function phraseOf({ sessions, waits }: SqlView): { caption: Phrase; hint: Phrase } | null {
  const [first] = waits
  if (first) {
    const { session } = first
    const holders = waits.filter(wait => wait.session === session).map(({ holder }) => holder)
    const caption = { key: 'sql.caption.waits', parameters: { session, holders } }
    return { caption, hint: { key: 'sql.hint.waits', parameters: {} } }
  }
  const open = sessions.filter(({ state }) => state === 'inTransaction').length
  if (open === 0) return null
  const caption = { key: 'sql.caption.open', parameters: { sessions: open } }
  return { caption, hint: { key: 'sql.hint.open', parameters: {} } }
}
