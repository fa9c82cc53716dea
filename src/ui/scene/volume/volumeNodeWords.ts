/**
 * What is the matter with a node of the shared volume beyond power and reach, in the fewest words:
 * it is patched, lost, hot, its disk fails, its copy is new, leaves, is damaged or held back.
 */
import type { ActiveFault } from '../../../engine/contract/faults.ts'
import type { Frame, SegmentView, StorageNodeView } from '../../../engine/contract/frame.ts'
import { formatShare, formatTime } from '../../../words/formatNumbers.ts'
import type { NodeWords } from '../shapes/nodeWords.ts'

type Tone = NodeWords['tone']

function say(text: string, tone: Tone = 'wait', short?: string): NodeWords {
  return { text, tone, ...(short === undefined ? {} : { short }) }
}

function patchWords({ pipeline, at }: Frame, node: StorageNodeView): NodeWords | null {
  const patch = pipeline?.patch ?? null
  if (patch === null || patch.away !== node.id) return null
  const left = (patch.until ?? at) - at
  return left > 0 ? say(`patch, ${formatTime(left)}`, 'wait', 'patch') : say('patched')
}

const faultWords: Partial<Record<ActiveFault['fault'], (fault: ActiveFault) => NodeWords>> = {
  NodeLoss: () => say('lost', 'bad'),
  HotNode: ({ factor }) => say(`hot ×${factor ?? 1}`, 'wait', 'hot'),
  SlowDisk: ({ factor }) => say(`disk ×${factor ?? 1}`, 'wait', 'disk'),
  DiskCongestion: ({ ratioPpm }) => say(`spikes ${formatShare(ratioPpm ?? 0)}`, 'wait', 'spikes'),
  DiskFailure: ({ ratioPpm }) => say(`disk fails`, (ratioPpm ?? 0) >= 500_000 ? 'bad' : 'wait'),
}

function brokenWords({ faults }: Frame, node: StorageNodeView): NodeWords | null {
  for (const active of faults) {
    const words = active.target === node.id ? faultWords[active.fault] : undefined
    if (words !== undefined) return words(active)
  }
  return null
}

function memberWords({ membership }: Frame, segment: SegmentView): NodeWords | null {
  const members = membership?.groups.flatMap(group => group.members) ?? []
  const member = members.find(its => its.segment === segment.id)
  switch (member?.state) {
    case 'hydrating':
      return say(formatShare(Math.floor((member.hydratedPpm ?? 0) / 10_000) * 10_000))
    case 'hydrated':
      return say('all there', 'ok')
    case 'lost':
      return say('lost', 'bad')
    case 'apart':
      return say('left out', 'muted')
    default:
      return null
  }
}

function workWords({ pipeline }: Frame, { id }: SegmentView): NodeWords | null {
  const work = pipeline?.segments.find(({ segment }) => segment === id)
  if (work === undefined) return null
  const [damaged] = work.corruptPages
  if (damaged !== undefined)
    return say(`page ${damaged.page}`, damaged.foundAt === null ? 'bad' : 'wait')
  return work.throttledSince === null ? null : say('delayed')
}

export function volumeNodeWords(
  frame: Frame,
  node: StorageNodeView,
  segment: SegmentView | null,
): NodeWords | null {
  const own = segment === null ? null : memberWords(frame, segment)
  const work = segment === null ? null : workWords(frame, segment)
  return patchWords(frame, node) ?? own ?? brokenWords(frame, node) ?? work
}
