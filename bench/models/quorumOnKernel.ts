/** The six-way quorum write on the kernel of this project, all state in typed arrays. */
import { delayMicros, exponentialMicros } from '../../src/engine/kernel/distributions.ts'
import {
  createEventQueue,
  createEventRecord,
  schedule,
  takeNext,
} from '../../src/engine/kernel/eventQueue.ts'
import { createStream } from '../../src/engine/kernel/streams.ts'
import { copies, hopLaw, type QuorumModel, thinkMeanMicros, writeQuorum } from './quorumModel.ts'

const THOUGHT = 2
const AT_NODE = 3
const ANSWERED = 4
const bitsIn = Uint8Array.from({ length: 64 }, (_, mask) => countBits(mask))

function countBits(mask: number): number {
  return mask === 0 ? 0 : (mask & 1) + countBits(mask >>> 1)
}

interface World {
  queue: ReturnType<typeof createEventQueue>
  stream: ReturnType<typeof createStream>
  /** By slot of a write. */
  client: Int32Array
  startedAt: Float64Array
  mask: Uint8Array
  free: Int32Array
  freeCount: number
  events: number
  commits: number
  latencyMicros: number
}

export function quorumOnKernel(clients: number, seed: number): QuorumModel {
  const world = createWorld(clients, seed)
  for (let client = 0; client < clients; client++) think(world, 0, client)
  return {
    advance: events => advance(world, events),
    sums: () => ({
      events: world.events,
      commits: world.commits,
      now: world.queue.lastAt,
      latencyMicros: world.latencyMicros,
    }),
  }
}

function createWorld(clients: number, seed: number): World {
  const slots = clients * 64
  return {
    queue: createEventQueue(),
    stream: createStream(seed, 'quorum'),
    client: new Int32Array(slots),
    startedAt: new Float64Array(slots),
    mask: new Uint8Array(slots),
    free: Int32Array.from({ length: slots }, (_, index) => slots - 1 - index),
    freeCount: slots,
    events: 0,
    commits: 0,
    latencyMicros: 0,
  }
}

function advance(world: World, events: number): void {
  const event = createEventRecord()
  for (let done = 0; done < events && takeNext(world.queue, event); done++) {
    if (event.kind === THOUGHT) write(world, event.at, event.subject)
    else if (event.kind === AT_NODE) answer(world, event.at, event.subject)
    else receive(world, event.at, event.subject)
  }
  world.events += events
}

function think(world: World, now: number, client: number): void {
  schedule(world.queue, now + exponentialMicros(world.stream, thinkMeanMicros), THOUGHT, client)
}

function write(world: World, now: number, client: number): void {
  const slot = world.free[--world.freeCount] as number
  world.client[slot] = client
  world.startedAt[slot] = now
  world.mask[slot] = 0
  for (let node = 0; node < copies; node++) {
    schedule(world.queue, now + delayMicros(world.stream, hopLaw), AT_NODE, slot * 8 + node)
  }
}

function answer(world: World, now: number, subject: number): void {
  schedule(world.queue, now + delayMicros(world.stream, hopLaw), ANSWERED, subject)
}

function receive(world: World, now: number, subject: number): void {
  const slot = subject >>> 3
  const mask = (world.mask[slot] as number) | (1 << (subject & 7))
  world.mask[slot] = mask
  const answers = bitsIn[mask] as number
  if (answers === writeQuorum) {
    world.commits++
    world.latencyMicros += now - (world.startedAt[slot] as number)
    think(world, now, world.client[slot] as number)
  }
  if (answers === copies) world.free[world.freeCount++] = slot
}
