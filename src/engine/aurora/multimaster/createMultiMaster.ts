/**
 * Multi-Master at instant zero: every page has version 1 in storage and in every cache
 * (*assumption*: warm caches that hold the whole volume), and nobody has written anything.
 */
import type { Setup } from '../../contract/scenario.ts'
import { createStream } from '../../kernel/streams.ts'
import { pagesOfTables } from '../database/groupOfPage.ts'
import type { World } from '../world.ts'
import type { MmClient, MmSegment, MmWriter, MultiMaster } from './multiMaster.ts'
import type { MmChanges, MmFrames } from './pageState.ts'
import { noConflicts } from './noteWriter.ts'
import { createProposal } from './proposals.ts'
import { layIndexes, pagesOfIndexes, systemPages } from './indexPages.ts'
import { createFrames } from './mmFrames.ts'
import { slots } from './mmPlaces.ts'
import { createSurvival } from './survival.ts'

const proposalRows = 256

export function createMultiMaster(world: World): void {
  const { setup } = world
  const indexes = layIndexes(setup)
  const firstSystemPage = pagesOfTables(setup) + pagesOfIndexes(setup)
  const sharedPages = firstSystemPage + systemPages
  world.pageRecords = new Int32Array(sharedPages)
  const rowCount = setup.tables.reduce((sum, { rows }) => sum + rows, 0)
  const bySlot = <T>(make: () => T): T[] => Array.from({ length: slots }, make)
  const mm: MultiMaster = {
    sharedPages,
    indexes,
    firstSystemPage,
    firstRow: firstRows(setup),
    writers: world.instances.map(({ vcpus }) => createWriter(world, sharedPages, vcpus)),
    segments: world.groups.flatMap(() => bySlot(() => createSegment(world))),
    versions: bySlot(() => new Int32Array(sharedPages).fill(1)),
    tentatives: bySlot(() => new Int32Array(sharedPages)),
    versionFacts: bySlot(() => new Float64Array(sharedPages)),
    pages: createPages(sharedPages),
    rows: createRows(rowCount),
    changes: createChanges(),
    proposals: Array.from({ length: proposalRows }, createProposal),
    lastProposal: 0,
    transactions: [],
    freeTransactions: [],
    lastTransaction: 0,
    ended: [],
    arrivals: [],
    clients: setup.workload.map(createClient),
    conflicts: noConflicts(),
    rulings: [],
    rolledBack: 0,
    waitCount: 0,
    lastProbe: 0,
    ddl: createDdl(world),
    survival: createSurvival(world.instances.length),
    streams: {
      tie: createStream(setup.seed, 'multiMaster.tie'),
      lag: createStream(setup.seed, 'multiMaster.lag'),
      catchUp: createStream(setup.seed, 'multiMaster.catchUp'),
    },
  }
  world.multiMaster = mm
}

function firstRows({ tables }: Setup): number[] {
  let first = 0
  return tables.map(({ rows }) => {
    first += rows
    return first - rows
  })
}

function createWriter(world: World, pages: number, vcpus: number): MmWriter {
  const frames = createFrames(world, vcpus)
  const count = world.instances.length
  return {
    status: 'online',
    since: 0,
    epoch: 1,
    nextLsn: 1,
    vcl: 0,
    vdl: 0,
    log: [],
    groups: world.groups.map(() => ({ scl: new Float64Array(slots), pgcl: 0 })),
    cache: startCache(world, pages, frames),
    frames,
    staleSince: new Float64Array(pages),
    heardAt: new Float64Array(world.nodes.length),
    applied: new Float64Array(count),
    received: new Float64Array(count),
    early: Array.from({ length: count }, () => []),
    dueAt: new Float64Array(count),
    lag: new Float64Array(count),
    acked: new Float64Array(count),
    isWatched: new Uint8Array(count),
    firstPlace: 1,
    lastPlace: 0,
    stream: [],
    ends: [],
    holds: [],
    typedWaits: [],
    parked: [],
    pending: [],
    purge: { waiting: [], proposal: 0, asked: 0, done: 0, refused: 0 },
    commits: 0,
    conflicts: 0,
    causes: noConflicts(),
    retries: 0,
    noted: [],
    recovery: null,
  }
}

/** C9: the first pages, as many as fit; none at a cold start. */
function startCache({ parameters }: World, pages: number, frames: MmFrames | null): Int32Array {
  const cache = new Int32Array(pages)
  if (parameters['multiMaster.choiceColdStart'] !== 0) return cache
  if (frames === null) return cache.fill(1)
  for (let page = 0; page < frames.capacity; page++) {
    cache[page] = 1
    frames.pages[page] = page
    frames.frameOf[page] = page
    frames.isReferenced[page] = 1
  }
  return cache
}

function createSegment(world: World): MmSegment {
  const epochs = new Float64Array(world.instances.length).fill(1)
  return { epochs, open: [], count: 0, askedAt: -1 }
}

function createPages(count: number): MultiMaster['pages'] {
  return {
    version: new Int32Array(count).fill(1),
    lastWriter: new Int8Array(count).fill(-1),
    lastProposal: new Int32Array(count),
    acceptedAt: new Float64Array(count),
    latest: [],
    latestEvent: -1,
    latestCopied: [],
    latestCopiedEvent: -1,
    touchedAt: new Float64Array(count).fill(-1),
  }
}

function createRows(count: number): MultiMaster['rows'] {
  return {
    base: new Int32Array(count),
    baseVersion: new Int32Array(count),
    head: new Int32Array(count).fill(-1),
  }
}

function createChanges(): MmChanges {
  return {
    transaction: new Float64Array(0),
    writer: new Int8Array(0),
    row: new Int32Array(0),
    page: new Int32Array(0),
    version: new Int32Array(0),
    outcome: new Uint8Array(0),
    endPlace: new Float64Array(0),
    endedAt: new Float64Array(0),
    fact: new Float64Array(0),
    older: new Int32Array(0),
    free: [],
  }
}

function createClient({ mode, sessions }: Setup['workload'][number]): MmClient {
  return {
    mode,
    seed: new Float64Array(sessions),
    tries: new Int32Array(sessions),
    isRetrying: new Uint8Array(sessions),
    script: null,
    queue: [],
  }
}

function createDdl(world: World): MultiMaster['ddl'] {
  return {
    owner: 0,
    table: -1,
    statement: 0,
    lastStatement: 0,
    asked: -1,
    done: 0,
    since: 0,
    cut: 0,
    fenced: new Float64Array(world.instances.length),
    fencedTable: new Int32Array(world.instances.length),
    queue: [],
    over: [],
    asks: [],
    fact: 0,
  }
}
