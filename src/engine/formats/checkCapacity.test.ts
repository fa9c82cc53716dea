/** Which clusters of Serverless v1 there are, and with what words others are refused. */
import { expect, test } from 'vitest'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from './parseScenario.ts'

type Cluster = Scenario['cluster']

const writer = { id: 'w1', az: 'a', class: 'serverless' } as const

function parsed(more: Partial<Cluster>, serverless: Partial<Cluster['serverless']> = {}) {
  return parseScenario({
    version: 1,
    name: 'test',
    title: 'Is it a cluster?',
    question: 'Is it?',
    cluster: { instances: [writer], serverless: { generation: 'v1', ...serverless }, ...more },
  })
}

test('E2: the defaults of infrastructure tools', () => {
  const answer = parsed({})
  expect(answer.ok && answer.setup.serverless).toMatchObject({
    minMicroAcu: 2_000_000,
    maxMicroAcu: 16_000_000,
    pauseAfterMicros: 300_000_000,
    v1: { timeoutMicros: 300_000_000, onTimeout: 'rollback' },
  })
  expect(answer.ok && answer.setup.dialect).toBe('mysql-5.7')
})

test.each<[string, Partial<Cluster>, Partial<Cluster['serverless']>, string]>([
  ['cluster.serverless', {}, { min: 3 }, 'both of 1, 2, 4, 8, 16, 32, 64, 128, 256 ACU'],
  ['cluster.serverless', { edition: 'postgresql' }, { max: 128 }, '64, 192, 384 ACU'],
  ['cluster.serverless', {}, { min: 8, max: 4 }, 'min up to max'],
  ['cluster.serverless.timeout', {}, { timeout: '30s' }, '"60s" to "600s"'],
  ['cluster.serverless.pauseAfter', {}, { pauseAfter: '2min' }, '"300s" to "86400s"'],
  ['cluster.serverless.platform', {}, { platform: 3 }, 'nothing'],
  ['cluster.serverless.features', {}, { features: ['proxy'] }, 'nothing'],
  [
    'cluster.serverless.features[0]',
    {},
    { generation: 'v2', features: ['babelfish'] },
    'binlogReplication, zeroEtl, proxy',
  ],
  [
    'cluster.serverless.features[1]',
    { edition: 'postgresql' },
    { generation: 'v2', features: ['globalPrimary', 'globalSecondary'] },
    'one of them',
  ],
  ['cluster.serverless.timeout', {}, { generation: 'v2', timeout: '60s' }, 'nothing'],
  ['cluster.serverless.pauseAfter', {}, { generation: 'v2', pauseAfter: null }, 'a duration'],
  [
    'cluster.instances',
    { instances: [writer, { id: 'r1', az: 'b', role: 'reader', class: 'serverless' }] },
    {},
    'one instance of class "serverless"',
  ],
  ['cluster.instances', { instances: [{ id: 'w1', az: 'a' }] }, {}, 'one instance'],
])('E1, E6, E10, E12: %s %j %j is refused', (path, more, serverless, allowed) => {
  const answer = parsed(more, serverless)
  expect(answer.ok).toBe(false)
  if (answer.ok) return
  expect(answer.problems[0]?.path).toBe(path)
  expect(answer.problems[0]?.allowed).toContain(allowed)
})
