/**
 * What stands inside a thing of the stage at the instant shown. A copy and a page are looked at as
 * they stand; a transaction is looked for near the instant named with it, and the time from its
 * beginning to its end is gone over once more, event by event. Nothing of it is kept.
 */
import type { Fact } from '../engine/contract/facts.ts'
import type { Inside, InsideSubject } from '../engine/contract/inside.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { LookInside, Machine, WindowRecorder } from './engineDoor.ts'
import type { Timeline } from './timeline.ts'
import { follow, onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

/** Its beginning lies at most so long before the instant at which it was seen. */
const lookBack: Micros = 2_000_000
/** Looked through at a time until its end is found. */
const stride: Micros = 50_000
/** Of what lasts longer the beginning is left out. */
const longest: Micros = 1_000_000
/** Its request is on its way before it begins. */
const before: Micros = 3_000
/** Copies answer, and other writers are told, for a while after its end. */
const after: Micros = 5_000
const afterAmongWriters: Micros = 60_000
/** More would take long to draw. */
const mostMessages = 20_000
const eventsBetweenYields = 100

export function* insideAt(
  look: LookInside,
  timeline: Timeline,
  subject: InsideSubject,
  at: Micros,
): Work<Inside | null> {
  const [, number, seen] = /^transaction:(\d+)(?:@(\d+))?$/.exec(subject) ?? []
  if (number === undefined) return look.insideOf(timeline.machine, subject)
  const transaction = Number(number)
  const seenAt = Math.min(at, Number(seen ?? at))
  const { from, to } = yield* courseOf(look, timeline, { transaction, seenAt, at })
  return yield* ladderAt(look, timeline, { transaction, from, to, at })
}

interface Course {
  from: Micros
  to: Micros
}

/** From a moment before it began to one after its end, or to the instant shown. */
function* courseOf(
  { isOwn }: LookInside,
  timeline: Timeline,
  { transaction, seenAt, at }: { transaction: number; seenAt: Micros; at: Micros },
): Work<Course> {
  const first = Math.max(1, seenAt - lookBack)
  const { machine } = yield* walk(timeline, onlyState(first - 1))
  const own: Fact[] = []
  machine.listen(fact => void (isOwn(fact, transaction) && own.push(fact)), true)
  const commands = timeline.branch.commands.filter(each => each.at >= first)
  let looked = first - 1
  while (looked < at && !machine.broken() && !own.some(isEnd)) {
    const next = Math.min(at, looked + stride)
    const due = commands.filter(each => each.at > looked && each.at <= next)
    yield* follow(machine, due, next)
    looked = next
  }
  const began = own[0]?.at ?? seenAt
  const ended = own.find(isEnd)?.at ?? at
  const tail = timeline.setup.topology === 'multi-master' ? afterAmongWriters : after
  const to = Math.min(at, ended + tail)
  return { from: Math.max(1, began - before, to - longest), to }
}

const ends: readonly Fact['fact'][] = [
  'TransactionCommitted',
  'TransactionRolledBack',
  'ConnectionLost',
  'SqlTransactionEnded',
]

function isEnd({ fact }: Fact): boolean {
  return ends.includes(fact)
}

function* ladderAt(
  look: LookInside,
  timeline: Timeline,
  { transaction, from, to, at }: Course & { transaction: number; at: Micros },
): Work<Inside> {
  const { machine } = yield* walk(timeline, onlyState(from - 1))
  const recorder = look.record(machine, fact => look.isTold(fact, transaction))
  machine.listen(fact => recorder.hear(fact), true)
  const commands = timeline.branch.commands.filter(each => each.at >= from && each.at <= to)
  let isShortened = to - from >= longest
  for (let events = 1; !machine.broken(); events++) {
    const instant = Math.min(machine.nextAt(), commands[0]?.at ?? Number.POSITIVE_INFINITY)
    if (instant > to) break
    if (recorder.count() > mostMessages) {
      recorder.forgetOlder()
      isShortened = true
    }
    stepOn(machine, recorder, { instant, commands })
    if (events % eventsBetweenYields === 0) yield eventsBetweenYields
  }
  return look.ladderOf(machine, { ...recorder.end(), transaction }, { at, isShortened })
}

/** Commands of an instant follow its events. */
function stepOn(
  machine: Machine,
  recorder: WindowRecorder,
  { instant, commands }: { instant: Micros; commands: Timeline['branch']['commands'] },
): void {
  const isEvent = machine.nextAt() <= instant
  machine.runUntil(instant, 1)
  const given = isEvent ? undefined : commands.shift()
  if (given !== undefined) machine.apply(given.command)
  recorder.note(given === undefined ? 'event' : 'command')
}
