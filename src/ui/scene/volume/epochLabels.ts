/**
 * The counters of the volume beside its columns: what is being changed and how far it is, the
 * membership epoch of the large group, the geometry epoch, how far a patch has come.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatShare, formatTime } from '../../../words/formatNumbers.ts'
import { fitText, type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { largeGroup } from './membersShown.ts'

type Line = Pick<Label, 'text' | 'tone'>

const phases = { joining: 'joining', settling: 'settling', rollingBack: 'taken back' } as const

function changeLines(frame: Frame, layout: Layout): Line[] {
  const group = largeGroup(frame, layout)
  if (group === null) return []
  return group.changes.map(({ leaving, joining, phase, until }) => {
    const ppm = group.members.find(({ letter }) => letter === joining)?.hydratedPpm ?? 0
    const share = formatShare(Math.floor(ppm / 10_000) * 10_000)
    const left = until === null || until <= frame.at ? '' : `, ${formatTime(until - frame.at)} left`
    const text = phase === 'hydrating' ? `${share}${left}` : phases[phase]
    return { text: `${leaving} → ${joining} ${text}`, tone: 'wait' }
  })
}

function epochLines(frame: Frame, layout: Layout): Line[] {
  const group = largeGroup(frame, layout)
  const geometry = frame.volumeDetail?.geometryEpoch ?? 1
  return [
    ...(group === null ? [] : [{ text: `members, epoch ${group.membershipEpoch}` }]),
    ...(geometry <= 1 ? [] : [{ text: `geometry, epoch ${geometry}` }]),
  ].map(line => ({ ...line, tone: 'muted' as const }))
}

function patchLines({ pipeline }: Frame): Line[] {
  const patch = pipeline?.patch ?? null
  if (patch === null) return []
  return [{ text: `patched: ${patch.done} of ${patch.nodes.length}`, tone: 'wait' }]
}

function asLabel({ text, tone }: Line, id: string, x: number, y: number): Label {
  return label({ id, text, tone, x, y, size: 11.5 })
}

function oneLine(lines: Line[], layout: Layout): Label[] {
  const [line] = lines
  if (line === undefined || layout.key === null) return []
  const x = 176
  const text = fitText(line.text, 11.5, layout.size.width - x - 6)
  return [asLabel({ ...line, text }, 'epochs', x, layout.key.y + 46)]
}

/** So many lines as there is room for, above the word for older records. */
export function epochLabels(frame: Frame, layout: Layout): Label[] {
  const lines = [...changeLines(frame, layout), ...patchLines(frame), ...epochLines(frame, layout)]
  const { left } = layout
  if (left === null) return oneLine(lines, layout)
  const room = left.width - 8
  const first = left.y + 128
  const most = Math.max(0, Math.floor((left.y + left.height - 30 - first) / 17) + 1)
  return lines
    .slice(0, most)
    .map(({ text, tone }, row) =>
      asLabel(
        { text: fitText(text, 11.5, room), tone },
        `epochs-${row}`,
        left.x + 8,
        first + 17 * row,
      ),
    )
}
