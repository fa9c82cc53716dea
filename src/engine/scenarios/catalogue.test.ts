/** Every built-in scenario is sound: it parses, has a stable number, and says what it answers. */
import { expect, test } from 'vitest'
import { parseScenario } from '../formats/parseScenario.ts'
import { openingName, scenarioNumbers, scenarios } from './catalogue.ts'

test.each(Object.entries(scenarios))('%s is sound', (name, scenario) => {
  expect(parseScenario(scenario)).toMatchObject({ ok: true })
  expect(scenario.name).toBe(name)
  expect(scenario.question).toMatch(/\?$/)
  expect(scenario.title).toMatch(/\?$/)
  expect(scenario.expect?.length).toBeGreaterThan(1)
})

test('the numbers that links carry never change', () => {
  expect(scenarioNumbers).toEqual({
    'four-of-six': 1,
    'the-writers-zone': 2,
    'az-plus-one': 3,
    'one-node-many-groups': 4,
    'hole-and-gossip': 5,
    'slow-tail': 6,
    'one-cut-link': 7,
    'cold-group': 8,
    'lossy-network': 9,
    'quiet-cluster': 10,
    'who-wins-a-page': 11,
    'stale-base': 12,
    'nobody-wins': 13,
    'writer-down-others-go-on': 14,
    'read-it-over-there': 15,
    'round-robin-storm': 16,
    'own-your-table': 17,
    'ddl-at-any-writer': 18,
    'own-shard': 19,
    'flash-sale': 20,
    'asleep-until-called': 21,
    'growth-allowance': 22,
    'shop-overnight': 23,
    'peers-cut-off': 24,
    'crash-after-four-yes': 25,
    'ddl-in-a-queue': 26,
    'far-apart': 27,
    'undoing-collides': 28,
    'promote-a-replica': 30,
    'proxy-or-name': 31,
    'no-replica': 33,
    'connection-storm': 34,
    'writer-lost-single': 35,
    'writer-lost-multi': 36,
    'reports-apart': 37,
    'readers-behind': 60,
    'crash-on-crash': 61,
    'unfinished-business': 62,
    'waiting-for-company': 63,
    'asking-five': 64,
    'new-engine': 65,
    'a-new-member': 40,
    'three-left': 41,
    'three-of-four': 42,
    'full-and-tail': 43,
    'two-of-three': 44,
    'skipped-hydration': 45,
    'hot-node': 46,
    'the-volume-grows': 47,
    'eight-steps': 50,
    'damaged-page': 51,
    'busy-copy': 52,
    'rolling-patch': 53,
    'congested-disks': 54,
    'zone-cut-off': 55,
    'two-consoles': 70,
    'lost-update': 71,
    'write-skew': 72,
    'the-gap-lock': 73,
    'crash-in-a-transaction': 74,
    'long-read-at-a-reader': 75,
    'two-consoles-two-writers': 76,
    'hop-back': 77,
    'two-orders': 78,
    'v1-steps-up': 80,
    'v1-blocked': 81,
    'v1-forced': 82,
    'v1-asleep': 83,
    'v1-az-lost': 84,
    'bill-of-an-instance': 85,
    'bill-of-acus': 86,
    'which-range': 87,
    'sleepy-client': 88,
    'office-hours': 89,
    'into-serverless': 94,
    'out-of-serverless': 95,
    'class-in-place': 96,
    'left-behind': 97,
    'v1-empty-pool': 98,
    'v1-forgotten-table': 99,
    'in-three-stages': 100,
    'blue-green': 101,
    'dealt-among-four': 102,
    'a-hot-host': 90,
    'out-of-memory': 91,
    'what-keeps-it-awake': 92,
    'stopped-not-paused': 93,
  })
})

test('the page opens on a scenario that there is', () => {
  expect(Object.keys(scenarios)[0]).toBe(openingName)
})
