/** The marks of one writer's own log, for one group, each with what it waits for. */
import type { Frame, GroupView, Phrase } from '../../../engine/contract/frame.ts'
import type { LaneRecordView, WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import type { Lsn } from '../../../engine/contract/units.ts'
import { has } from './memberRows.ts'
import type { RulerMark } from './rulerMarks.ts'

type Lane = WriterLaneView['groups'][number]

export interface WriterSubject {
  frame: Frame
  writer: WriterLaneView
  group: GroupView
  lane: Lane
}

/** A to F, in the order of the segments of the group. */
export function letterOf(bit: number): string {
  return String.fromCharCode(65 + bit)
}

export function writerMarks(subject: WriterSubject): RulerMark[] {
  const { writer, lane } = subject
  const mark = (name: string, lsn: Lsn, waits: Phrase, tone: RulerMark['tone'] = 'plain') => {
    const hasLog = writer.status === 'online'
    return {
      id: name.toLowerCase(),
      name,
      term: name,
      lsn,
      waits: hasLog ? waits : idle(writer),
      tone,
    }
  }
  return [
    ...sclMarks(subject),
    mark('PGCL', lane.pgcl, pgclWaits(subject)),
    mark('VCL', writer.vcl, vclWaits(writer)),
    mark(
      'VDL',
      writer.vdl,
      { key: 'volume.lane.vdl', parameters: { writer: writer.id } },
      'durable',
    ),
    { ...mark('Highest', writer.highestLsn, highestWaits(writer)), term: 'LSN' },
  ]
}

function idle({ id, epoch, status }: WriterLaneView): Phrase {
  const key = status === 'offline' ? 'volume.lane.offline' : 'volume.lane.recovery'
  return { key, parameters: { writer: id, epoch } }
}

/** What was refused or annulled leaves no hole: the log goes on without it. */
function counts({ state }: LaneRecordView): boolean {
  return state !== 'refused' && state !== 'annulled'
}

function sclMarks({ lane, group }: WriterSubject): RulerMark[] {
  return group.segments.map(({ isReachable }, bit) => {
    const lsn = lane.scl[bit] ?? 0
    const missing = lane.records.find(
      record => record.lsn > lsn && counts(record) && !has(record.heldBy, bit),
    )
    const name = `Copy ${letterOf(bit)}`
    const parameters = { name, next: missing?.lsn ?? 0, isReachable }
    const waits = { key: 'volume.wait.scl', parameters }
    return { id: `scl-${bit}`, name: `SCL ${letterOf(bit)}`, term: 'SCL', lsn, waits, tone: 'copy' }
  })
}

function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function pgclWaits({ writer, group, lane }: WriterSubject): Phrase {
  const parameters = { writer: writer.id, group: group.id }
  const next = lane.records.find(record => record.lsn > lane.pgcl && counts(record))
  if (next === undefined) return { key: 'volume.lane.pgcl.none', parameters }
  const held = bitsIn(next.heldBy)
  return { key: 'volume.lane.pgcl', parameters: { ...parameters, lsn: next.lsn, held } }
}

function vclWaits({ id, vcl, groups }: WriterLaneView): Phrase {
  const open = groups
    .flatMap(({ records }) => records)
    .filter(({ lsn, state }) => lsn > vcl && state === 'tentative')
    .sort((a, b) => a.lsn - b.lsn)
  const [next] = open
  if (next === undefined) return { key: 'volume.lane.vcl.none', parameters: { writer: id } }
  return { key: 'volume.lane.vcl', parameters: { writer: id, lsn: next.lsn, page: next.page } }
}

function highestWaits({ id, highestLsn }: WriterLaneView): Phrase {
  return { key: 'volume.lane.highest', parameters: { writer: id, lsn: highestLsn } }
}
