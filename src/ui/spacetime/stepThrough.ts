/**
 * Moves from thing to thing by arrow keys: right and left as time goes, up to the message that
 * came last before this one was sent, down to the first that was sent after it came.
 */
import type { SpaceMark, SpaceMessage } from '../../engine/contract/spacetime.ts'
import type { Thing } from './chosenIn.ts'

interface Shown {
  messages: SpaceMessage[]
  marks: SpaceMark[]
}

function startOf(thing: Thing): number {
  return thing.kind === 'mark' ? thing.mark.fact.at : thing.message.sentAt
}

function nameOf(thing: Thing): string {
  return thing.kind === 'mark' ? `f${thing.mark.fact.id}` : `m${thing.message.id}`
}

function inOrder({ messages, marks }: Shown): Thing[] {
  const things: Thing[] = [
    ...messages.map((message): Thing => ({ kind: 'message', message })),
    ...marks.map((mark): Thing => ({ kind: 'mark', mark })),
  ]
  return things.sort((a, b) => startOf(a) - startOf(b))
}

/** Null when there is none in that direction. */
export function stepThrough(shown: Shown, thing: Thing | null, key: string): Thing | null {
  const things = inOrder(shown)
  if (thing === null) return things[0] ?? null
  const place = things.findIndex(each => nameOf(each) === nameOf(thing))
  if (key === 'ArrowRight') return things[place + 1] ?? null
  if (key === 'ArrowLeft') return things[place - 1] ?? null
  return key === 'ArrowUp' ? before(shown.messages, thing) : after(shown.messages, thing)
}

function before(messages: SpaceMessage[], thing: Thing): Thing | null {
  const [actor, order] =
    thing.kind === 'mark'
      ? [thing.mark.actor, thing.mark.order]
      : [thing.message.from, thing.message.sentOrder]
  const message = messages
    .filter(({ to, endOrder }) => to === actor && endOrder !== null && endOrder <= (order ?? -1))
    .reduce<SpaceMessage | null>((a, b) => ((a?.endOrder ?? -1) > (b.endOrder ?? -1) ? a : b), null)
  return message && { kind: 'message', message }
}

function after(messages: SpaceMessage[], thing: Thing): Thing | null {
  const [actor, order] =
    thing.kind === 'mark'
      ? [thing.mark.actor, thing.mark.order]
      : [thing.message.to, thing.message.endOrder]
  if (order === null) return null
  const message = messages.find(
    ({ from, sentOrder }) => from === actor && sentOrder !== null && sentOrder >= order,
  )
  return message ? { kind: 'message', message } : null
}
