/**
 * The world at instant zero: three zones, storage nodes, a volume of protection groups with six
 * segments each, two in every zone (2017 §2.1), instances and applications; nothing written yet.
 */
import { createEventQueue, schedule } from '../kernel/eventQueue.ts'
import type { DelayLaw } from '../kernel/distributions.ts'
import { createNetwork, type Network, setDuplication, setLaw, setLoss } from '../kernel/network.ts'
import { createStream } from '../kernel/streams.ts'
import type { ParameterValues } from '../contract/parameters.ts'
import type { Setup } from '../contract/scenario.ts'
import { backgroundStart } from './backgroundStart.ts'
import { createInstance } from './database/createInstance.ts'
import { createApplication } from './endpoint/createApplication.ts'
import { pagesOfTables } from './database/groupOfPage.ts'
import { startApplications } from './endpoint/startApplications.ts'
import { eventKind } from './eventKind.ts'
import type { Mechanism } from './mechanism.ts'
import { createRedoLog } from './storage/redoLog.ts'
import { readSets, tailSlots, writeSets } from './storage/quorumSets.ts'
import { scheduleGossip } from './storage/gossip.ts'
import { createSegment } from './storage/segment.ts'
import type { ProtectionGroup, StorageNode, Streams, World, Zone } from './world.ts'

const zoneLetters = ['a', 'b', 'c'] as const
const segmentsOfLogRows = 2048
/** M16: a volume of teaching size grows up to so many groups. */
export const mostGroups = 64

export function createWorld(setup: Setup, mechanisms: readonly Mechanism[] = []): World {
  const zones: Zone[] = zoneLetters.map(letter => ({ id: `az-${letter}`, isOut: false }))
  const nodes = createNodes(setup)
  const world: World = {
    now: 0,
    eventCount: 0,
    factCount: 0,
    setup,
    parameters: setup.parameters,
    queue: createEventQueue(),
    network: createNetwork(actorCount(setup, nodes), delayLaws(setup.parameters)),
    streams: createStreams(setup.seed),
    actors: [],
    zones,
    nodes,
    groups: createGroups(setup, nodes),
    log: createRedoLog(segmentsOfLogRows),
    pageRecords: new Int32Array(pageCount(setup)),
    volume: { epoch: 1, truncations: [] },
    instances: [],
    applications: [],
    faults: [],
    scriptPosition: 0,
    status: createStatus(setup),
    multiMaster: null,
    serverless: null,
    failover: null,
    proxy: null,
    routing: null,
    membership: null,
    undo: null,
    pipeline: null,
    sql: null,
    totals: { committed: 0, lost: 0, resent: 0, hedged: 0, undone: 0 },
    redoSent: { transactions: 0, rows: 0, records: 0, batches: 0, messages: 0, copies: 0 },
  }
  peopleWorld(world)
  for (const mechanism of mechanisms) mechanism.create(world)
  return world
}

function peopleWorld(world: World): void {
  const { setup } = world
  for (let index = 0; index < setup.instances.length; index++) {
    world.instances.push(createInstance(world, index))
  }
  for (let index = 0; index < setup.workload.length; index++) {
    world.applications.push(createApplication(world, index))
  }
  world.actors = [
    ...world.instances.map(instance => instance.id),
    ...world.nodes.map(node => node.id),
    ...world.applications.map(application => application.id),
  ]
  layLinks(world)
  startTimers(world)
}

function actorCount(setup: Setup, nodes: StorageNode[]): number {
  return setup.instances.length + nodes.length + setup.workload.length
}

function pageCount(setup: Setup): number {
  return Math.max(pagesOfTables(setup), mostGroups * setup.parameters['storage.pagesPerGroup'])
}

function createNodes(setup: Setup): StorageNode[] {
  const nodes: StorageNode[] = []
  for (let zone = 0; zone < zoneLetters.length; zone++) {
    for (let rank = 0; rank < setup.parameters['storage.fleetPerAz']; rank++) {
      nodes.push(createNode(setup, zone, rank, nodes.length))
    }
  }
  return nodes
}

function createNode(setup: Setup, zone: number, rank: number, index: number): StorageNode {
  return {
    id: `node-${zoneLetters[zone]}${rank + 1}`,
    actor: setup.instances.length + index,
    zone,
    isUp: true,
    slowPpm: 1_000_000,
    life: 1,
    hosts: [],
  }
}

function createGroups(setup: Setup, nodes: StorageNode[]): ProtectionGroup[] {
  const groups: ProtectionGroup[] = []
  for (let group = 0; group < setup.groupCount; group++) {
    groups.push(createGroup(setup.parameters, group, nodes))
  }
  return groups
}

