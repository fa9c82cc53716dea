/** The part of the picture for whoever opens the volume; looking changes nothing. Rules Q1, M5. */
import type { Frame } from '../../contract/frame.ts'
import type { GroupDetailView } from '../../contract/volumeDetailView.ts'
import type { Instance } from '../instance.ts'
import { firstLetters } from '../membership/membership.ts'
import { writerIndex } from '../status/reachability.ts'
import { tailBits } from '../storage/quorumSets.ts'
import type { World } from '../world.ts'
import { viewSets } from './viewSets.ts'
import { viewStatusPoints } from './viewStatusPoints.ts'
import { viewWire } from './viewWire.ts'
import { lowestReadOf, sclWaits, viewLog, watchedRecord } from './viewWaits.ts'

/** With several writers each has a log of its own, which their lanes show. */
export function viewVolumeDetail(world: World, frame: Frame): void {
  if (world.setup.topology === 'multi-master') return
  const writer = world.instances[writerIndex(world)]
  const open = writer?.status === 'open' ? writer : null
  frame.volumeDetail = {
    geometryEpoch: world.membership?.geometryEpoch ?? 1,
    groups: frame.groups.map((_, group) => viewGroup(world, frame, group, open)),
    log: open && viewLog(world, open),
    wire: viewWire(world),
    statusPoints: viewStatusPoints(world),
  }
}

function viewGroup(
  world: World,
  frame: Frame,
  group: number,
  writer: Instance | null,
): GroupDetailView {
  const { id, segments, membershipEpoch } = world.groups[group]!
  const { writeQuorum, readQuorum } = frame.groups[group]!
  const members = world.membership?.groups[group]?.members
  return {
    id,
    letters: members?.map(({ letter }) => letter) ?? firstLetters(segments.length),
    tails: tailBits(world, group),
    membershipEpoch,
    write: viewSets(writeQuorum.expression, writeQuorum.reachable),
    read: viewSets(readQuorum.expression, readQuorum.reachable),
    watched: watchedRecord(world, group, writer),
    sclWaitsFor: sclWaits(world, group),
    lowestReadPoint: writer?.memory.groups[group]?.lowestReadPoint ?? 0,
    lowestRead: writer && lowestReadOf(world, group, writer),
  }
}
