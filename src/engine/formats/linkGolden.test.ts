/** Links of version 1 keep opening (Formats §2): these were copied once, and may be anywhere. */
import { expect, test } from 'vitest'
import { decodeLink } from './link.ts'

const view = { at: 1_234_567, speed: '1/1500', selection: 'pg1/a1' }

function opened(text: string) {
  const decoded = decodeLink(text)
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems))
  return decoded
}

test('a name, with what one was looking at', () => {
  const { recording, view: seen } = opened('#four-of-six@1.234567s,1/1500x,pg1/a1')
  expect(recording.scenario.name).toBe('four-of-six')
  expect(recording.branches).toEqual([{ id: 'main', from: null, commands: [] }])
  expect(seen).toEqual(view)
})

test('a built-in scenario, parameters that differ, every command', () => {
  const text = '16uYDpCBKnCw0-DmNtTAIReVCDxEhggXANiGBcZGscPJCAAG2BZi_DUFF8W7IMYxLzE1MDCM4M5iXsJi'
  const { recording, view: seen } = opened(text)
  expect(recording.scenario.cluster.parameters).toMatchObject({
    'network.loss': 0.05,
    'storage.persist': '1.5ms',
  })
  expect(recording).toMatchObject({ scenario: { name: 'four-of-six' }, seed: 7, branch: 'main' })
  expect(recording.branches[0]?.commands).toEqual([
    { at: 15_000, command: { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' } },
    {
      at: 21_037,
      command: { do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor: 20 },
    },
    {
      at: 30_001,
      command: { do: 'InjectFault', fault: 'PacketLoss', target: 'az-a<>az-b', ratio: 0.25 },
    },
    { at: 40_000, command: { do: 'HealFault', fault: 'AzOutage', target: 'az-c' } },
    { at: 40_000, command: { do: 'SetWorkload', workload: 'shop', sessions: 5, think: '2ms' } },
    { at: 90_000, command: { do: 'HealAll' } },
  ])
  expect(seen).toEqual(view)
})

test('another built-in scenario with another seed', () => {
  const { recording } = opened('1s4GgcDCBgi-LdkGMYl5iamBhGcGcxL2Ex')
  expect(recording).toMatchObject({ scenario: { name: 'az-plus-one' }, seed: 3 })
})

test('a scenario of one’s own, whole', () => {
  const { recording } = opened(
    '1UcbfvF2hvZE7Mrk5tLe3ER0YlhE3MLaykR0RNrS3MpEWETo0ujYykR0RJrS3Mp-RFhE4urK5ujS3txEdESa0tzKfkRY' +
      'RMbY6uboyuREdPZE0tzm6MLcxsrmRHS29kTSyER0RO5iRFhEwvREdETCRPq6-voIOqL4t2QYxiXmJqYGEZwZzEvYTE',
  )
  expect(recording.scenario).toEqual({
    version: 1,
    name: 'mine',
    title: 'Mine?',
    question: 'Mine?',
    cluster: { instances: [{ id: 'w1', az: 'a' }] },
  })
  expect(recording.branches[0]?.commands).toEqual([{ at: 5, command: { do: 'HealAll' } }])
})
