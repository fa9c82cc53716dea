/**
 * The six-way quorum write on simjs 2.0.3, the discrete-event library that a search on npm finds,
 * in its own idiom (an entity, timers, `done`) with the same random numbers. Records of a write
 * are reused, so that what it allocates is its own.
 */
import { delayMicros, exponentialMicros } from '../../src/engine/kernel/distributions.ts'
import { createStream, type Stream } from '../../src/engine/kernel/streams.ts'
import { copies, hopLaw, type QuorumModel, thinkMeanMicros, writeQuorum } from './quorumModel.ts'
import { type SimjsEntity, simjs } from './simjs.ts'

interface Write {
  client: Client
  startedAt: number
  answers: number
  legs: Leg[]
}

interface Leg {
  world: World
  write: Write
}

interface Client {
  world: World
}

interface World {
  entity: SimjsEntity
  stream: Stream
  free: Write[]
  commits: number
  latencyMicros: number
}

/** simjs wants a class with a start; everything here starts by itself. */
class Clients extends simjs.Entity {
  start(): void {}
}

export function quorumOnSimjs(clients: number, seed: number): QuorumModel {
  const sim = new simjs.Sim()
  const stream = createStream(seed, 'quorum')
  const entity = sim.addEntity(Clients)
  const world: World = { entity, stream, free: [], commits: 0, latencyMicros: 0 }
  let events = 0
  for (let client = 0; client < clients; client++) think({ world })
  return {
    advance: count => {
      sim.simulate(Infinity, count)
      events += count
    },
    sums: () => ({
      events,
      commits: world.commits,
      now: sim.time(),
      latencyMicros: world.latencyMicros,
    }),
  }
}

function think(client: Client): void {
  const { entity, stream } = client.world
  entity.setTimer(exponentialMicros(stream, thinkMeanMicros)).done(startWrite, client)
}

function startWrite(this: Client): void {
  const world = this.world
  const write = world.free.pop() ?? createWrite(this)
  write.client = this
  write.startedAt = world.entity.time()
  write.answers = 0
  for (const leg of write.legs) {
    world.entity.setTimer(delayMicros(world.stream, hopLaw)).done(answer, leg)
  }
}

function createWrite(client: Client): Write {
  const write: Write = { client, startedAt: 0, answers: 0, legs: [] }
  for (let node = 0; node < copies; node++) write.legs.push({ world: client.world, write })
  return write
}

function answer(this: Leg): void {
  this.world.entity.setTimer(delayMicros(this.world.stream, hopLaw)).done(receive, this)
}

function receive(this: Leg): void {
  const { world, write } = this
  write.answers++
  if (write.answers === writeQuorum) {
    world.commits++
    world.latencyMicros += world.entity.time() - write.startedAt
    think(write.client)
  }
  if (write.answers === copies) world.free.push(write)
}
