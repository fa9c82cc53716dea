/**
 * What an actor knows at an instant, regained by going over the time before it with an ear at that
 * actor. Who is silent for longer than that is looked for once more, further back.
 */
import type { ActorId } from '../engine/contract/ids.ts'
import type { Knowledge } from '../engine/contract/knowledge.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { HearAt } from './engineDoor.ts'
import type { Timeline } from './timeline.ts'
import { follow, onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

const lookBack: Micros = 2_000_000
const lookFurther: Micros = 30_000_000

/** Null when there is no such actor, or one that keeps nothing of the volume. */
export function* knowledgeAt(
  hearAt: HearAt,
  timeline: Timeline,
  actor: ActorId,
  at: Micros,
): Work<Knowledge | null> {
  const known = yield* since(hearAt, timeline, actor, { from: at - lookBack, at })
  if (known === null || known.from === 0 || !misses(known)) return known
  return yield* since(hearAt, timeline, actor, { from: at - lookFurther, at })
}

function misses({ others }: Knowledge): boolean {
  return others.some(({ isSilent, isSuspected, heard }) => !heard && (isSilent || isSuspected))
}

function* since(
  hearAt: HearAt,
  timeline: Timeline,
  actor: ActorId,
  { from: wished, at }: { from: Micros; at: Micros },
): Work<Knowledge | null> {
  const from = Math.max(0, wished)
  const { machine } = yield* walk(timeline, onlyState(from))
  const ear = hearAt(machine, actor)
  if (ear === null) return null
  const commands = timeline.branch.commands.filter(each => each.at > from)
  yield* follow(machine, commands, at)
  return ear(from)
}
