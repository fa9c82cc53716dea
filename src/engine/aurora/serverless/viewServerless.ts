/** The part of the picture that only serverless clusters have, and what is said of it. */
import { costOf } from '../billing/costOf.ts'
import { dollarText } from '../billing/dollars.ts'
import { pricesOf } from '../billing/prices.ts'
import { provisionedNano } from '../billing/provisionedNano.ts'
import type { ApplicationView, Frame } from '../../contract/frame.ts'
import type { CapacityView, DemandView, ServerlessView } from '../../contract/serverlessView.ts'
import type { World } from '../world.ts'
import { owedBy } from '../serverlessV1/activation.ts'
import { transactionsOf } from './demandLevel.ts'
import { isAwaited } from './impatience.ts'
import { missedBy } from './missed.ts'
import { viewCurve } from './viewCurve.ts'
import { tooManyConnections } from './admission.ts'
import { captionServerless } from './captionServerless.ts'
import { rampOf } from './rampOf.ts'
import { viewV2, viewV2Cluster } from './viewV2.ts'
import type { Capacity, Demand, Serverless } from './serverless.ts'

const million = 1_000_000

export function viewServerless(world: World, frame: Frame): void {
  const { serverless } = world
  if (!serverless) return
  frame.serverless = {
    instances: serverless.capacities.map(capacity => viewWithV2(world, serverless, capacity)),
    demand: serverless.demands.map(demand => viewDemand(world, demand)),
    meter: viewMeter(world, serverless),
    ...(world.setup.serverless?.v2 ? { v2: viewV2Cluster(world, serverless) } : {}),
  }
  for (const { id, busyPpm } of frame.serverless.instances) {
    const instance = frame.instances.find(view => view.id === id)
    if (instance) instance.cpuPpm = busyPpm
  }
  for (const application of frame.applications) feelRefusal(application)
  captionServerless(world, frame, frame.serverless)
}

function viewWithV2(world: World, serverless: Serverless, capacity: Capacity): CapacityView {
  const view = viewCapacity(world, serverless, capacity)
  return world.setup.serverless?.v2 ? { ...view, v2: viewV2(world, serverless, capacity) } : view
}

/** S9: it lost no connection, it was given none. */
export function feelRefusal(application: ApplicationView): void {
  const { reconnecting, lastError } = application
  if (reconnecting > 0 && lastError?.code === tooManyConnections) application.feels = 'retrying'
}

export function viewCapacity(
  world: World,
  { min, max }: Serverless,
  capacity: Capacity,
): CapacityView {
  const { setup, now } = world
  const { exact, state } = capacity
  const used = capacity.usedBySessions + capacity.usedByDemand
  return {
    id: world.instances[capacity.instance]!.id,
    state,
    since: capacity.since,
    reported: capacity.reported,
    exact,
    min,
    max,
    target: state === 'paused' || state === 'resuming' ? 0 : capacity.target,
    need: { ...capacity.need },
    binding: capacity.binding,
    allowance: capacity.tokens,
    allowanceMax: rampOf(world).burst,
    busyPpm: sharePpm(used, exact),
    utilizationPpm: sharePpm(used, max),
    lowMicros: capacity.lowMicros,
    holdMicros: world.parameters['serverlessV2.holdDown'],
    connections: capacity.connections,
    maxConnections: capacity.maxConnections,
    idleMicros: state === 'active' ? now - capacity.idleSince : 0,
    pauseAfterMicros: min > 0 ? 0 : setup.serverless!.pauseAfterMicros,
    blockers: [...capacity.blockers],
    waking: capacity.waiting.filter(slot => isAwaited(world, slot)).length,
  }
}

function sharePpm(used: number, whole: number): number {
  return whole > 0 ? Math.min(million, Math.floor((used * million) / whole)) : 0
}

export function viewDemand(world: World, demand: Demand): DemandView {
  const { id, unit } = world.setup.demand[demand.index]!
  const missed = missedBy(world, demand)
  return {
    id,
    unit,
    level: demand.level,
    isMoved: demand.movedTo >= 0,
    offered: transactionsOf(world, demand.offered),
    answered: transactionsOf(world, demand.answered),
    backlog: transactionsOf(world, demand.backlog),
    late: Math.floor(transactionsOf(world, missed.late) / million),
    refused: Math.floor(transactionsOf(world, missed.refused) / million),
    ...viewCurve(world, demand.index),
  }
}

/** The meter up to now, without counting it: a look changes nothing. */
export function viewMeter(world: World, serverless: Serverless): ServerlessView['meter'] {
  const { groups, now, setup } = world
  const { meter, capacities } = serverless
  const since = now - meter.settledAt
  let { rest, pausedMicros } = meter
  for (const { reported, state } of capacities) {
    rest += reported * since
    if (state === 'paused') pausedMicros += since
  }
  const microAcuSeconds = meter.microAcuSeconds + Math.floor(rest / million)
  const groupMicros = meter.groupMicros + groups.length * since
  const { ios } = meter
  const billed = {
    groupMicros,
    ios,
    microAcuSeconds: microAcuSeconds + owedBy(serverless, world),
    microAcuSecondsAsV1: serverless.microAcuSecondsAsV1 ?? 0,
  }
  const { compute, storage, io, total } = costOf(setup, billed)
  const fixed = provisionedNano(world)
  return {
    microAcuSeconds,
    acuHours: acuHoursText(microAcuSeconds),
    ios,
    compute: dollarText(compute + fixed),
    storage: dollarText(storage),
    io: dollarText(io),
    total: dollarText(total + fixed),
    prices: { ...pricesOf(setup) },
    isIoOptimized: setup.parameters['billing.ioOptimized'] === 1,
    pausedMicros,
  }
}

/** Thousandths of an ACU-hour, rounded down. */
function acuHoursText(microAcuSeconds: number): string {
  const thousandths = Math.floor(microAcuSeconds / 3_600_000)
  return `${Math.floor(thousandths / 1_000)}.${`${thousandths % 1_000}`.padStart(3, '0')}`
}
