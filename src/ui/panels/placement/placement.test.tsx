/** What the map of placement says of shapes, names, feelings and checks. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView, PlacementView } from '../../../engine/contract/placementView.ts'
import { isKnown, say } from '../../../words/say.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { causesOf, checksOf, conflictsOf, perSecond } from './feelings.ts'
import { Names } from './Names.tsx'
import './PlacementPanel.tsx'
import { placeOf, placesOf, placeWords } from './placesOf.ts'

const second = 1_000_000

const none = {
  commits: 0,
  conflicts: {
    inFlight: 0,
    staleBase: 0,
    noWinner: 0,
    rowOwned: 0,
    deadlock: 0,
    lockTimeout: 0,
  },
  staleReads: 0,
  retried: 0,
  errors: 0,
}

const shop: PlacedView = {
  id: 'shop',
  table: 'cart',
  rows: null,
  writes: 1,
  route: 'instance',
  endpoint: '',
  sessionsOn: [4],
  standby: [],
  checks: null,
  pauseMicros: 0,
  takesOverAt: null,
  totals: none,
  recent: { ...none, conflicts: { ...none.conflicts, staleBase: 6, rowOwned: 9 } },
}

const placement: PlacementView = {
  shape: 'byName',
  applications: [shop],
  endpoints: [
    { id: 'cluster', kind: 'cluster', members: ['w1'], leadsTo: ['w1'] },
    { id: 'reader', kind: 'reader', members: ['r1'], leadsTo: ['r1'] },
    { id: 'reports', kind: 'reader', members: ['r1'], leadsTo: [] },
  ],
  checkMicros: second,
  windowMicros: second / 2,
}

const frame: Frame = { ...exampleFrame(), multiMaster: null }

describe('feelings', () => {
  it('counts by the second, whatever the window', () => {
    expect([perSecond(6, second / 2), perSecond(1, 3 * second), perSecond(5, 0)]).toEqual([
      12, 0.3, 0,
    ])
  })

  it('names causes, the most frequent first', () => {
    expect(conflictsOf(shop.recent)).toBe(15)
    expect(causesOf(shop, second / 2).map(say)).toEqual([
      '18/s the row was another writer’s',
      '12/s built on an old version',
    ])
  })

  it('knows a sentence for every shape and every cause', () => {
    const shapes = ['activePassive', 'divided', 'overlapping', 'inTurn', 'idle', 'byName']
    for (const shape of shapes) expect(isKnown(`placement.shape.${shape}`)).toBe(true)
    for (const cause of Object.keys(none.conflicts)) {
      expect(isKnown(`placement.cause.${cause}`)).toBe(true)
    }
  })
})

describe('checks', () => {
  const checks = (misses: number, isGone: boolean) => [
    { instance: 'w1', misses, isGone },
    { instance: 'w2', misses: 0, isGone: false },
  ]
  const wordsOf = (view: Partial<PlacedView>) =>
    checksOf({ ...shop, ...view }, second)
      .map(say)
      .join(' ')

  it.each([
    [{}, 'Pinned: it does not look after itself and stays where it is sent.'],
    [
      { checks: checks(0, false), standby: ['w2'] },
      'Asks w1 and w2 by SQL every 1 s: all answer. Next in line: w2.',
    ],
    [
      { checks: checks(2, false) },
      'Asks w1 and w2 by SQL every 1 s: w1 has not answered two checks.',
    ],
    [{ checks: checks(3, true) }, 'W1 counts as gone.'],
  ])('%j', (view, words) => {
    expect(wordsOf(view).toLowerCase()).toBe(words.toLowerCase())
  })
})

describe('places', () => {
  it('has instances first, then names; in turn only with several writers', () => {
    const labels = placesOf(frame, placement).map(({ label }) => label)
    expect(labels.slice(-3)).toEqual(['cluster', 'reader', 'reports'])
    expect(labels).not.toContain('in turn')
  })

  it('finds an application by its route', () => {
    const at = (view: Partial<PlacedView>) => placeOf(frame, { ...shop, ...view })
    expect(at({ route: 'cluster' })).toBe('cluster')
    expect(at({ route: 'endpoint', endpoint: 'reports' })).toBe('reports')
    expect(at({ id: frame.applications[0]!.id })).toBe(frame.applications[0]!.on)
  })

  it('says places as people do', () => {
    expect(
      ['round-robin', 'cluster', 'reports', 'w2'].map(id => placeWords(id, placement)),
    ).toEqual(['each writer in turn', 'the cluster endpoint', 'the custom endpoint reports', 'w2'])
  })

  it('tells what each name is for, and that none of its members is open', () => {
    const text = renderToStaticMarkup(<Names placement={placement} isMulti={false} />)
    expect(text).toContain('Reader endpoint: each new connection gets the next open reader')
    expect(text).toContain('None of r1 is open')
    expect(text).not.toContain('No name of Aurora')
  })
})
