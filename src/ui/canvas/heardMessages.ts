/** What is under way, in words: how many messages, and of which kinds, most first. */
import { messageWord } from '../../words/messageWords.ts'
import { messageNumbers } from './messageLook.ts'
import { byteOf, movingRows } from './movingRows.ts'

const kindNames = new Map(Object.entries(messageNumbers).map(([kind, number]) => [number, kind]))

/** More kinds than these are summed up. */
const most = 6

function countKinds(moving: ArrayBuffer): [string, number][] {
  const { count, bytes } = movingRows(moving)
  const counts = new Map<string, number>()
  for (let row = 0; row < count; row++) {
    const word = messageWord(kindNames.get(bytes[byteOf(row)] ?? 0) ?? 'message')
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
}

export function heardMessages(moving: ArrayBuffer): string {
  const counts = countKinds(moving)
  if (counts.length === 0) return 'Messages under way: none'
  const rest = counts.slice(most).reduce((total, [, count]) => total + count, 0)
  const named = counts.slice(0, most).map(([word, count]) => `${word} ${count}`)
  return `Messages under way: ${[...named, ...(rest === 0 ? [] : [`others ${rest}`])].join(', ')}`
}
