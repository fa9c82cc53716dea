/** What is the matter with a storage node or its copy, in the fewest words; '' when all is well. */
import type { Frame, SegmentView, StorageNodeView } from '../../../engine/contract/frame.ts'
import type { Tone } from '../label.ts'

export interface NodeWords {
  text: string
  /** In place of a text that does not fit. */
  short?: string
  tone: Tone
}

/** A copy this far behind is catching up, not merely waiting for the newest record. */
const farBehind = 5

export function shortName(node: string): string {
  return node.replace(/^node-/, '')
}

export function isZoneOut(frame: Frame, zone: string): boolean {
  return frame.zones.some(({ id, isOut }) => id === zone && isOut)
}

function powerWords(frame: Frame, node: StorageNodeView): NodeWords | null {
  if (node.isUp) return node.isReachable ? null : { text: 'cut off', tone: 'bad' }
  return { text: isZoneOut(frame, node.zone) ? 'zone out' : 'down', tone: 'bad' }
}

function copyWords(segment: SegmentView): NodeWords | null {
  const { behind } = segment
  if (behind >= farBehind)
    return { text: `${behind} behind`, short: `${behind} late`, tone: 'wait' }
  if (segment.holes === 0) return null
  return { text: segment.holes === 1 ? '1 hole' : `${segment.holes} holes`, tone: 'wait' }
}

type MoreWords = (
  frame: Frame,
  node: StorageNodeView,
  segment: SegmentView | null,
) => NodeWords | null

let more: MoreWords = () => null

/** What the parts that load after the first picture know of nodes stands before all else. */
export function learnNodeWords(words: MoreWords): void {
  more = words
}

export function nodeWords(
  frame: Frame,
  node: StorageNodeView,
  segment: SegmentView | null,
): NodeWords {
  const slow =
    node.slowFactor > 1 ? { text: `slow ×${node.slowFactor}`, tone: 'wait' as const } : null
  const copy = segment === null ? null : copyWords(segment)
  return (
    more(frame, node, segment) ??
    powerWords(frame, node) ??
    slow ??
    copy ?? { text: '', tone: 'muted' }
  )
}
