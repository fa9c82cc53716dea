/**
 * Captions while nobody can write: the writer is down, alone or with its zone, or it opens the
 * volume again, for which it needs a read quorum of every group (2018 §2.4; rules R1–R7).
 */
import type { Phrase } from '../../contract/frame.ts'
import { bitCount } from '../storage/quorum.ts'
import type { Instance, Opening } from '../instance.ts'
import type { GroupSituation, Situation } from './situation.ts'

export function captionWithoutWriter(situation: Situation): Phrase {
  const { writer } = situation
  const opening = writer?.memory.opening ?? null
  if (writer?.status === 'opening' && opening) return captionOfOpening(situation, writer, opening)
  return captionOfAbsence(situation, writer)
}

function captionOfAbsence({ world, darkest }: Situation, writer: Instance | null): Phrase {
  const zone = writer ? world.zones[writer.zone]! : null
  const name = zone?.isOut ? 'writersZoneGone' : 'writerDown'
  const parameters = {
    instance: writer?.id ?? '',
    zone: zone?.id ?? '',
    group: darkest.group.id,
    running: bitCount(darkest.running),
  }
  return { key: `caption.${name}${darkest.isSafe ? '' : 'AtRisk'}`, parameters }
}

function captionOfOpening(situation: Situation, writer: Instance, opening: Opening): Phrase {
  const instance = writer.id
  const { epoch, vdl } = opening
  switch (opening.phase) {
    case 'restarting':
      return { key: 'caption.restarting', parameters: { instance } }
    case 'scanning':
      return captionOfScan(situation, instance, opening)
    case 'truncating':
      return captionOfTruncation(situation, instance, opening)
    case 'recovering':
      return { key: 'caption.recovering', parameters: { instance, epoch, vdl } }
  }
}

function captionOfScan({ groups }: Situation, instance: string, opening: Opening): Phrase {
  const silent = groups.find(({ isReadable }) => !isReadable)
  if (silent) return waits('caption.scanWaits', instance, silent)
  const promised = fewest(opening.promised)
  return { key: 'caption.scanning', parameters: { instance, epoch: opening.epoch, promised } }
}

function captionOfTruncation({ groups }: Situation, instance: string, opening: Opening): Phrase {
  const silent = groups.find(({ isWritable }) => !isWritable)
  if (silent) return waits('caption.truncationWaits', instance, silent)
  const { epoch, vdl, truncated } = opening
  const promised = fewest(truncated)
  return { key: 'caption.truncating', parameters: { instance, epoch, vdl, promised } }
}

function waits(key: string, instance: string, { group, reachable }: GroupSituation): Phrase {
  return { key, parameters: { instance, group: group.id, reachable: bitCount(reachable) } }
}

/** The fewest members of a group that have answered. */
function fewest(answered: Uint8Array): number {
  let least = 8
  for (const bits of answered) least = Math.min(least, bitCount(bits))
  return least
}
