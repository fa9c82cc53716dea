/**
 * Sessions at several writers without a cluster: each writer has a desk, a cache of page versions
 * and what it has applied of the others' streams. A change of a page that is old in its writer's
 * cache is refused; nothing reaches another writer before the test says so.
 */
import type { IsolationLevel } from '../../../contract/sql.ts'
import type { ParseColumn, ParseSql } from '../../../contract/statement.ts'
import { advance, beginStatement, endCommit, type Place, takeWoken } from '../advance.ts'
import { createDesk } from '../createDesk.ts'
import { createRelations } from '../createRelations.ts'
import { refuse } from '../errors/refusal.ts'
import { conflictError } from '../errors/sqlError.ts'
import type { Host, Outcome, PageChange } from '../execution.ts'
import type { Relations } from '../relations.ts'
import { openSession } from '../sessions/sessions.ts'
import { noteFenced } from '../statements/defineFirst.ts'
import { noteSynced } from '../sessions/syncFirst.ts'
import { type BenchAnswer, shorten, usualSettings } from './sqlBench.ts'

interface Entry {
  /** Page and the version from which it was changed; page -1 = an end. */
  page: number
  base: number
}

interface Writer {
  place: Place
  cache: Map<number, number>
  stream: Entry[]
  applied: number[]
  lsn: number
  /** Sessions that undo what others have lost. */
  undoing: number[]
  numbers: Map<string, number>
  answers: Map<string, BenchAnswer>
}

export interface WritersBench {
  relations: Relations
  writers: Writer[]
  /** Runs a statement at a writer, 1 the first. */
  run(writer: number, session: string, text: string): BenchAnswer
  answerOf(writer: number, session: string): BenchAnswer
  /** Applies at `to` all that `from` has sent. */
  deliver(from: number, to: number): void
  deliverAll(): void
  /** Undoes what losers have left behind. */
  undoAll(): void
}

interface Options {
  writers: number
  parseSql: ParseSql
  parseColumn: ParseColumn
  isolation?: IsolationLevel
  undoesBehind?: boolean
  columns?: string[]
}

const firstPrivate = 1 << 24

/** The state that all writers share. */
interface Shared {
  versions: Map<number, number>
  lastPage: number
  lastTransaction: number
  now: number
}

function newestOf({ versions }: Shared, page: number): number {
  return versions.get(page) ?? 1
}

function cached(shared: Shared, { cache }: Writer, page: number): number {
  const known = cache.get(page) ?? newestOf(shared, page)
  cache.set(page, known)
  return known
}

/** Accepted if every page is the newest here; its undo reads them anew and is accepted always. */
function propose(shared: Shared, writer: Writer, changes: readonly PageChange[], isUndo: boolean) {
  const pages = changes.map(({ page }) => page).filter(page => page < firstPrivate)
  if (isUndo) for (const page of pages) writer.cache.delete(page)
  const old = pages.filter(page => cached(shared, writer, page) < newestOf(shared, page))
  for (const page of old) writer.cache.delete(page)
  if (old.length > 0) refuse(conflictError('mysql-5.6', 'staleBase'))
  for (const page of new Set(pages)) {
    const base = newestOf(shared, page)
    shared.versions.set(page, base + 1)
    writer.cache.set(page, base + 1)
    writer.stream.push({ page, base })
  }
  return ++writer.lsn
}

function hostOf(shared: Shared, all: Writer[], here: number, undoesBehind: boolean): Host {
  const writer = () => all[here]!
  return {
    get now() {
      return shared.now
    },
    set now(at) {
      shared.now = at
    },
    instance: `w${here + 1}`,
    readPoint: null,
    touchPage: page => page >= firstPrivate || cached(shared, writer(), page) > 0,
    nextTransaction: () => ++shared.lastTransaction,
    writeRedo: (_, changes, isUndo) => propose(shared, writer(), changes, isUndo),
    allocatePage: () => ++shared.lastPage,
    tell: () => undefined,
    peers: {
      here,
      reach: () => writer().applied,
      versionOf: page => cached(shared, writer(), page),
      isNewest: page => cached(shared, writer(), page) === newestOf(shared, page),
      undoPage: () => firstPrivate + here,
      noteOwner: () => undefined,
      ownedRowsWait: false,
      isBeingDefined: () => false,
      undoesBehind,
      leftBehind: session => writer().undoing.push(session),
    },
  } as Host
}

