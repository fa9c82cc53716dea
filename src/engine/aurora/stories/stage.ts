/**
 * A stage for stories: a whole cluster from a few words, the loop without laws, and the facts told
 * so far. For tests only.
 */
import type { Fact, FactKey, FactOf } from '../../contract/facts.ts'
import type { ParameterValues } from '../../contract/parameters.ts'
import type { Setup } from '../../contract/scenario.ts'
import type { Micros } from '../../contract/units.ts'
import { createEventRecord, takeNextUntil } from '../../kernel/eventQueue.ts'
import { clearTouched, type Context } from '../context.ts'
import { createContext } from '../createContext.ts'
import { createWorld } from '../createWorld.ts'
import { recoveryMechanism } from '../database/recoveryMechanism.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import { eventKind } from '../eventKind.ts'
import { receiveMessage } from '../receiveMessage.ts'
import { ringTimer } from '../ringTimer.ts'
import { crashNode, restartNode } from '../storage/nodePower.ts'
import { isTrimDue, trimLog } from '../storage/trimLog.ts'
import type { World } from '../world.ts'

export interface Stage {
  world: World
  ctx: Context
  facts: Fact[]
}

export interface Cast {
  seed?: number
  groups?: number
  zone?: number
  rows?: number
  rowsPerPage?: number
  sessions?: number
  think?: Micros
  reads?: number
  writes?: number
  pattern?: 'uniform' | 'hot' | 'sequential'
}

export function setStage(parameters: ParameterValues, cast: Cast = {}): Stage {
  const world = createWorld(setupOf(parameters, cast))
  const ctx = createContext(world, [recoveryMechanism])
  const facts: Fact[] = []
  ctx.isListening = true
  ctx.sink = fact => {
    facts.push(fact)
  }
  return { world, ctx, facts }
}

export function setupOf(parameters: ParameterValues, cast: Cast): Setup {
  const rows = cast.rows ?? 320
  const rowsPerPage = cast.rowsPerPage ?? 8
  return {
    name: 'story',
    seed: cast.seed ?? 1,
    dialect: 'mysql-8.0',
    topology: 'single-master',
    instances: [
      { id: 'w1', zone: cast.zone ?? 1, role: 'writer', vcpus: 2, tier: 0, isServerless: false },
    ],
    serverless: null,
    demand: [],
    groupCount: cast.groups ?? 1,
    parameters,
    tables: [
      {
        name: 'account',
        rows,
        rowsPerPage,
        firstPage: 0,
        pages: rows / rowsPerPage,
        columns: [],
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
        sessions: cast.sessions ?? 3,
        thinkMicros: cast.think ?? 4000,
        reads: cast.reads ?? 1,
        writes: cast.writes ?? 1,
        table: 0,
        pattern: cast.pattern ?? 'uniform',
        hotSharePpm: 900_000,
      },
    ],
    script: [],
    untilMicros: 60_000_000,
    opensAtMicros: 0,
    pace: [],
  }
}

/** Plays up to and at this instant. */
export function playTo(stage: Stage, at: Micros): void {
  const { world, ctx } = stage
  const event = createEventRecord()
  while (takeNextUntil(world.queue, at, event)) {
    world.now = event.at
    world.eventCount++
    clearTouched(ctx.touched)
    ctx.cause = 0
    if (event.kind === eventKind.deliver) receiveMessage(ctx, event.subject)
    else ringTimer(ctx, event)
    if (isTrimDue(world.log)) trimLog(world)
  }
  world.now = at
}

export function factsOf<K extends FactKey>(stage: Stage, key: K): FactOf<K>[] {
  return stage.facts.filter(({ fact }) => fact === key) as unknown as FactOf<K>[]
}

/** A zone goes dark: its nodes and instances lose power. */
export function darken(stage: Stage, zone: number): void {
  const { world, ctx } = stage
  world.zones[zone]!.isOut = true
  for (const node of placesIn(world.nodes, zone)) crashNode(ctx, node)
  for (const instance of placesIn(world.instances, zone)) crashInstance(ctx, instance)
}

export function lighten(stage: Stage, zone: number): void {
  const { world, ctx } = stage
  world.zones[zone]!.isOut = false
  for (const node of placesIn(world.nodes, zone)) restartNode(ctx, node)
  for (const instance of placesIn(world.instances, zone)) restartInstance(ctx, instance)
}

function placesIn(standing: { zone: number }[], zone: number): number[] {
  return standing.flatMap((thing, index) => (thing.zone === zone ? [index] : []))
}
