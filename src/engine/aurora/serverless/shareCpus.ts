/**
 * Capacity as CPUs: a quarter of one for each ACU, as whole servers of equal speed, and of that the
 * part which the fluid demand leaves to the sessions: at least a twentieth. Rules S5 and S13.
 */
import type { World } from '../world.ts'
import { rampOf } from './rampOf.ts'
import type { Served } from './serverless.ts'

const million = 1_000_000
const leastSharePpm = 50_000

export function shareCpus(world: World, capacity: Served): void {
  const instance = world.instances[capacity.instance]!
  const perAcu = world.parameters['serverlessV2.vcpuPerAcu']
  const micros = Math.floor((capacity.exact * perAcu) / million)
  const servers = Math.max(1, Math.ceil(micros / million))
  instance.vcpus = micros / million
  instance.memory.cpuFreeAt = withServers(instance.memory.cpuFreeAt, servers)
  const left = Math.max(leastSharePpm, million - fluidPpm(capacity))
  const { speedPpm } = rampOf(world)
  const plain = Math.floor(((micros / servers) * left) / million)
  const speed = Math.floor((plain * speedPpm) / million)
  world.serverless!.cpus[capacity.instance]!.speedPpm = Math.max(1, speed)
}

function fluidPpm({ exact, usedByDemand }: Served): number {
  return exact > 0 ? Math.floor((usedByDemand * million) / exact) : 0
}

/** New servers are free; of too many those go that are free first. */
function withServers(freeAt: Float64Array, servers: number): Float64Array {
  if (freeAt.length === servers) return freeAt
  const kept = new Float64Array(servers)
  const busiest = freeAt.slice().sort((one, other) => other - one)
  kept.set(busiest.subarray(0, Math.min(servers, busiest.length)))
  return kept
}
