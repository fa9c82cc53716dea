/** Jumps to marked moments: among those known and shown, else by searching on, else not at all. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mark } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { nextMark, nextMoment, previousMark } from './jumpToMark.ts'
import { exampleOpened, examplePlayback, installFakeEngine } from './testing/fakeEngine.ts'
import { timelineStore } from './timelineStore.ts'
import { timelineView } from './timelineView.ts'
import { viewStore } from './viewStore.ts'

function markAt(at: number, shape: Mark['shape']): Mark {
  return { at, fact: 1, until: null, shape, key: 'fact.FaultInjected', parameters: {} }
}

const marks = [markAt(100, 'fault'), markAt(200, 'conflict'), markAt(300, 'heal')]

function installed(at: number, answers: Record<string, unknown> = {}) {
  const summary = { marks, branches: [], chart: {} }
  const fake = installFakeEngine({ timeline: summary, ...answers })
  const { opened } = exampleOpened
  engineStore.setState({ opened, playback: { ...examplePlayback, at } })
  timelineStore.setState({ marks })
  const moves = () => fake.calls.filter(([name]) => name === 'seek' || name === 'until')
  return { moves }
}

function reset(): void {
  viewStore.setState(viewStore.getInitialState())
  timelineView.setState(timelineView.getInitialState())
  timelineStore.setState(timelineStore.getInitialState())
  engineStore.setState(engineStore.getInitialState())
}

beforeEach(reset)
afterEach(reset)

test('the next and the previous mark are those that the filter lets through', async () => {
  const { moves } = installed(100)
  timelineView.setState({ hiddenShapes: ['conflict'] })
  nextMark()
  await Promise.resolve()
  expect(moves()).toEqual([['seek', 300]])
  previousMark()
  expect(viewStore.getState().announcement).toBe('No earlier moment is marked.')
})

test('the next of a kind is sought where it is known', async () => {
  const { moves } = installed(50)
  await nextMoment('fault')
  expect(moves()).toEqual([['seek', 100]])
})

test('of close conflicts, which share a mark, none is jumped over', async () => {
  const facts = [{ at: 204 }, { at: 201 }, { at: 100 }]
  const { moves } = installed(200, { facts })
  await nextMoment('conflict')
  expect(moves()).toEqual([['seek', 201]])
})

test('what is not known is searched for up to the end of the story', async () => {
  const { moves } = installed(250, { until: { found: true, at: 900 } })
  await nextMoment('failover')
  expect(moves()).toEqual([['until', { fact: 'InstanceSuspected' }, { limit: '60000000us' }]])
})

test('where there is none the run stays where it was, and it is said', async () => {
  const { moves } = installed(250, { until: { found: false } })
  await nextMoment('scaling')
  expect(moves().at(-1)).toEqual(['seek', 250])
  expect(viewStore.getState().announcement).toBe('No further scaling up to the end of the story.')
})
