/** What the table of places says, and why. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ScaleOutPlacement, ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { ScaleOut } from './ScaleOut.tsx'
import { scaleOutStore } from './scaleOutStore.ts'

const none = { inFlight: 0, staleBase: 0, noWinner: 0, rowOwned: 0, deadlock: 0, lockTimeout: 0 }

function point(placement: ScaleOutPlacement, committed: number, rowOwned = 0): ScaleOutPoint {
  return {
    ...{ placement, writers: 4, share: 300_000, committed, rolledBack: rowOwned },
    ...{ seed: 1, micros: 500_000, wasted: rowOwned > 0 ? 600_000 : 0, events: 1 },
    conflicts: { ...none, rowOwned },
    scenario: {} as ScaleOutPoint['scenario'],
  }
}

const places = ['single-master', 'one-writer', 'owned'] as const

function shown(points: ScaleOutPoint[]): string {
  const count = points.length
  scaleOutStore.setState({ state: 'done', points, done: count, all: count, share: 300_000 })
  // The server draws what a store began with.
  const begun = scaleOutStore.getInitialState()
  Object.assign(begun, scaleOutStore.getState())
  return renderToStaticMarkup(<ScaleOut />)
}

test('each place has its numbers and a reason in words, with nothing left open', () => {
  const trap = [point('common', 200, 300), point('round-robin', 100, 150)]
  const text = shown([...places.map(place => point(place, 500)), ...trap])
  expect(text).toContain('300 of 500 transactions were undone (60 %)')
  expect(text).toContain('a row that an open transaction of another writer had changed')
  expect(text).toContain('Every row has one writer')
  expect(text).toContain('Five runs, seed 1')
  expect(text).toContain('0.40 ×')
  expect(text).not.toMatch(/scaleOut\.|\{|undefined/)
})
