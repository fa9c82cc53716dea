/** Stretches of time on a rung of the ladder, from messages and their answers. */
import type { Stretch } from '../../contract/inside.ts'
import type { SpaceMessage } from '../../contract/spacetime.ts'

/** A message on its way; `until` null = at the end of the window it has not arrived. */
export function travel(message: SpaceMessage, what: 'travel' | 'back'): Stretch {
  const { sentAt: since, arrivesAt, endOrder, fate } = message
  const isLost = endOrder !== null && fate !== 'delivered'
  return { what: isLost ? 'lost' : what, since, until: endOrder === null ? null : arrivesAt }
}

/** There, on its disk, and back: what a copy does with what a writer sends. */
export function thereAndBack(asked: SpaceMessage, answer: SpaceMessage | undefined): Stretch[] {
  const there = travel(asked, 'travel')
  if (there.until === null || there.what === 'lost') return [there]
  const disk: Stretch = { what: 'disk', since: there.until, until: answer?.sentAt ?? null }
  return answer === undefined ? [there, disk] : [there, disk, travel(answer, 'back')]
}

/** The first answer from where the message went to, after it arrived there. */
export function answerTo(
  asked: SpaceMessage,
  answers: readonly SpaceMessage[],
): SpaceMessage | undefined {
  const { to, group, endOrder } = asked
  if (endOrder === null) return undefined
  return answers.find(
    answer => answer.from === to && answer.group === group && (answer.sentOrder ?? -1) >= endOrder,
  )
}
