/** The state of a thing as a screen reader says it after its name. */
import type { FaultKind } from '../../../engine/contract/faults.ts'
import type {
  ApplicationView,
  Frame,
  InstanceView,
  SegmentView,
  StorageNodeView,
} from '../../../engine/contract/frame.ts'
import { holds } from '../shapes/chipShapes.ts'
import { feelingOf, tallies } from '../shapes/feelings.ts'
import type { LinkShape } from '../shapes/linkShapes.ts'
import { isZoneOut } from '../shapes/nodeWords.ts'

/** What ails a node beyond power and reach: its sign on the stage has these words. */
const ailments: Partial<Record<FaultKind, string>> = {
  HotNode: 'hot',
  SlowDisk: 'slow disk',
  DiskCongestion: 'congested disk',
  DiskFailure: 'failing disk',
  NodeLoss: 'lost for good',
}

function ailing({ faults }: Frame, node: StorageNodeView): string {
  const own = faults.filter(({ target }) => target === node.id)
  return own.map(({ fault }) => (ailments[fault] ? `, ${ailments[fault]}` : '')).join('')
}

function power(frame: Frame, node: StorageNodeView): string {
  const ails = ailing(frame, node)
  if (!node.isUp) return `${isZoneOut(frame, node.zone) ? 'down with its zone' : 'down'}${ails}`
  const slow = node.slowFactor > 1 ? `, slow by ${node.slowFactor}` : ''
  return `${node.isReachable ? 'up' : 'up, cut off from the writer'}${slow}${ails}`
}

export function copyDescription(frame: Frame, node: StorageNodeView, segment: SegmentView): string {
  const behind = segment.behind === 0 ? '' : `, ${segment.behind} records behind`
  const holes = segment.holes === 0 ? '' : `, ${segment.holes} missing below its newest`
  const complete = segment.isComplete ? 'complete' : 'not complete'
  return `${power(frame, node)}, ${complete}${behind}${holes}`
}

export function nodeDescription(frame: Frame, node: StorageNodeView): string {
  return `${power(frame, node)}, ${holds(node)}`
}

export function instanceDescription(instance: InstanceView): string {
  if (instance.opening !== null) return `opening: ${instance.opening.phase}`
  if (instance.status === 'down') return 'down'
  if (instance.status === 'paused' || instance.status === 'resuming') return instance.status
  return `open, CPU ${Math.round(instance.cpuPpm / 10_000)} percent`
}

export function linkDescription({ state, lossPpm }: LinkShape): string {
  const words: Record<LinkShape['state'], string> = {
    whole: 'whole',
    lossy: `loses ${lossPpm / 10_000} percent`,
    cut: 'cut both ways',
    cutThere: 'cut one way, there',
    cutBack: 'cut one way, back',
    dead: 'one end is down',
  }
  return words[state]
}

export function applicationDescription(application: ApplicationView, frame: Frame): string {
  const [tally] = tallies(application)
  const wrong = tally === undefined ? '' : `, so far ${tally.replaceAll(' · ', ', ')}`
  return `${feelingOf(application, frame)}, ${application.sessions} sessions${wrong}`
}
