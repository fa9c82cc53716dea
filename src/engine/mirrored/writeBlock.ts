/**
 * One write of a mirrored volume (2017 §3.1, figure 2): to the own disk and its mirror, then to the
 * standby in another zone, then to the standby's disk and mirror. The three stages follow each
 * other, and each waits for the slower of its two: four of four. Rules Y3, Y4.
 */
import type { WriteKind } from '../contract/writePath.ts'
import type { Micros } from '../contract/units.ts'
import { schedule } from '../kernel/eventQueue.ts'
import { roundTrip } from './roundTrip.ts'
import type { Mirrored } from './mirrored.ts'
import { iosASecond } from './mirroredSetup.ts'

const million = 1_000_000

/** Counts the I/O and schedules its end; on a volume that lost a disk it never ends. */
export function writeBlock(world: Mirrored, kind: WriteKind, bytes: number, then: number): void {
  world.counts.ios[kind] += 1
  world.counts.bytes[kind] += bytes
  const begin = Math.max(world.now, world.diskFreeAt)
  world.diskFreeAt = begin + Math.floor(million / iosASecond)
  if (world.isDiskDown) return
  const standby = roundTrip(world, 'network.crossAzOneWay')
  schedule(world.queue, begin + bothDisks(world) + standby + bothDisks(world), then, 0)
}

function bothDisks(world: Mirrored): Micros {
  const persist = world.setup.parameters['storage.persist']
  const disk = () => roundTrip(world, 'network.sameAzOneWay') + persist
  return Math.max(disk(), disk())
}
