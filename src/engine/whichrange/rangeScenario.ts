/** One choice as a scenario: one instance, one fluid demand, nothing else. Rule S33. */
import type { Scenario } from '../contract/scenario.ts'
import type { RangeChoice, WhichRangeRequest } from '../contract/whichRange.ts'

export type RangeDay = Omit<WhichRangeRequest, 'choices'> & { choice: RangeChoice }

export function rangeScenario({ seed, load, connectTimeout, until, choice }: RangeDay): Scenario {
  const isFixed = choice.kind === 'fixed'
  const name = isFixed ? choice.class : `${choice.min} to ${choice.max} ACU`
  return {
    version: 1,
    name: 'which-range-played',
    title: `Which range? ${name}`,
    question: 'The same load for another choice. What does it cost, and who waits?',
    tags: ['serverless', 'capacity', 'billing'],
    seed,
    pace: [{ from: '0s', speed: '900' }],
    cluster: {
      instances: [{ id: 'w1', az: 'b', class: isFixed ? choice.class : 'serverless' }],
      ...(isFixed ? {} : { serverless: rangeOf(choice) }),
      parameters: { 'storage.gossipPeriod': '10000ms', 'client.connectTimeout': connectTimeout },
    },
    tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
    workload: [{ id: 'day', kind: 'demand', on: 'w1', ...load }],
    until,
  }
}

function rangeOf({ min, max, pauseAfter }: Extract<RangeChoice, { kind: 'range' }>) {
  return { generation: 'v2' as const, min, max, pauseAfter }
}
