/** What the panel says of a migration, of ways and places, and the story opened with a place. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { MigrationView, ModifyView } from '../../../engine/contract/modify.ts'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import { parseScenario } from '../../../engine/formats/parseScenario.ts'
import { fourOfSix } from '../../../engine/scenarios/fourOfSix.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { engineStore } from '../../store/engineStore.ts'
import { firstWish, scenarioOf } from '../create/wishOfCluster.ts'
import { MigratePanel } from './MigratePanel.tsx'
import { newCluster } from './newCluster.ts'
import { withPlace } from './withPlace.ts'

const second = 1_000_000

const migration: MigrationView = {
  plan: 'addFailover',
  class: 'serverless',
  outcome: 'running',
  startedAt: 0,
  endedAt: -1,
  steps: [
    { step: 'add', startedAt: 0, endedAt: 300 * second, downMicros: 0 },
    { step: 'failover', startedAt: 300 * second, endedAt: -1, downMicros: 4 * second },
    { step: 'remove', startedAt: -1, endedAt: -1, downMicros: 0 },
  ],
  downMicros: 4 * second,
  overlapMicros: 19 * second,
  notCarried: -1,
}

/** A server renders the initial state of a store, so that is what is set here. */
function panelOf(changes: Partial<ModifyView> = {}): string {
  const modify: ModifyView = {
    places: [
      {
        id: 'w1',
        zone: 'az-b',
        class: 'db.r6g.large',
        tier: 0,
        state: 'present',
        since: 0,
        endsAt: 0,
      },
      { id: 'w2', zone: 'az-a', class: 'serverless', tier: 1, state: 'spare', since: 0, endsAt: 0 },
    ],
    classes: ['serverless', 'db.r6g.large'],
    isOldEngine: false,
    migration: null,
    ...changes,
  }
  const frame = { ...exampleFrame(), at: 304 * second, modify }
  Object.assign(engineStore.getInitialState(), { frame })
  return renderToStaticMarkup(<MigratePanel />)
}

it('ticks off what is done, and says how long nobody had an answer', () => {
  const html = panelOf({ migration })
  expect(html).toContain('Migration to serverless runs')
  expect(html.match(/data-state="(done|now|ahead)"/g)).toEqual([
    'data-state="done"',
    'data-state="now"',
    'data-state="ahead"',
  ])
  expect(html).toContain('no answers for 4 s')
  expect(html).toMatch(/Billed twice<\/dt><dd>19 s/)
  expect(html).not.toContain('Commits not carried over')
  expect(html).toMatch(/disabled=""[^>]*>Start/)
})

it('offers the ways out of an instance class, and says which are only described', () => {
  const html = panelOf()
  expect(html).toContain('Add a serverless instance and fail over (recommended)')
  expect(html).toContain('all traffic stops')
  expect(html).toContain('Described here, not run')
  expect(html).toContain('aria-label="Add w2"')
})

it('opens the same story with a place that can be filled, found by name', () => {
  const parsed = parseScenario(withPlace(fourOfSix))
  expect(parsed.ok && parsed.setup.modify?.spares).toEqual([false, true])
  expect(parsed.ok && parsed.setup.workload[0]!.route).toBe('cluster')
})

it.each(['v2', 'provisioned', 'v1'] as const)('makes a scenario that runs of %s', kind => {
  const range = kind === 'v1' ? { min: '2', max: '16' } : {}
  const scenario: Scenario = scenarioOf({ ...firstWish, kind, ...range, idle: 3 })
  expect(parseScenario(scenario)).toMatchObject({ ok: true })
})

it.each(['v2', 'provisioned', 'v1'] as const)('opens the restored cluster as %s', kind => {
  const parsed = parseScenario(newCluster(fourOfSix, kind))
  expect(parsed.ok && parsed.setup.instances).toHaveLength(1)
  expect(parsed.ok && parsed.setup.serverless?.v1 !== undefined).toBe(kind === 'v1')
})
