/** The messages on their way in words, those that arrive first before the others. */
import type { ActorId } from '../../../engine/contract/ids.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { messageWord } from '../../../words/messageWords.ts'
import { messageNumbers } from '../../canvas/messageLook.ts'
import { byteOf, movingRows, numberOf, wordOf } from '../../canvas/movingRows.ts'

export interface MessageUnderWay {
  id: number
  /** What it is, in a word or a few. */
  word: string
  from: ActorId
  to: ActorId
  arrivesAt: Micros
}

const kindNames = new Map(Object.entries(messageNumbers).map(([kind, number]) => [number, kind]))

export function messagesUnderWay(moving: ArrayBuffer, actors: ActorId[]): MessageUnderWay[] {
  const { count, numbers, bytes, words } = movingRows(moving)
  const messages: MessageUnderWay[] = []
  for (let row = 0; row < count; row++) {
    const number = numberOf(row)
    messages.push({
      id: numbers[number] ?? 0,
      word: messageWord(kindNames.get(bytes[byteOf(row)] ?? 0) ?? 'message'),
      from: actors[words[wordOf(row)] ?? 0] ?? '',
      to: actors[words[wordOf(row) + 1] ?? 0] ?? '',
      arrivesAt: numbers[number + 2] ?? 0,
    })
  }
  return messages.sort((one, other) => one.arrivesAt - other.arrivesAt || one.id - other.id)
}
