/** Messages under way in words: most first, many kinds summed up. */
import { expect, it } from 'vitest'
import { heardMessages } from './heardMessages.ts'
import { messageNumbers } from './messageLook.ts'
import { movingBuffer } from './testing/movingBuffer.ts'

function heard(...kinds: (keyof typeof messageNumbers)[]): string {
  const messages = kinds.map(kind => ({ from: 'w1', to: 'a1', kind: messageNumbers[kind] }))
  return heardMessages(movingBuffer(['w1', 'a1'], messages))
}

it('counts each kind by its word, most first', () => {
  expect(heard('WriteAck', 'WriteRedo', 'WriteRedo')).toBe(
    'Messages under way: redo records 2, acknowledgement 1',
  )
})

it('sums up what is beyond six kinds', () => {
  const common = ['Request', 'Answer', 'WriteRedo', 'WriteAck', 'Gossip', 'ReadPage'] as const
  const text = heard(...common, ...common, 'PageAnswer', 'SclReport')
  expect(text).toMatch(/, others 2$/)
})

it('says that nothing is under way, also of a buffer that went back', () => {
  expect(heard()).toBe('Messages under way: none')
  expect(heardMessages(new ArrayBuffer(0))).toBe('Messages under way: none')
})
