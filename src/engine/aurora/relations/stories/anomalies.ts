/**
 * What a random run shows of the phenomena: reads that no committed state explains, and the
 * anomalies that a level may show, told from values that have one writer each.
 */
import {
  isRead,
  type Operation,
  perform,
  type Rows,
  type Run,
  serialOrder,
  type Trace,
} from './programs.ts'

/** Changes of a program that are known by their key; null = some are not. */
type Own = Map<number, number | null> | null

function addOwn(own: Own, one: Operation, sight: string): Own {
  if (own === null || isRead(one) || sight === 'changed 0' || sight === 'duplicate') return own
  if (one.do === 'set' || one.do === 'insert') return new Map(own).set(one.id, one.value)
  return one.do === 'delete' ? new Map(own).set(one.id, null) : null
}

function ownBefore({ program, sights }: Run, place: number): Own {
  const before = program.operations.slice(0, place)
  return before.reduce<Own>((own, one, at) => addOwn(own, one, sights[at] ?? ''), new Map())
}

function withOwn(state: Rows, own: NonNullable<Own>): Rows {
  const rows = new Map(state)
  for (const [id, value] of own) {
    if (value === null) rows.delete(id)
    else rows.set(id, value)
  }
  return rows
}

const hasSeen = (sight: string | undefined) => sight !== undefined && !sight.startsWith('error')

function readPlaces({ program, sights }: Run): number[] {
  return program.operations.flatMap((one, place) =>
    isRead(one) && hasSeen(sights[place]) ? [place] : [],
  )
}

/** PostgreSQL shows an own row beside one of its key that others have deleted since the view. */
function hidesOne({ program }: Run, own: NonNullable<Own>, state: Rows): boolean {
  const isOwn = (id: number) => own.has(id) && state.has(id)
  return program.operations.some(one => one.do === 'insert' && isOwn(one.id))
}

/**
 * Reads that differ from the committed rows of their instant with the program's own changes: the
 * instant of each statement, or for all that of the first read, or of the first statement.
 */
export function unexplainedReads(trace: Trace, instant: 'statement' | 'firstRead' | 'first') {
  return trace.runs.flatMap(run => {
    const places = readPlaces(run)
    return places.flatMap(place => {
      const at = { statement: place, firstRead: places[0]!, first: 0 }[instant]
      const own = ownBefore(run, place)
      const state = trace.states[run.commitsBefore[at]!]!
      if (own === null || hidesOne(run, own, state)) return []
      const expected = perform(withOwn(state, own), run.program.operations[place]!)
      return expected === run.sights[place] ? [] : [`${run.sights[place]} for ${expected}`]
    })
  })
}

const valuesIn = (sight: string) =>
  new Map(
    sight === ''
      ? []
      : sight.split(' ').map(pair => pair.split('=').map(Number) as [number, number]),
  )

function writerOf({ runs }: Trace, value: number): Run | null {
  const wrote = ({ program }: Run) =>
    program.operations.some(one => 'value' in one && one.value === value)
  return runs.find(wrote) ?? null
}

/** Somebody read a value that had never been committed. */
export function hasDirtyRead(trace: Trace): boolean {
  return trace.runs.some(run =>
    readPlaces(run).some(place => {
      const states = trace.states.slice(0, run.commitsAfter[place]! + 1)
      const known = new Set(states.flatMap(state => [...state.values()]))
      return [...valuesIn(run.sights[place]!).values()].some(value => {
        return !known.has(value) && writerOf(trace, value) !== run
      })
    }),
  )
}

/** What two reads of a program, with no change of its own between them, say of the same id. */
function comparisons(trace: Trace) {
  return trace.runs.flatMap(run => {
    const places = readPlaces(run)
    return places.flatMap((place, at) =>
      places.slice(at + 1).flatMap(later => compared(run, place, later)),
    )
  })
}

function compared({ program, sights }: Run, place: number, later: number) {
  const [one, other] = [program.operations[place]!, program.operations[later]!]
  const isQuiet = program.operations.slice(place, later).every(isRead)
  if (!isQuiet || one.do !== 'read' || other.do !== 'read') return []
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
  const [first, second] = [valuesIn(sights[place]!), valuesIn(sights[later]!)]
  const shared = [1, 2, 3, 4, 5].filter(id => id >= from && id <= to)
  return shared.map(id => ({ first: first.get(id), second: second.get(id) }))
}

export function hasFuzzyRead(trace: Trace): boolean {
  return comparisons(trace).some(
    ({ first, second }) => first !== undefined && second !== undefined && first !== second,
  )
}

export function hasPhantom(trace: Trace): boolean {
  return comparisons(trace).some(
    ({ first, second }) => (first === undefined) !== (second === undefined),
  )
}

/** Ids that a committed program set after it had read the value, with that value. */
function readAndSet({ program, sights, hasCommitted }: Run): Map<number, number> {
  const found = new Map<number, number>()
  if (!hasCommitted) return found
  const read = new Map<number, number>()
  for (const [place, one] of program.operations.entries()) {
    if (isRead(one)) for (const [id, value] of valuesIn(sights[place]!)) read.set(id, value)
    if (one.do !== 'set' || sights[place] !== 'changed 1' || !read.has(one.id)) continue
    if (!found.has(one.id)) found.set(one.id, read.get(one.id)!)
  }
  return found
}

export function hasLostUpdate({ runs }: Trace): boolean {
  const all = runs.map(readAndSet)
  return all.some((one, place) =>
    all.slice(place + 1).some(other => [...one].some(([id, value]) => other.get(id) === value)),
  )
}

function writtenKeys({ program, sights }: Run): number[] {
  return program.operations.flatMap((one, place) => {
    return 'id' in one && sights[place] === 'changed 1' ? [one.id] : []
  })
}

/** No serial order, though no row was changed by two. */
export function hasWriteSkew(trace: Trace): boolean {
  const committed = trace.runs.filter(({ hasCommitted }) => hasCommitted)
  if (committed.some(({ program }) => program.operations.some(one => one.do === 'setAbove')))
    return false
  const keys = committed.flatMap(run => [...new Set(writtenKeys(run))])
  return new Set(keys).size === keys.length && serialOrder(trace) === null
}
