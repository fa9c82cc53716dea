/** While a cluster is stopped its instances cost nothing, and a start begins anew. Rule B9. */
import { expect, test } from 'vitest'
import { stopsOf, withoutStops } from './stops.ts'

const span = { instance: 'w1', class: 'db.r5.large', from: 100, until: null }

function left(...facts: ['ClusterStopped' | 'ClusterStarted' | 'VolumeGrew', number][]) {
  const stops = stopsOf(facts.map(([fact, at]) => ({ fact, at })))
  return withoutStops([span], stops).map(({ from, until }) => [from, until])
}

test('B9: a span ends with a stop and another begins with the start', () => {
  expect(left(['VolumeGrew', 150])).toEqual([[100, null]])
  expect(left(['ClusterStopped', 200])).toEqual([[100, 200]])
  expect(left(['ClusterStopped', 200], ['ClusterStarted', 900])).toEqual([
    [100, 200],
    [900, null],
  ])
})

test('B9: what was created later, or deleted before, is as it was', () => {
  expect(left(['ClusterStopped', 10], ['ClusterStarted', 90])).toEqual([[100, null]])
  const early = [{ ...span, until: 150 }]
  expect(withoutStops(early, [{ from: 200, until: null }])).toEqual(early)
})
