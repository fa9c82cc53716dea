/** The words beside the marks of the timeline. */
import { expect, test } from 'vitest'
import type { Mark } from '../../workers/api.ts'
import { markWords } from './markWords.ts'

function mark(shape: Mark['shape'], fault = '', target = ''): Mark {
  const parameters = { fault, target }
  return { at: 0, fact: 1, until: null, shape, key: 'fact.X', parameters }
}

test.each([
  [mark('fault', 'AzOutage', 'az-c'), 'zone c out'],
  [mark('fault', 'NodeCrash', 'node-a1'), 'a1 down'],
  [mark('heal', 'SlowNode', 'node-b2'), 'b2 fast again'],
  [mark('heal', 'LinkCut', 'w1<>node-c1'), 'link whole'],
  [mark('stall'), 'commits wait'],
])('%j', (one, word) => {
  expect(markWords([one], one)[0]).toBe(word)
})

test('several in one place: all of them, else the worst and how many more', () => {
  const [fault, stall] = [mark('fault', 'NodeCrash', 'node-a1'), mark('stall')]
  expect(markWords([fault, stall], stall)).toEqual([
    'a1 down, commits wait',
    'commits wait +1',
    'commits wait +1',
  ])
})

test('what has no shape of its own has its own words', () => {
  const of = (fact: string): Mark => ({
    ...mark('scale'),
    key: `fact.${fact}`,
    parameters: { instance: 'w1' },
  })
  const words = ['OutOfMemory', 'MigrationBegan', 'ClusterStopped'].map(fact => of(fact))
  expect(words.map(one => markWords([one], one)[0])).toEqual([
    'w1 out of memory',
    'w1 moves live',
    'stopped',
  ])
})
