/** Each step of a *why* is somewhere on the stage. */
import { expect, test } from 'vitest'
import type { Cause } from '../../../engine/contract/cause.ts'
import { placesOf } from './placesOf.ts'

function step(parameters: Cause['parameters'], subject: string | null = null): Cause {
  return { key: 'k', parameters, depth: 0, tone: 'plain', at: 0, fact: 1, subject }
}

test.each<[string, Cause, string[]]>([
  ['a subject that is drawn', step({}, 'segment:pg1/a1'), ['pg1/a1']],
  ['a capacity at its instance', step({}, 'capacity:w1'), ['w1']],
  ['a group', step({}, 'group:pg2'), ['pg2']],
  [
    'a fact by its copies',
    step({ segments: ['pg1/a1', 'pg1/b1'] }, 'fact:1'),
    ['pg1/a1', 'pg1/b1'],
  ],
  ['an answer at its copy', step({ segment: 'pg1/c2', proposal: 3 }, 'fact:2'), ['pg1/c2']],
  [
    'a change and its writer',
    step({ proposal: 3, transaction: 5, instance: 'w2', page: 0 }, 'fact:3'),
    ['proposal:3', 'transaction:5', 'w2'],
  ],
  ['a command at its target', step({ do: 'InjectFault', target: 'node-a1' }), ['node-a1']],
  ['a demand at whom it moves', step({ do: 'SetDemand', workload: 'crowd' }), ['crowd', 'w9']],
  [
    'a message at both ends',
    step({ from: 'w1', to: 'node-a1' }),
    ['w1', 'node-a1', 'w1<>node-a1', 'node-a1<>w1'],
  ],
  [
    'a capacity change at its instance, not by its numbers',
    step({ from: 2, instance: 'w1' }),
    ['w1'],
  ],
  ['what concerns the volume at the writer', step({ vdl: 12 }, 'fact:9'), ['w9']],
])('%s', (_, cause, places) => {
  expect(placesOf(cause, { writers: ['w9'], drawsChanges: true })).toEqual(places)
})

test('with one writer no change is drawn: its group is, or the writer', () => {
  const one = { writers: ['w1'], drawsChanges: false }
  expect(placesOf(step({ transaction: 5, lsn: 20, group: 'pg1' }, 'fact:1'), one)).toEqual(['pg1'])
  expect(placesOf(step({ transaction: 5 }, 'transaction:5'), one)).toEqual(['w1'])
})
