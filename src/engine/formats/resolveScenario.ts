/** From a valid scenario to what the engine runs: integers only, every default filled in. */
import type { Command } from '../contract/commands.ts'
import type { ResolvedCurve } from '../contract/demandCurve.ts'
import type { ParameterValues } from '../contract/parameters.ts'
import type { DemandWorkload, Scenario, SessionsWorkload, Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { millionths, resolveCurve } from './curveShapes.ts'
import { parseDuration } from './duration.ts'
import { isSpare, resolveModify } from './resolveModify.ts'
import { resolveEndpoints, resolvePart, resolvePlace, resolvePlan } from './resolvePlaces.ts'
import { defaultRange, microAcu } from './capacityRange.ts'
import { defaultV1Range, stepsOf } from './capacitySteps.ts'
import { defaultInstanceClass, serverlessClass, vcpusOf } from './instanceClass.ts'
import { namedClass, resolveBill } from './resolveBill.ts'
import {
  ppmOf,
  resolveParameters,
  resolveV1Parameters,
  resolveV2Parameters,
} from './parameterTable.ts'
import { featuresOf } from './v2Names.ts'

/** Of the accesses of a `hot` key pattern, those to the hot tenth of the rows: an assumption. */
const defaultHotShare = 0.9

const defaultSeed = 1

const zones = ['a', 'b', 'c']

function micros(text: string | undefined, otherwise: Micros): Micros {
  return parseDuration(text) ?? otherwise
}

function resolveInstances(scenario: Scenario, parameters: ParameterValues): Setup['instances'] {
  const perVcpu = parameters['instance.memoryPerVcpu']
  return scenario.cluster.instances.map(instance => ({
    id: instance.id,
    zone: zones.indexOf(instance.az),
    role: instance.role ?? 'writer',
    tier: instance.tier ?? 1,
    isServerless: instance.class === serverlessClass && !isSpare(instance),
    vcpus: vcpusOf(instance.class ?? defaultInstanceClass, perVcpu),
    ...namedClass(instance),
  }))
}

/** Tables lie one behind the other; a table has at least one page. */
function resolveTables(scenario: Scenario, rowsPerPageDefault: number): Setup['tables'] {
  let firstPage = 0
  return (scenario.tables ?? []).map(given => {
    const { name, rows, rowsPerPage = rowsPerPageDefault, columns = [], indexes = [] } = given
    const pages = Math.max(1, Math.ceil(rows / rowsPerPage))
    const table = { name, rows, rowsPerPage, firstPage, pages, columns, indexes }
    firstPage += pages
    return table
  })
}

function resolveWorkload(scenario: Scenario, tables: Setup['tables']): Setup['workload'] {
  const { cluster } = scenario
  const discrete = (scenario.workload ?? []).filter(({ kind }) => kind === 'sessions')
  return withOwnRows(
    (discrete as SessionsWorkload[]).map(workload => resolveSessions(workload, cluster, tables)),
    tables,
  )
}

/** Rows behind the hot tenth are dealt out to the applications of a table that divide it. */
function withOwnRows(workload: Setup['workload'], tables: Setup['tables']): Setup['workload'] {
  const dividing = workload.filter(({ pattern }) => pattern === 'partitioned')
  return workload.map(its => {
    const sharers = dividing.filter(({ table }) => table === its.table)
    const part = sharers.indexOf(its)
    const rows = tables[its.table]?.rows ?? 0
    return part < 0 ? its : { ...its, own: ownRows(rows, part, sharers.length) }
  })
}

function ownRows(rows: number, part: number, parts: number): { first: number; rows: number } {
  const hotRows = Math.ceil(rows / 10)
  const edge = (number: number) => hotRows + Math.floor(((rows - hotRows) * number) / parts)
  return { first: edge(part), rows: edge(part + 1) - edge(part) }
}

function resolveSessions(
  { id, on, via, sessions, think, transaction, keys, mode, service, healthCheck }: SessionsWorkload,
  cluster: Scenario['cluster'],
  tables: Setup['tables'],
): Setup['workload'][number] {
  return {
    id,
    ...resolvePlace(on, cluster),
    ...resolvePlan(healthCheck, cluster),
    ...resolvePart(keys),
    ...(via === 'proxy' ? { isViaProxy: true } : {}),
    ...(service === 'exponential' ? { isServiceDrawn: true } : {}),
    kind: 'sessions',
    mode: mode ?? 'INSTANCE_RAW',
    sessions,
    thinkMicros: micros(think, 0),
    reads: transaction.reads ?? 0,
    writes: transaction.writes ?? 0,
    table: tables.findIndex(({ name }) => name === keys.table),
    pattern: keys.pattern,
    hotSharePpm: ppmOf(keys.hotShare ?? defaultHotShare) ?? 0,
  }
}

/** A named session of the script is an application of one session that waits to be told. */
function resolveScripted(scenario: Scenario, script: Setup['script']): Setup['workload'] {
  const first = new Map<string, string>()
  for (const { command } of script) {
    if (command.do !== 'RunTransaction' || first.has(command.session)) continue
    first.set(command.session, command.on)
  }
  const taken = (scenario.workload ?? []).map(({ id }) => id)
  const sessions = [...first].filter(([id]) => !taken.includes(id))
  return sessions.map(([id, on]) => ({ ...silent, id, on }))
}

/** Thinks for ever: a hundred years. */
const silent = {
  kind: 'scripted',
  route: 'instance',
  mode: 'INSTANCE_RAW',
  sessions: 1,
  thinkMicros: 3_155_760_000_000_000,
  reads: 0,
  writes: 0,
  table: 0,
  pattern: 'uniform',
  hotSharePpm: 0,
} as const

const defaultPauseAfter = 300_000_000
const defaultTimeout = 300_000_000

function resolveServerless({ cluster }: Scenario): Setup['serverless'] {
  const isAny = cluster.instances.some(its => its.class === serverlessClass || isSpare(its))
  if (!isAny) return null
  if (cluster.serverless?.generation === 'v1') return resolveV1(cluster)
  const { min, max, pauseAfter, platform, features } = { ...defaultRange, ...cluster.serverless }
  const offered = featuresOf(cluster.edition ?? 'mysql')
  return {
    minMicroAcu: min * microAcu,
    maxMicroAcu: max * microAcu,
    pauseAfterMicros: micros(pauseAfter ?? undefined, defaultPauseAfter),
    platform: platform ?? 4,
    v2: {
      features: offered.filter(feature => features?.includes(feature)),
      offered,
      values: resolveV2Parameters(cluster.parameters ?? {}),
    },
  }
}

/** E10: a pause after nothing is none. */
function resolveV1(cluster: Scenario['cluster']): Setup['serverless'] {
  const { serverless, edition, parameters = {} } = cluster
  const { min, max, pauseAfter, timeout, onTimeout } = { ...defaultV1Range, ...serverless }
  return {
    minMicroAcu: min * microAcu,
    maxMicroAcu: max * microAcu,
    pauseAfterMicros: pauseAfter === null ? 0 : micros(pauseAfter, defaultPauseAfter),
    platform: 4,
    v1: {
      steps: stepsOf(edition).map(acu => acu * microAcu),
      timeoutMicros: micros(timeout, defaultTimeout),
      onTimeout: onTimeout ?? 'rollback',
      values: resolveV1Parameters(parameters),
    },
  }
}

function resolveDemand(scenario: Scenario): Setup['demand'] {
  const writer = scenario.cluster.instances[0]?.id ?? ''
  const fluid = (scenario.workload ?? []).filter(({ kind }) => kind === 'demand')
  return (fluid as DemandWorkload[]).map(({ id, on, unit, connections, ...rest }) => ({
    id,
    on: on ?? writer,
    unit,
    ...resolveLevels({ id, ...rest }, scenario.seed ?? defaultSeed),
    connections: connections ?? 1,
  }))
}

type Levels = Pick<DemandWorkload, 'id' | 'points' | 'repeat' | 'curve'>

function resolveLevels({ id, points = [], repeat, curve }: Levels, seed: number): ResolvedCurve {
  if (curve) return resolveCurve(curve, seed, id)
  return {
    points: points.map(([at, level]) => ({ at: micros(at, 0), level: millionths(level) })),
    repeatMicros: micros(repeat, 0),
  }
}

/** Entries with `+` count from the one before; the order of equal instants is that of the file. */
function resolveScript(scenario: Scenario): Setup['script'] {
  let before: Micros = 0
  const entries = (scenario.script ?? []).map(({ at, ...command }) => {
    const length = micros(at.replace('+', ''), 0)
    before = at.endsWith('+') ? before + length : length
    return { at: before, command: command as Command }
  })
  return entries.sort((one, other) => one.at - other.at)
}

/** At least as many as the pages of the start fill. */
function resolveGroups(
  { cluster }: Scenario,
  parameters: ParameterValues,
  tables: Setup['tables'],
): number {
  const asked = cluster.volume?.protectionGroups ?? 1
  const perGroup = parameters['storage.pagesPerGroup']
  const { firstPage, pages } = tables.at(-1) ?? { firstPage: 0, pages: 1 }
  return perGroup === 0 ? asked : Math.max(asked, Math.ceil((firstPage + pages) / perGroup))
}

/** Versions of both engines (reference multi-master, E7; *assumption*). */
function dialectOf({ edition, topology, serverless }: Scenario['cluster']): Setup['dialect'] {
  if (edition === 'postgresql') return 'postgresql-16'
  if (serverless?.generation === 'v1') return 'mysql-5.7'
  return topology === 'multi-master' ? 'mysql-5.6' : 'mysql-8.0'
}

export function resolveScenario(scenario: Scenario): Setup {
  const parameters = resolveParameters(scenario.cluster.parameters ?? {})
  if (scenario.cluster.volume?.segments === 'full-tail') parameters['quorum.fullSegments'] = 3
  const tables = resolveTables(scenario, parameters['instance.rowsPerPage'])
  const script = resolveScript(scenario)
  const pace = (scenario.pace ?? []).map(({ from, speed }) => ({ from: micros(from, 0), speed }))
  return {
    name: scenario.name,
    seed: scenario.seed ?? defaultSeed,
    dialect: dialectOf(scenario.cluster),
    topology: scenario.cluster.topology ?? 'single-master',
    serverless: resolveServerless(scenario),
    demand: resolveDemand(scenario),
    instances: resolveInstances(scenario, parameters),
    ...resolveEndpoints(scenario.cluster),
    ...resolveModify(scenario.cluster, parameters['instance.memoryPerVcpu']),
    groupCount: resolveGroups(scenario, parameters, tables),
    parameters,
    ...resolveBill(scenario.cluster),
    tables,
    workload: [...resolveWorkload(scenario, tables), ...resolveScripted(scenario, script)],
    script,
    untilMicros: micros(scenario.until, 60_000_000),
    opensAtMicros: micros(scenario.opensAt, 0),
    pace: pace.length > 0 ? pace : [{ from: 0, speed: '1' }],
  }
}