function deliver(all: Writer[], relations: Relations, from: number, to: number): void {
  const { stream } = all[from]!
  const { applied, cache } = all[to]!
  for (const { page, base } of stream.slice(applied[from])) {
    const version = cache.get(page)
    if (page < 0 || version === undefined || version > base) continue
    if (version < base) cache.delete(page)
    else cache.set(page, base + 1)
  }
  applied[from] = stream.length
  relations.lowestReach = all.map((_, origin) => Math.min(...all.map(w => reachOf(w, all, origin))))
}

function reachOf({ applied, place }: Writer, all: Writer[], origin: number): number {
  return place.host.peers!.here === origin ? all[origin]!.stream.length : applied[origin]!
}

function settle(all: Writer[], here: number, number: number, first: Outcome): void {
  const { place, stream, numbers, answers } = all[here]!
  let outcome = first
  while (outcome.state !== 'answered' && outcome.state !== 'lock') {
    if (outcome.state === 'commit') {
      stream.push({ page: -1, base: 0 })
      const mark = { origin: here, place: stream.length, at: place.host.now }
      outcome = endCommit(place, number, { lsn: ++all[here]!.lsn, mark })
    } else {
      if (outcome.state === 'ddl') noteFenced(place.desk, number)
      if (outcome.state === 'sync') catchUp(all, place, here, number)
      outcome = advance(place, number)
    }
  }
  const name = [...numbers].find(([, its]) => its === number)?.[0]
  if (outcome.state === 'answered' && name !== undefined) answers.set(name, shorten(outcome.answer))
  for (const woken of takeWoken(place.desk)) settle(all, here, woken, advance(place, woken))
}

function catchUp(all: Writer[], { relations, desk }: Place, here: number, number: number): void {
  for (let from = 0; from < all.length; from++)
    if (from !== here) deliver(all, relations, from, here)
  noteSynced(desk, number)
}

export function createWriters(options: Options): WritersBench {
  const { parseColumn, columns = ['id int primary key', 'value int'] } = options
  const shared: Shared = { versions: new Map(), lastPage: 1000, lastTransaction: 0, now: 0 }
  const definitions = columns.map(text => {
    const parsed = parseColumn(text, 'mysql-5.6')
    if (!parsed.ok) throw new Error(parsed.error.message)
    return parsed.definition
  })
  const test = { name: 'test', rows: 2, rowsPerPage: 1, firstPage: 0, indexes: [] }
  const setup = { ...test, columns: definitions }
  const relations = createRelations('mysql-5.6', [setup], () => ++shared.lastPage)
  const writers: Writer[] = []
  for (let here = 0; here < options.writers; here++) {
    const host = hostOf(shared, writers, here, options.undoesBehind ?? true)
    writers.push({
      place: { relations, desk: createDesk(usualSettings), host },
      cache: new Map(),
      stream: [],
      applied: Array.from({ length: options.writers }, () => 0),
      lsn: 0,
      undoing: [],
      numbers: new Map(),
      answers: new Map(),
    })
    for (let page = 0; page < 4; page++) writers[here]!.cache.set(page, 1)
  }
  return benchOf(options, shared, relations, writers)
}

function benchOf(options: Options, shared: Shared, relations: Relations, writers: Writer[]) {
  const bench: WritersBench = {
    relations,
    writers,
    run(writer, session, text) {
      const { place, numbers, answers } = writers[writer - 1]!
      const { desk } = place
      const isolation = options.isolation ?? 'repeatable read'
      const number =
        numbers.get(session) ?? openSession(relations, desk, session, { isolation, now: 0 })
      numbers.set(session, number)
      answers.delete(session)
      shared.now += 1000
      const [parsed] = options.parseSql(text, 'mysql-5.6')
      if (!parsed?.ok) throw new Error(`cannot read ${text}`)
      const { statement } = parsed
      beginStatement(relations, desk, number, { statement, text, now: shared.now })
      settle(writers, writer - 1, number, advance(place, number))
      return bench.answerOf(writer, session)
    },
    answerOf: (writer, session) => writers[writer - 1]!.answers.get(session) ?? { waits: true },
    deliver: (from, to) => deliver(writers, relations, from - 1, to - 1),
    deliverAll() {
      for (const from of writers.keys()) {
        for (const to of writers.keys()) if (from !== to) deliver(writers, relations, from, to)
      }
    },
    undoAll() {
      for (const [here, { undoing, place }] of writers.entries()) {
        for (const number of undoing.splice(0))
          settle(writers, here, number, advance(place, number))
      }
    },
  }
  return bench
}
