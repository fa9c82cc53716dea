/**
 * The definition of a scenario (Formats §1), once: it validates, it carries the words for what is
 * allowed, and the published JSON Schema is generated from it. What only a look at the whole can
 * tell, such as whether a target exists, is in `checkReferences`.
 */
import * as v from 'valibot'
import { mostPoints } from './checkCurve.ts'
import { commandsWith, curvePoint, readModes } from './commandSchema.ts'
import { shapeNames } from './curveShapes.ts'
import { mostV1Acu } from './capacityRange.ts'
import { instanceClasses, serverlessClass } from './instanceClass.ts'
import { parameterSchema } from './parameterSchema.ts'
import { patternSchema } from './patternSchema.ts'
import * as part from './schemaParts.ts'
import { v2Features } from './v2Names.ts'

const instance = part.record({
  id: part.name,
  az: part.oneOf(['a', 'b', 'c']),
  role: v.optional(part.oneOf(['writer', 'reader'])),
  tier: v.optional(part.whole(0, 15)),
  class: v.optional(part.oneOf([serverlessClass, ...instanceClasses])),
  spare: v.optional(v.pipe(v.literal(true), v.description('true, or nothing'))),
})

/** The published limits (API) of both generations; steps and grid are looked at in the whole. */
const serverless = part.record({
  generation: part.oneOf(['v1', 'v2']),
  min: v.optional(part.number(0, mostV1Acu)),
  max: v.optional(part.number(1, mostV1Acu)),
  pauseAfter: v.optional(v.nullable(part.duration)),
  timeout: v.optional(part.duration),
  onTimeout: v.optional(part.oneOf(['rollback', 'force'])),
  platform: v.optional(v.pipe(v.picklist([2, 3, 4]), v.description('2, 3 or 4'))),
  features: v.optional(part.listOf(part.oneOf(v2Features), v2Features.length)),
})

/** A custom endpoint: of the type that its members must have (UG-ep). */
const endpoint = part.record({
  id: part.name,
  kind: part.oneOf(['reader', 'writer', 'any']),
  members: v.pipe(
    v.array(part.name),
    v.minLength(1),
    v.maxLength(16),
    v.description('a list of 1 to 16 instances'),
  ),
})

const cluster = part.record({
  edition: v.optional(part.oneOf(['mysql', 'postgresql'])),
  topology: v.optional(part.oneOf(['single-master', 'multi-master'])),
  instances: v.pipe(
    v.array(instance),
    v.minLength(1),
    v.maxLength(16),
    v.description('a list of 1 to 16 instances'),
  ),
  volume: v.optional(
    part.record({
      protectionGroups: v.optional(part.whole(1, 64)),
      segments: v.optional(part.oneOf(['uniform', 'full-tail'])),
    }),
  ),
  endpoints: v.optional(part.listOf(endpoint, 16)),
  serverless: v.optional(serverless),
  parameters: v.optional(parameterSchema),
})

const table = part.record({
  name: part.name,
  columns: v.optional(part.listOf(part.words(80), 40)),
  rows: part.whole(1, 10_000_000),
  rowsPerPage: v.optional(part.whole(1, 500)),
  indexes: v.optional(part.listOf(part.words(80), 40)),
})

const transaction = part.record({
  reads: v.optional(part.whole(0, 100)),
  writes: v.optional(part.whole(0, 100)),
})

/** The first row of a table is 0. */
const rowRange = v.pipe(
  v.strictTuple([part.whole(0, 10_000_000), part.whole(0, 10_000_000)]),
  v.description('the first and the last row, as [0, 23]'),
)

const keys = part.record({
  table: part.name,
  pattern: part.oneOf(['uniform', 'hot', 'sequential', 'append', 'partitioned']),
  hotShare: v.optional(part.ratio),
  rows: v.optional(rowRange),
})

const sessions = part.record({
  id: part.name,
  kind: v.literal('sessions'),
  on: v.optional(part.name),
  via: v.optional(part.oneOf(['proxy'])),
  sessions: part.whole(0, 10_000),
  think: part.duration,
  transaction,
  keys,
  mode: v.optional(part.oneOf(readModes)),
  service: v.optional(part.oneOf(['exponential'])),
  healthCheck: v.optional(
    part.record({
      standby: v.optional(part.listOf(part.name, 15)),
      pause: v.optional(part.duration),
    }),
  ),
})

const curve = part.record({
  shape: part.oneOf(shapeNames),
  low: v.optional(part.number(0, 1_000_000)),
  high: part.number(0, 1_000_000),
  at: v.optional(part.duration),
  lasts: v.optional(part.duration),
  every: v.optional(part.duration),
})

const demand = part.record({
  id: part.name,
  kind: v.literal('demand'),
  on: v.optional(part.name),
  unit: part.oneOf(['ACU', 'tps']),
  points: v.optional(part.listOf(curvePoint, mostPoints)),
  repeat: v.optional(part.duration),
  curve: v.optional(curve),
  connections: v.optional(part.whole(0, 10_000)),
})

const workload = v.variant('kind', [sessions, demand])

const pace = part.record({ from: part.duration, speed: part.speed })

export const scenarioSchema = part.record({
  version: v.pipe(v.literal(1), v.description('1')),
  name: part.name,
  title: part.words(120),
  question: part.words(400),
  tags: v.optional(part.listOf(part.words(40), 20)),
  seed: v.optional(part.whole(0, 4_294_967_295)),
  opensAt: v.optional(part.duration),
  pace: v.optional(part.listOf(pace, 100)),
  cluster,
  tables: v.optional(part.listOf(table, 64)),
  workload: v.optional(part.listOf(workload, 64)),
  script: v.optional(part.listOf(commandsWith({ at: part.scriptInstant }), 10_000)),
  until: v.optional(part.duration),
  expect: v.optional(part.listOf(patternSchema, 200)),
})
