/** The selection of the page as a thing of this window: `message:77` or `fact:19`. */
import type { TargetId } from '../../engine/contract/ids.ts'
import type { SpaceMark, SpaceMessage, SpacetimeAnswer } from '../../engine/contract/spacetime.ts'

export type Thing = { kind: 'message'; message: SpaceMessage } | { kind: 'mark'; mark: SpaceMark }

export function chosenIn(
  { messages, marks }: Pick<SpacetimeAnswer, 'messages' | 'marks'>,
  selection: TargetId | null,
): Thing | null {
  const [kind, id] = selection?.split(':') ?? []
  const message = kind === 'message' && messages.find(each => each.id === Number(id))
  if (message) return { kind: 'message', message }
  const mark = kind === 'fact' && marks.find(({ fact }) => fact.id === Number(id))
  return mark ? { kind: 'mark', mark } : null
}

export function selectionOf(thing: Thing): TargetId {
  return thing.kind === 'message' ? `message:${thing.message.id}` : `fact:${thing.mark.fact.id}`
}
