/**
 * A story has a pace: at most four seconds of viewing pass with nothing moving or changing, and
 * the question is answered within ninety.
 */
import { describe, expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import type { Scenario } from '../contract/scenario.ts'
import { countPatterns, isCountMet } from '../formats/pattern.ts'
import { scenarios } from './catalogue.ts'
import { fourOfSix } from './fourOfSix.ts'
import {
  countMoving,
  giveCommand,
  lookOn,
  openViewing,
  pictureOf,
  type Viewing,
} from './testing/viewing.ts'

const second = 1_000_000
/** The page draws about thirty pictures a second. */
const glance = 33_333

interface Watched {
  /** Longest time of viewing with nothing moving or changing. */
  stillest: number
  /** Viewing time at which everything expected had happened, or null. */
  answeredAt: number | null
}

/** Commands by the second of viewing at which a viewer gives them. */
type Clicks = Record<number, Command>

function watch(scenario: Scenario, clicks: Clicks = {}, seconds = 120): Watched {
  const wanted = (scenario.expect ?? []).filter(({ count }) => !isNone(count))
  const counts = countPatterns(wanted)
  const viewing = openViewing(scenario, counts.tell)
  const watched: Watched = { stillest: 0, answeredAt: null }
  let still = { since: 0, text: '' }
  for (let goesOn = true; goesOn && viewing.viewed < seconds * second; ) {
    const before = viewing.viewed
    goesOn = lookOn(viewing, glance)
    for (const command of clicksBetween(clicks, before, viewing.viewed))
      giveCommand(viewing, command)
    still = stillness(viewing, still)
    watched.stillest = Math.max(watched.stillest, viewing.viewed - still.since)
    const isAnswered = wanted.every((pattern, k) => isCountMet(pattern, counts.found[k] ?? 0))
    if (isAnswered) watched.answeredAt ??= viewing.viewed
  }
  return watched
}

function clicksBetween(clicks: Clicks, from: number, to: number): Command[] {
  const due = Object.entries(clicks).filter(([at]) => {
    const micros = Number(at) * second
    return micros > from && micros <= to
  })
  return due.map(([, command]) => command)
}

/** Since when nothing has moved or changed, and what has been seen since. */
function stillness(viewing: Viewing, still: { since: number; text: string }) {
  if (countMoving(viewing) > 0) return { since: viewing.viewed, text: '' }
  const text = pictureOf(viewing)
  return text === still.text ? still : { since: viewing.viewed, text }
}

/** An expectation that something does not happen answers nothing by itself. */
function isNone(count: { min?: number; max?: number } | undefined): boolean {
  return count?.max === 0
}

function expectPaced({ stillest, answeredAt }: Watched): void {
  expect(stillest / second).toBeLessThanOrEqual(4)
  expect(answeredAt).not.toBeNull()
  expect((answeredAt ?? Infinity) / second).toBeLessThanOrEqual(90)
}

test.each(Object.entries(scenarios))('%s keeps its pace', (_, scenario) => {
  expectPaced(watch(scenario))
})

const crash = (target: string): Command => ({ do: 'InjectFault', fault: 'NodeCrash', target })
const outage: Command = { do: 'InjectFault', fault: 'AzOutage', target: 'az-b' }
const healOutage: Command = { do: 'HealFault', fault: 'AzOutage', target: 'az-b' }

function asking(...expect: NonNullable<Scenario['expect']>): Scenario {
  return { ...fourOfSix, expect }
}

describe('the opening, as viewers play it', () => {
  test('three copies one after the other, then one healed', () => {
    const clicks = {
      8: crash('node-c1'),
      14: crash('node-c2'),
      20: crash('node-a1'),
      40: { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' },
    } as const
    const answers = asking({ fact: 'CommitsStalled' }, { fact: 'CommitsResumed' })
    expectPaced(watch(answers, clicks))
  })

  test.each([5, 12, 30, 60])('the writer’s zone first, %i s after the opening', start => {
    const clicks = { [start]: outage, [start + 10]: healOutage }
    const answers = asking({ fact: 'CommitsStalled' }, { fact: 'VolumeOpened' })
    expectPaced(watch(answers, clicks))
  })

  test('five copies gone', () => {
    const targets = ['node-a1', 'node-a2', 'node-b1', 'node-c1', 'node-c2']
    const clicks = Object.fromEntries(targets.map((target, k) => [6 + k * 3, crash(target)]))
    expectPaced(watch(asking({ fact: 'ReadQuorumLost' }), clicks))
  })
})
