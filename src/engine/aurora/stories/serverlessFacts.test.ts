/**
 * What a viewer can see of Aurora Serverless, fact by fact as the reference numbers them (C, V1,
 * V2), and the story, law or picture that shows each: a fact without one, or one whose test has
 * gone, is found here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..', '..', '..')
const folders = ['engine/aurora', 'engine/checkers', 'engine/formats', 'engine/scenarios', 'ui']

interface Fact {
  /** What is to be seen. */
  seen: string
  /** Beginning of the title of each test that shows it. */
  stories: string[]
}

const facts: Record<string, Fact> = {
  C1: {
    seen: 'memory and CPU are linked to a capacity',
    stories: [
      'S5: the same sessions get more done with more capacity',
      'S2: connections take memory: 1,000 of them need 4.5 ACU',
      'gives four times the capacity twice the radius',
    ],
  },
  C2: {
    seen: 'compute is gone, the volume stays and is paid for',
    stories: ['B5: asleep and waking it costs nothing but storage', 'B2, B3: paused for a month'],
  },
  C3: {
    seen: 'v1 is named as retired',
    stories: ['offers the listed steps of the range while it runs, and nothing of v2'],
  },
  'V1-1': {
    seen: 'listed steps by edition, one at a time',
    stories: ['E1, E3, E5, E8: a step at a time', 'E1: PostgreSQL goes from 64 to 192'],
  },
  'V1-2': {
    seen: 'defaults, and sliders that snap to the steps',
    stories: [
      'E2: the defaults of infrastructure tools',
      'has sliders for the range that know the listed steps of the edition only',
    ],
  },
  'V1-3': {
    seen: 'what triggers a step',
    stories: [
      'E1, E3, E5, E8: a step at a time',
      'E3, E9: connections above 90 % of what the present capacity admits want a step',
    ],
  },
  'V1-4': {
    seen: 'two countdown rings',
    stories: [
      'E4: after a step up none down for 900 s',
      'E4: by the rules of 2018 a step up waits',
      'shows both waits as rings with words',
      'a ring for each wait that counts down',
    ],
  },
  'V1-5': {
    seen: 'who is in the way, with the reason',
    stories: [
      'E5, E6, E7: an open transaction is named',
      'E5: a temporary table is in the way with its name',
      'E5: a lock of a whole table is in the way',
      'names who is in the way of the scaling point',
    ],
  },
  'V1-6': {
    seen: 'a countdown that shrinks; other times are refused',
    stories: ['E1, E6, E10, E12: %s', 'names who is in the way of the scaling point'],
  },
  'V1-7': {
    seen: 'rolled back, or forced with its losses',
    stories: [
      'E5, E6, E7: an open transaction is named, and the change is rolled back',
      'E7: forced, the transaction is aborted',
      'E7: forced, temporary tables go with their session and are counted',
    ],
  },
  'V1-8': {
    seen: 'a host leaves the pool, routers re-point, the cache is cold',
    stories: [
      'E8: all sessions stay, the cache is cold and the uptime begins anew',
      'the new instance comes from the pool while it is attached',
      'the arrows of the routers point at the new instance at the switch',
    ],
  },
  'V1-9': {
    seen: 'a ceiling of connections that follows the capacity',
    stories: [
      'E3, E9: connections above 90 %',
      'E9: a connection that is older than a day is closed',
      'E9, E11: a storm of callers at wake',
    ],
  },
  'V1-10': {
    seen: 'asleep: no compute, the meter stands at storage',
    stories: ['E10, E11: asleep after 300 s', 'E10: without pauseAfter it never sleeps'],
  },
  'V1-11': {
    seen: 'a first try that fails, and the capacity that it had',
    stories: ['E10, E11: asleep after 300 s', 'E11: after more than seven days'],
  },
  'V1-12': {
    seen: 're-created in another zone',
    stories: [
      'E12: a lost zone: re-created in another one',
      'E12: no other zone has capacity: 600 s',
      'E12, E16, E18: %s, %s: re-created, and all clients are back',
    ],
  },
  'V1-13': {
    seen: 'an operator sets a step',
    stories: ['E13: an operator sets a listed capacity'],
  },
  'V1-14': {
    seen: 'maintenance that looks for a week',
    stories: ['E14: maintenance swaps the instance at the same capacity'],
  },
  'V1-15': {
    seen: 'the meter runs on to five minutes',
    stories: [
      'E15: nothing is billed while paused, and the first five minutes at least',
      'E15, B10: example 9, 90 s of v1 are billed as 300 s',
    ],
  },
  'V2-1': {
    seen: 'one range for all, on the grid of half an ACU',
    stories: [
      'S1: a range of %d to %d ACU',
      'S1: a higher minimum lifts the capacity at its own rate',
      'stands on the grid of half an ACU from 0 to 256',
    ],
  },
  'V2-2': {
    seen: 'it scales in place and keeps everybody',
    stories: [
      'S22: with a probability of one every scale-up needs a move',
      'S20: a scaling in which a process dies',
    ],
  },
  'V2-3': {
    seen: 'three pressures, and which one binds',
    stories: ['says in a word which pressure binds', 'S2: 7 ACU of demand need 10 ACU'],
  },
  'V2-4': {
    seen: 'steeper with more, then straight',
    stories: [
      'S3: 2 to 16 ACU in 60 s on platform 4',
      'S3: 0.5 to 256 ACU in 22 min on platform 4: the tail is straight',
    ],
  },
  'V2-5': {
    seen: 'a slow fall after a hold',
    stories: ['S3: 4 to 0.5 ACU reported in 301 s', 'S3: need that comes back ends the hold'],
  },
  'V2-6': {
    seen: 'what holds it up',
    stories: ['S14: features hold capacity up, the highest one counts'],
  },
  'V2-7': {
    seen: 'a pool that follows the memory',
    stories: ['S7: a pool of PostgreSQL is 128 MiB at half an ACU'],
  },
  'V2-8': {
    seen: 'percent of the maximum, not of now',
    stories: ['S3: monitoring figures are of the maximum', 'says shares as the monitoring does'],
  },
  'V2-9': {
    seen: 'a fixed ceiling, and a reboot that is pending',
    stories: [
      'S9: connections by the maximum',
      'S9: connections of PostgreSQL, and the cap of a small minimum',
      'S9: after a change of range the ceiling stays until a reboot',
    ],
  },
  'V2-10': {
    seen: 'readers of tier 0 and 1 breathe with the writer',
    stories: ['S4: a reader of tier 1 follows the writer, one of tier 2 does not'],
  },
  'V2-11': {
    seen: 'a provisioned instance beside an elastic one',
    stories: [
      'S4: a reader of tier 1 has half the GiB of its provisioned writer',
      'S8: a minimum above zero, a reader awake and a provisioned instance block',
    ],
  },
  'V2-12': {
    seen: 'memory runs out: restart, incompatible parameters',
    stories: ['S16: memory above the maximum for 60 s', 'shows in red words that memory has run'],
  },
  'V2-13': {
    seen: 'from its size to an outline in one step',
    stories: [
      'S8: without a connection for 300 s it drains for 10 s and is paused',
      'S8: it goes from whatever it has to nothing',
    ],
  },
  'V2-14': {
    seen: 'not pausing, because …',
    stories: [
      'S8: a minimum above zero, a reader awake and a provisioned instance block',
      'S14: %s keeps it awake, and is named',
      'names every blocker',
    ],
  },
  'V2-15': {
    seen: 'what woke it',
    stories: [
      'S15: a wrong password wakes it',
      'S15: a snapshot wakes nobody',
      'S8: a change of the range wakes it',
    ],
  },
  'V2-16': {
    seen: 'a countdown to the wake, and who waits',
    stories: [
      'S8: a request wakes it',
      'S8: after more than a day the resume takes 30 s',
      'S9: a storm of callers at wake',
      'S15: the Data API answers at once that it is resuming',
    ],
  },
  'V2-17': {
    seen: 'stopped is another, slower thing',
    stories: ['S19: a stopped cluster refuses, costs no compute, and needs 570 s to start'],
  },
  'V2-18': {
    seen: 'platforms differ in ramp and work',
    stories: [
      'S3: 0.5 to 256 ACU in 40 min on platforms 2 and 3',
      'S13: the same transactions need 1.69 times the CPU on platform 2',
    ],
  },
}

/** Facts of the reference, by kind. */
const numbered = { C: 3, 'V1-': 15, 'V2-': 18 }

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const titles = folders
  .flatMap(folder => testFiles(join(source, folder)))
  .filter(path => !path.endsWith('serverlessFacts.test.ts'))
  .map(path => readFileSync(path, 'utf8'))
  .join('\n')
  .replace(/\(\s+'/g, "('")

test('every numbered fact of the reference has its row', () => {
  const expected = Object.entries(numbered).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => `${kind}${index + 1}`),
  )
  expect(Object.keys(facts)).toEqual(expected)
})

test.each(Object.entries(facts))('%s is shown by tests that there are', (_, { stories }) => {
  expect(stories.length).toBeGreaterThan(0)
  expect(stories.filter(title => !titles.includes(`('${title}`))).toEqual([])
})

test('a story that does not exist would be missed', () => {
  expect(titles.includes("('there is no such title")).toBe(false)
})
