/** The state of one thing on the stage in words, and its raw numbers for those who unfold. */
import type {
  Frame,
  GroupView,
  InstanceView,
  SegmentView,
  StorageNodeView,
} from '../../../engine/contract/frame.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { formatCount, formatShare, formatTime } from '../../../words/formatNumbers.ts'
import type { Term } from '../../../words/glossary.ts'
import { changeRows } from './changeRows.ts'
import { applicationRows, linkRows } from './describeClient.ts'
import { writerRows } from './writerRows.ts'
import type { StateRow } from './stateRow.ts'

function powerOf({ isUp, isReachable, slowFactor }: StorageNodeView): string {
  if (!isUp) return 'down'
  const slow = slowFactor > 1 ? `, ${slowFactor} times as slow` : ''
  return `${isReachable ? 'up' : 'up, but the writer cannot reach it'}${slow}`
}

function nodeRows(node: StorageNodeView): StateRow[] {
  const copies = node.isSpare ? 'none, it is a spare' : node.segments.join(', ')
  return [
    { name: 'Storage node', value: powerOf(node), term: 'storage node' },
    { name: 'Zone', value: node.zone.replace('az-', '') },
    { name: 'Copies here', value: copies },
  ]
}

function completeness({ isComplete, holes, behind }: SegmentView): string {
  if (isComplete) return 'complete: it can serve any page'
  if (holes > 0) return `${formatCount(holes)} missing in the middle, ${formatCount(behind)} in all`
  return `${formatCount(behind)} records behind`
}

function segmentRows(segment: SegmentView): StateRow[] {
  const { isReachable, scl, node, readLatencyMicros } = segment
  const latency = readLatencyMicros === 0 ? 'never measured' : formatTime(readLatencyMicros)
  return [
    { name: 'Copy', value: completeness(segment) },
    { name: 'Reachable', value: isReachable ? 'yes' : 'no' },
    { name: 'On node', value: node.replace('node-', '') },
    { name: 'SCL', value: formatCount(scl), term: 'SCL', isRaw: true },
    { name: 'Page read takes', value: latency, isRaw: true },
  ]
}

function instanceRows(instance: InstanceView): StateRow[] {
  const { status, opening, cpuPpm, queued, parkedCommits, cachedPages, bufferPoolPages } = instance
  const doing = opening === null ? status : `${status}: ${opening.phase}`
  return [
    { name: instance.role === 'writer' ? 'Writer' : 'Reader', value: doing },
    { name: 'CPU in use', value: formatShare(cpuPpm) },
    { name: 'Commits not yet durable', value: formatCount(parkedCommits) },
    { name: 'Waiting for CPU', value: formatCount(queued), isRaw: true },
    {
      name: 'Pages in memory',
      value: `${formatCount(cachedPages)} of ${formatCount(bufferPoolPages)}`,
      isRaw: true,
    },
  ]
}

function groupRows(group: GroupView, frame: Frame): StateRow[] {
  const reachable = group.segments.filter(({ isReachable }) => isReachable).length
  return [
    {
      name: 'Write quorum',
      value: group.writeQuorum.isMet ? 'reachable' : 'lost',
      term: 'write quorum',
    },
    {
      name: 'Read quorum',
      value: group.readQuorum.isMet ? 'reachable' : 'lost',
      term: 'read quorum',
    },
    { name: 'Copies reachable', value: `${reachable} of ${group.segments.length}` },
    { name: 'PGCL', value: formatCount(group.pgcl), term: 'PGCL', isRaw: true },
    ...volumeRows(frame),
  ]
}

function volumeRows({ volume }: Frame): StateRow[] {
  const points: [Term, number][] = [
    ['VDL', volume.vdl],
    ['VCL', volume.vcl],
    ['LSN', volume.highestLsn],
    ['LAL', volume.allocationLimit],
    ['volume epoch', volume.epoch],
  ]
  return points.map(([term, value]) => ({
    name: term === 'LSN' ? 'Highest LSN' : capital(term),
    value: formatCount(value),
    term,
    isRaw: true,
  }))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function describeState(frame: Frame, selection: TargetId | null): StateRow[] {
  if (selection?.includes(':')) return changeRows(frame, selection)
  const node = frame.nodes.find(({ id }) => id === selection)
  if (node !== undefined) return nodeRows(node)
  const instance = frame.instances.find(({ id }) => id === selection)
  if (instance !== undefined) return [...instanceRows(instance), ...writerRows(frame, instance.id)]
  const segments = frame.groups.flatMap(group => group.segments)
  const segment = segments.find(({ id }) => id === selection)
  if (segment !== undefined) return segmentRows(segment)
  const application = frame.applications.find(({ id }) => id === selection)
  if (application !== undefined) return applicationRows(application, frame)
  if (selection?.includes('<>')) return linkRows(frame, selection)
  const group =
    frame.groups.find(({ id }) => id === selection) ??
    frame.groups.find(({ holdsBack }) => holdsBack) ??
    frame.groups[0]
  return group === undefined ? volumeRows(frame) : groupRows(group, frame)
}
