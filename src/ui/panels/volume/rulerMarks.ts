/** The marks of the log on one axis, each with what it waits for, from the frame's own numbers. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import type { Lsn } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { lettersIn } from './memberRows.ts'
import type { VolumeSubject } from './volumeSubject.ts'

export interface RulerMark {
  /** Stable: `scl-0`, `vdl`. */
  id: string
  name: string
  /** In the glossary. */
  term: string
  lsn: Lsn
  waits: Phrase
  tone: 'copy' | 'durable' | 'plain' | 'limit'
}

const nobody: Phrase = { key: 'volume.wait.nobody', parameters: {} }

export function rulerMarks(subject: VolumeSubject): RulerMark[] {
  const { volume } = subject.frame
  const { group, detail } = subject
  const mark = (name: string, lsn: Lsn, waits: Phrase, tone: RulerMark['tone'] = 'plain') => ({
    id: name.toLowerCase(),
    name,
    term: name,
    lsn,
    waits,
    tone,
  })
  return [
    ...sclMarks(subject),
    mark('PGCL', group.pgcl, pgclWaits(subject)),
    mark('PGMRPL', detail.lowestReadPoint, readWaits(subject)),
    mark('VCL', volume.vcl, vclWaits(subject)),
    mark('VDL', volume.vdl, vdlWaits(subject), 'durable'),
    { ...mark('Highest', volume.highestLsn, highestWaits(subject)), term: 'LSN' },
    { ...mark('Limit', volume.allocationLimit, limitWaits(subject), 'limit'), term: 'LAL' },
  ]
}

function sclMarks({ rows, detail }: VolumeSubject): RulerMark[] {
  return rows.map(({ bit, letter, segment, isReachable }) => {
    const name = `SCL ${letter}`
    const next = detail.sclWaitsFor[bit] ?? 0
    const waits = {
      key: 'volume.wait.scl',
      parameters: { name: `Copy ${letter}`, next, isReachable },
    }
    return { id: `scl-${bit}`, name, term: 'SCL', lsn: segment.scl, waits, tone: 'copy' }
  })
}

function pgclWaits({ group, detail, frame }: VolumeSubject): Phrase {
  const { watched, letters } = detail
  if (frame.volumeDetail?.log == null) return nobody
  if (watched === null || watched.isDurable) {
    return { key: 'volume.wait.pgcl.none', parameters: { group: group.id } }
  }
  const acknowledged = lettersIn(watched.acknowledged, letters)
  const parameters = { group: group.id, lsn: watched.lsn, acknowledged }
  return { key: 'volume.wait.pgcl', parameters }
}

function readWaits({ frame, detail }: VolumeSubject): Phrase {
  if (frame.volumeDetail?.log == null) return nobody
  const { lowestRead } = detail
  if (lowestRead === null) return { key: 'volume.wait.pgmrpl.none', parameters: {} }
  const { instance, since } = lowestRead
  if (since === null) return { key: 'volume.wait.pgmrpl.reader', parameters: { instance } }
  return { key: 'volume.wait.pgmrpl.read', parameters: { instance, forMicros: frame.at - since } }
}

function vclWaits({ frame }: VolumeSubject): Phrase {
  const log = frame.volumeDetail?.log ?? null
  if (log === null) return nobody
  if (log.vclWaitsFor === null) return { key: 'volume.wait.vcl.none', parameters: {} }
  return { key: 'volume.wait.vcl', parameters: { ...log.vclWaitsFor } }
}

function vdlWaits({ frame }: VolumeSubject): Phrase {
  const log = frame.volumeDetail?.log ?? null
  if (log === null) return nobody
  if (log.vdlWaitsFor === null) return { key: 'volume.wait.vdl.none', parameters: {} }
  return { key: 'volume.wait.vdl', parameters: { lsn: log.vdlWaitsFor } }
}

function highestWaits({ frame }: VolumeSubject): Phrase {
  const log = frame.volumeDetail?.log ?? null
  if (log === null) return nobody
  const next = frame.volume.highestLsn + 1
  return { key: 'volume.wait.highest', parameters: { instance: log.instance, next } }
}

function limitWaits({ frame }: VolumeSubject): Phrase {
  const log = frame.volumeDetail?.log ?? null
  if (log === null) return nobody
  const { allocationLimit, highestLsn } = frame.volume
  const parameters = {
    heldBack: log.heldBack,
    forMicros: log.heldBackSince === null ? 0 : frame.at - log.heldBackSince,
    base: log.limitFrom === 'vdl' ? 'VDL' : 'the end of the newest annulled range',
    room: formatCount(allocationLimit - highestLsn),
  }
  return { key: 'volume.wait.limit', parameters }
}
