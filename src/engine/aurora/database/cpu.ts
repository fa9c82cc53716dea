/**
 * The CPUs of an instance: a request takes the one that is free first and queues for it, first
 * come, first served (*assumption*). Use is smoothed over 100 ms of model time, for the ring.
 * Rules W2 and W3.
 */
import type { Micros, Ppm } from '../../contract/units.ts'
import type { WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'

const million = 1_000_000
const smoothedOverMicros = 100_000

/** W2: takes `serviceMicros` of the CPU that is free first; returns when that is done. */
export function occupyCpu(memory: WriterMemory, now: Micros, serviceMicros: Micros): Micros {
  const { cpuFreeAt } = memory
  noteCpuUse(memory, now)
  let first = 0
  for (let cpu = 1; cpu < cpuFreeAt.length; cpu++) {
    if (cpuFreeAt[cpu]! < cpuFreeAt[first]!) first = cpu
  }
  const done = Math.max(now, cpuFreeAt[first]!) + serviceMicros
  cpuFreeAt[first] = done
  return done
}

/** S5: CPUs of a serverless instance are slower than whole ones, and shared. */
export function stretchedMicros({ serverless }: World, instance: number, micros: Micros): Micros {
  const share = serverless?.cpus[instance]
  if (!share) return micros
  share.askedMicros += micros
  return Math.ceil((micros * million) / share.speedPpm)
}

/** Brings the smoothed use up to date; to be called before the number of busy CPUs changes. */
export function noteCpuUse(memory: WriterMemory, now: Micros): void {
  memory.cpuPpm = cpuUseAt(memory, now)
  memory.cpuSeenAt = now
}

/** W3: the share of all CPUs in use, smoothed, at an instant not before it was last noted. */
export function cpuUseAt(memory: WriterMemory, now: Micros): Ppm {
  const elapsed = now - memory.cpuSeenAt
  if (elapsed <= 0) return memory.cpuPpm
  const present = busyShare(memory)
  const moved = ((present - memory.cpuPpm) * elapsed) / (elapsed + smoothedOverMicros)
  return Math.floor(memory.cpuPpm + moved + 0.5)
}

/** CPUs that were busy since use was last noted. */
function busyShare(memory: WriterMemory): Ppm {
  const { cpuFreeAt, cpuSeenAt } = memory
  let busy = 0
  for (let cpu = 0; cpu < cpuFreeAt.length; cpu++) if (cpuFreeAt[cpu]! > cpuSeenAt) busy++
  return (busy * million) / cpuFreeAt.length
}