/** `hosts`: index of the node of each slot; Q5 unless given. */
export function createGroup(
  parameters: ParameterValues,
  group: number,
  nodes: StorageNode[],
  hosts?: readonly number[],
): ProtectionGroup {
  const members = Array.from({ length: parameters['quorum.copies'] }, (_, slot) => slot)
  return {
    id: `pg${group + 1}`,
    segments: members.map(slot => {
      const host = hosts?.[slot] ?? usualHost(parameters, group, slot)
      return placeSegment(nodes, group, slot, host)
    }),
    membershipEpoch: 1,
    write: writeSets(parameters, members, tailSlots(parameters)),
    read: readSets(parameters, members, tailSlots(parameters)),
    tipOrdinal: -1,
    tipLsn: 0,
    recordCount: 0,
    baseOrdinal: -1,
    baseLsn: 0,
  }
}

/**
 * Q5: two copies a zone, on different nodes; the groups take turns over the fleet, so that a node
 * hosts segments of several groups (the order of turns is an assumption).
 */
export function usualHost(parameters: ParameterValues, group: number, slot: number): number {
  const perZone = parameters['quorum.copies'] / zoneLetters.length
  const fleet = parameters['storage.fleetPerAz']
  return Math.floor(slot / perZone) * fleet + ((group + (slot % perZone)) % fleet)
}

function placeSegment(nodes: StorageNode[], group: number, slot: number, host: number) {
  const node = nodes[host]!
  node.hosts.push(group * 8 + slot)
  return createSegment(`pg${group + 1}/${node.id.slice('node-'.length)}`, group, slot, host)
}

function createStreams(seed: number): Streams {
  return {
    network: createStream(seed, 'network'),
    workload: createStream(seed, 'workload'),
    gossip: createStream(seed, 'gossip'),
    reads: createStream(seed, 'reads'),
    clients: createStream(seed, 'clients'),
  }
}

function delayLaws(parameters: ParameterValues): DelayLaw[] {
  const law = (meanMicros: number): DelayLaw => ({
    meanMicros,
    jitterPpm: parameters['network.jitter'],
    tailPpm: parameters['network.tailProbability'],
    tailFactor: parameters['network.tailFactor'],
  })
  return [law(parameters['network.sameAzOneWay']), law(parameters['network.crossAzOneWay'])]
}

/** N1: a link's law follows from the zones of its ends; clients are as near as the own zone. */
function layLinks(world: World): void {
  const { network } = world
  for (let from = 0; from < world.actors.length; from++) {
    for (let to = 0; to < world.actors.length; to++) layLink(world, network, from, to)
  }
}

function layLink(world: World, network: Network, from: number, to: number): void {
  const fromZone = zoneOfActor(world, from)
  const toZone = zoneOfActor(world, to)
  const isClient = fromZone < 0 || toZone < 0
  setLaw(network, from, to, isClient || fromZone === toZone ? 0 : 1)
  if (isClient) return
  setLoss(network, from, to, world.parameters['network.loss'])
  setDuplication(network, from, to, world.parameters['network.duplication'])
}

/** Index of the zone an actor stands in; -1 for applications, which stand in none. */
export function zoneOfActor(world: World, actor: number): number {
  const instance = world.instances[actor]
  if (instance) return instance.zone
  return world.nodes[actor - world.instances.length]?.zone ?? -1
}

function createStatus(setup: Setup): World['status'] {
  return {
    writeQuorum: new Array<boolean>(setup.groupCount).fill(true),
    readQuorum: new Array<boolean>(setup.groupCount).fill(true),
    stalledSince: 0,
    isStalled: false,
    resumedAt: 0,
    hasReads: true,
    stallFact: 0,
    writeMicros: 0,
    readMicros: 0,
    seenAt: 0,
  }
}

/** The first gossip of each segment is spread over one period. */
function startTimers(world: World): void {
  const period = world.parameters['storage.gossipPeriod']
  const count = world.groups.length * world.parameters['quorum.copies']
  let turn = 0
  for (const group of world.groups) {
    for (const segment of group.segments) {
      scheduleGossip(world, segment, Math.floor((period * ++turn) / count))
    }
  }
  const first = world.setup.script[0]
  if (first) schedule(world.queue, first.at, eventKind.script, 0)
  const backgroundAt = backgroundStart(world.setup)
  if (backgroundAt < Infinity) schedule(world.queue, backgroundAt, eventKind.background, 0)
  startApplications(world)
}
