/**
 * The window of the space-time diagram: the state before it is regained from a checkpoint, and the
 * window is gone over event by event with a recorder. Nothing of it is kept afterwards.
 */
import type { Fact, FactKey } from '../engine/contract/facts.ts'
import type { SpacetimeAnswer, SpacetimeQuestion } from '../engine/contract/spacetime.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { Machine, RecordWindow, WindowRecorder } from './engineDoor.ts'
import { isNotable } from './isNotable.ts'
import type { Timeline } from './timeline.ts'
import { onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

/** More cannot be told apart, and would take long to draw. */
export const mostMessages = 3_000
const eventsBetweenYields = 100

/** Beside the notable facts: those by which commits and decisions are seen. */
const told: readonly FactKey[] = [
  'TransactionCommitted',
  'CommitWritten',
  'VdlAdvanced',
  'VoteGiven',
  'ProposalAccepted',
  'ProposalRefused',
  'StatementAnswered',
]

function isMarked({ fact }: Fact): boolean {
  return isNotable(fact) || told.includes(fact)
}

/** At least the end of the window is asked for; an empty one answers with what is under way. */
export function* spacetimeAt(
  recordWindow: RecordWindow,
  timeline: Timeline,
  { from, to, at }: SpacetimeQuestion,
): Work<SpacetimeAnswer> {
  const begin = Math.max(1, Math.floor(from))
  const { machine } = yield* walk(timeline, onlyState(begin - 1))
  const recorder = recordWindow(machine, isMarked)
  machine.listen(fact => recorder.hear(fact), true)
  const commands = timeline.branch.commands.filter(each => each.at >= begin && each.at <= to)
  const known = { from: begin, to, isShortened: false }
  for (let events = 1; ; events++) {
    const instant = Math.min(machine.nextAt(), commands[0]?.at ?? Number.POSITIVE_INFINITY)
    if (machine.broken() || instant > to) break
    if (recorder.count() > mostMessages && !leaveOut(recorder, known, { instant, at })) break
    stepOn(machine, recorder, { instant, command: commands })
    if (events % eventsBetweenYields === 0) yield eventsBetweenYields
  }
  return { ...known, ...recorder.end() }
}

/** Before the instant looked at the oldest go; after it the window ends here: then false. */
function leaveOut(
  recorder: WindowRecorder,
  known: Pick<SpacetimeAnswer, 'from' | 'to' | 'isShortened'>,
  { instant, at }: { instant: Micros; at: Micros },
): boolean {
  known.isShortened = true
  if (instant > at) known.to = instant - 1
  else known.from = recorder.forgetOlder()
  return instant <= at
}

/** Commands of an instant follow its events. */
function stepOn(
  machine: Machine,
  recorder: WindowRecorder,
  { instant, command }: { instant: Micros; command: Timeline['branch']['commands'] },
): void {
  if (machine.nextAt() <= instant) {
    machine.runUntil(instant, 1)
    return recorder.note('event')
  }
  machine.runUntil(instant, 1)
  machine.apply(command.shift()!.command)
  recorder.note('command')
}
