/**
 * The opening as the engine runs it, worked out beforehand, so that what resolves any scenario can
 * be loaded after the first picture. A test holds it to the scenario.
 */
import type { Setup } from '../contract/scenario.ts'
import { opening } from '../scenarios/opening.ts'
import { parseDuration } from './duration.ts'
import { openingParameters } from './openingParameters.ts'

const zoneB = 1

export function openingSetup(): Setup {
  const { name, seed, pace } = opening
  return {
    name,
    seed: seed!,
    dialect: 'mysql-8.0',
    topology: 'single-master',
    serverless: null,
    demand: [],
    instances: [{ id: 'w1', zone: zoneB, role: 'writer', tier: 1, isServerless: false, vcpus: 2 }],
    groupCount: 1,
    parameters: { ...openingParameters },
    tables: [
      {
        name: 'account',
        rows: 320,
        rowsPerPage: 8,
        firstPage: 0,
        pages: 40,
        columns: ['id int primary key', 'balance int'],
        indexes: [],
      },
    ],
    workload: [
      {
        id: 'shop',
        on: 'w1',
        kind: 'sessions',
        route: 'instance',
        mode: 'INSTANCE_RAW',
        sessions: 3,
        thinkMicros: 4_000,
        reads: 1,
        writes: 1,
        table: 0,
        pattern: 'uniform',
        hotSharePpm: 900_000,
      },
    ],
    script: [],
    untilMicros: 120_000_000,
    opensAtMicros: 12_000,
    pace: pace!.map(({ from, speed }) => ({ from: parseDuration(from)!, speed })),
  }
}
