/** What a run has come to at an instant: the same from page and command line (Formats §5). */
import { lowestReadPoint } from '../aurora/frame/viewVolume.ts'
import { readMicrosUntil, writeMicrosUntil } from '../aurora/status/availability.ts'
import { availabilityOf } from '../aurora/status/availabilityOf.ts'
import { isNodeReachable, writerIndex } from '../aurora/status/reachability.ts'
import { viewWire } from '../aurora/volumeDetail/viewWire.ts'
import type { Metered } from '../aurora/billing/stops.ts'
import { usageOf } from '../aurora/billing/usageOf.ts'
import type { Instance } from '../aurora/instance.ts'
import type { ProtectionGroup, Segment, World } from '../aurora/world.ts'
import type { FactOf } from '../contract/facts.ts'
import type { Report } from '../contract/report.ts'
import { addFailover } from './addFailover.ts'
import { addMultiMaster } from './addMultiMaster.ts'
import { addServerless } from './addServerless.ts'
import { costOfUsage } from './costOfUsage.ts'
import { countOpen } from './countOpen.ts'
import { latencyPercentile } from './latencyPercentile.ts'

/** What the world itself does not know: digest, laws, and what was counted or told on the way. */
export interface ReportExtra {
  digest: string
  watched: readonly { id: string }[]
  /** Facts of changed capacity up to now, oldest first. */
  capacity: FactOf<'CapacityChanged'>[]
  /** What a bill is made of, oldest first: a volume that grew, stops and starts. */
  metered?: Metered[]
  broken: Report['laws']['broken']
  expectations: Report['expectations']
  /** Only where the history of the run was kept. */
  anomalies?: Report['anomalies']
}

const half = 500_000
const ninetyNine = 990_000

export function reportOf(world: World, extra: ReportExtra): Report {
  const { setup, totals } = world
  const report: Report = {
    digest: extra.digest,
    at: world.now,
    events: world.eventCount,
    scenario: setup.name,
    seed: setup.seed,
    statements: world.sql?.statements.map(({ record }) => ({ ...record })) ?? [],
    transactions: {
      committed: totals.committed,
      rolledBack: world.sql?.counts.rolledBack ?? 0,
      retried: world.applications.reduce((sum, { retried }) => sum + retried, 0),
      unknown: lostOf(world),
      open: countOpen(world),
    },
    conflicts: {
      inFlight: 0,
      staleBase: 0,
      noWinner: 0,
      rowOwned: 0,
      deadlock: world.sql?.counts.deadlocks ?? 0,
      lockTimeout: world.sql?.counts.lockTimeouts ?? 0,
    },
    volume: volumeOf(world),
    instances: world.instances.map(instanceOf),
    availability: reportAvailability(world),
    capacity: [],
    cost: costOfUsage(setup, usageOf(world, extra.metered ?? [])),
    laws: { checked: extra.watched.map(({ id }) => id), broken: extra.broken },
    anomalies: extra.anomalies ?? [],
    expectations: extra.expectations,
  }
  if (world.multiMaster) addMultiMaster(world, world.multiMaster, report)
  if (world.failover) addFailover(world, report)
  if (world.serverless) addServerless(world, world.serverless, { report, facts: extra.capacity })
  return report
}

/** Clients that never got an answer: the outcome is unknown to them. */
function lostOf({ applications }: World): number {
  return applications.reduce((sum, { lost }) => sum + lost, 0)
}

function volumeOf(world: World): Report['volume'] {
  const memory = world.instances[writerIndex(world)]?.memory
  return {
    epoch: world.volume.epoch,
    geometryEpoch: world.membership?.geometryEpoch ?? 1,
    groups: world.groups.map((group, index) => groupOf(world, group, index)),
    vcl: memory?.vcl ?? 0,
    vdl: memory?.vdl ?? 0,
    lowestReadPoint: lowestReadPoint(memory?.groups ?? []),
    highestLsn: (memory?.nextLsn ?? 1) - 1,
    ...(world.multiMaster ? {} : { wire: viewWire(world) }),
  }
}

function groupOf(world: World, group: ProtectionGroup, index: number) {
  return {
    id: group.id,
    membershipEpoch: group.membershipEpoch,
    writeQuorum: world.status.writeQuorum[index]!,
    readQuorum: world.status.readQuorum[index]!,
    pgcl: world.instances[writerIndex(world)]?.memory.groups[index]?.pgcl ?? 0,
    segments: group.segments.map(segment => segmentOf(world, segment)),
  }
}

function segmentOf(world: World, { id, scl, node }: Segment) {
  const isReachable = isNodeReachable(world, node, writerIndex(world))
  const state = !world.nodes[node]!.isUp ? 'down' : isReachable ? 'up' : 'unreachable'
  return { id, scl, state } as const
}

function instanceOf({ id, role, status, commits, latency }: Instance): Report['instances'][0] {
  return {
    id,
    role,
    status,
    commits,
    latencyP50Micros: latencyPercentile(latency, half),
    latencyP99Micros: latencyPercentile(latency, ninetyNine),
    lagMicros: {},
  }
}

function reportAvailability(world: World): Report['availability'] {
  const { applications, unknown: _, ...cluster } = availabilityOf(world)
  return {
    writeMicros: writeMicrosUntil(world, world.now),
    readMicros: readMicrosUntil(world, world.now),
    ...cluster,
    clients: applications.map(({ recovery, errors, ...felt }, index) => ({
      ...felt,
      errors: world.applications[index]!.errors,
      errorCounts: errors,
      recoveredMicros: recovery?.tookMicros ?? null,
    })),
  }
}
