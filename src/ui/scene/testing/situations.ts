/** What may be the matter with a cluster, as frames made by hand: the situations of the tests. */
import type { FailoverView } from '../../../engine/contract/failoverView.ts'
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import { exampleFrame } from './exampleFrame.ts'

/** Copies that went down hold everything up to here. */
const lastBeforeLoss = 845

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1
  return count
}

function loseCopy(group: GroupView, bit: number): void {
  const segment = group.segments[bit]
  if (segment === undefined) return
  Object.assign(segment, { isReachable: false, isComplete: false, scl: lastBeforeLoss, holes: 0 })
  segment.behind = 853 - lastBeforeLoss
  group.carriesPgcl &= ~(1 << bit)
  for (const record of group.records) if (record.lsn > lastBeforeLoss) record.heldBy &= ~(1 << bit)
}

function countAgain(group: GroupView): void {
  let reachable = 0
  group.segments.forEach(({ isReachable }, bit) => {
    if (isReachable) reachable |= 1 << bit
  })
  group.writeQuorum = { ...group.writeQuorum, reachable, isMet: bits(reachable) >= 4 }
  group.readQuorum = { ...group.readQuorum, reachable, isMet: bits(reachable) >= 3 }
}

export function loseNodes(frame: Frame, lost: string[]): Frame {
  for (const node of frame.nodes)
    if (lost.includes(node.id)) Object.assign(node, { isUp: false, isReachable: false })
  for (const group of frame.groups) {
    group.segments.forEach(({ node }, bit) => {
      if (lost.includes(node)) loseCopy(group, bit)
    })
    countAgain(group)
  }
  for (const node of lost) frame.faults.push({ fault: 'NodeCrash', target: node, since: 0 })
  return frame
}

export function loseZone(frame: Frame, zone: string): Frame {
  const nodes = frame.nodes.filter(node => node.zone === zone).map(({ id }) => id)
  loseNodes(frame, nodes)
  frame.faults = [{ fault: 'AzOutage', target: zone, since: 0 }]
  for (const view of frame.zones) if (view.id === zone) view.isOut = true
  for (const instance of frame.instances)
    if (instance.zone === zone) Object.assign(instance, { status: 'down', cpuPpm: 0 })
  return frame
}

function stall(frame: Frame): Frame {
  frame.lights.commits.state = 'waiting'
  for (const application of frame.applications) application.feels = 'stalled'
  return frame
}

function openingFrame(): Frame {
  const frame = exampleFrame({ writerZone: 'az-a' })
  for (const instance of frame.instances) {
    instance.status = 'opening'
    instance.opening = { phase: 'scanning', since: frame.at - 42_000 }
  }
  for (const record of frame.groups[0]?.records.slice(-2) ?? []) record.state = 'annulled'
  frame.lights.commits.state = 'off'
  for (const application of frame.applications) application.feels = 'reconnecting'
  return frame
}

function cutFrame(): Frame {
  const frame = exampleFrame({ writerZone: 'az-c' })
  frame.links = [
    { from: 'w1', to: 'node-b1', isCut: true, lossPpm: 0 },
    { from: 'node-b1', to: 'w1', isCut: true, lossPpm: 0 },
    { from: 'w1', to: 'node-a2', isCut: true, lossPpm: 0 },
    { from: 'w1', to: 'node-c1', isCut: false, lossPpm: 200_000 },
  ]
  for (const node of frame.nodes) if (node.id === 'node-b1') node.isReachable = false
  return frame
}

function slowFrame(): Frame {
  const frame = exampleFrame()
  for (const node of frame.nodes) if (node.id.endsWith('2')) node.slowFactor = 50
  return frame
}

function lossyFrame(): Frame {
  const frame = exampleFrame({ applications: 3 })
  frame.faults = [{ fault: 'PacketLoss', target: 'network', since: 0, ratioPpm: 125_000 }]
  const [, second, third] = frame.applications
  if (second !== undefined) second.feels = 'stalled'
  if (third !== undefined) third.feels = 'reconnecting'
  return frame
}

/** All that went wrong is counted, in words as long as they come. */
function troubledFrame(): Frame {
  const frame = exampleFrame({ applications: 3 })
  const feels = ['retrying', 'lost', 'reconnecting'] as const
  frame.applications.forEach((application, index) => {
    application.feels = feels[index] ?? 'answered'
    application.lastError = { code: [1213, 2013, 2003][index] ?? 2013, at: frame.at }
    Object.assign(application, { errors: 128, retried: 1_042, downMicros: 29_876_000 })
  })
  return frame
}

function groupsFrame(): Frame {
  const frame = exampleFrame({ groups: 6, nodesPerZone: 6 })
  return loseNodes(frame, ['node-a3', 'node-b3', 'node-c4'])
}

/** A reader follows the writer, or takes over from it. */
function failoverFrame(
  phase: FailoverView['phase'],
  readers = 1,
  frame = exampleFrame({ readers, applications: 2 }),
): Frame {
  const promoted = phase === null || phase === 'silent' ? '' : 'r1'
  const lagging = Array.from({ length: readers }, (_, k) => ({
    id: `r${k + 1}`,
    tier: k,
    vdl: 840,
    lagMicros: 18_400,
    isJoined: true,
    readPoint: 840,
    readsWaiting: 0,
  }))
  const clusterEndpoint = phase === 'waitingForTtl' ? 'r1' : 'w1'
  const lost = phase === null ? '' : 'w1'
  frame.failover = { readers: lagging, phase, since: 0, lost, promoted, clusterEndpoint }
  if (phase === null) return frame
  for (const instance of frame.instances) if (instance.id === 'w1') instance.status = 'down'
  return stall(frame)
}

function fullest(phase: FailoverView['phase']): Frame {
  const readers = 15
  const size = { groups: 16, nodesPerZone: 6, applications: 4 }
  return failoverFrame(phase, readers, exampleFrame({ readers, ...size }))
}

/** The most readers that a writer may have, alone and over the most groups that are shown. */
export const extremeSituations: Record<string, () => Frame> = {
  'nobody reads beside the writer': () => exampleFrame({ applications: 3 }),
  'fifteen readers follow': () => failoverFrame(null, 15),
  'fifteen readers over sixteen groups': () => fullest(null),
  'one of fifteen takes over sixteen groups': () => fullest('changingRole'),
}

/** Each makes a new frame, so that a test may spoil it further. */
export const situations: Record<string, () => Frame> = {
  'all is well': () => exampleFrame(),
  'one copy is down': () => loseNodes(exampleFrame(), ['node-c2']),
  'three copies are down': () =>
    stall(loseNodes(exampleFrame(), ['node-c2', 'node-c1', 'node-a1'])),
  'a zone is out': () => loseZone(exampleFrame(), 'az-c'),
  'a zone and one more': () => stall(loseNodes(loseZone(exampleFrame(), 'az-a'), ['node-b2'])),
  'the zone of the writer is out': () => loseZone(exampleFrame(), 'az-b'),
  'the writer opens': openingFrame,
  'links are cut': cutFrame,
  'nodes are slow': slowFrame,
  'the network is lossy': lossyFrame,
  'applications are in trouble': troubledFrame,
  'many groups': groupsFrame,
  'eight groups on a phone': () => exampleFrame({ groups: 8, nodesPerZone: 3 }),
  'a reader follows': () => failoverFrame(null),
  'three readers follow': () => failoverFrame(null, 3),
  'the writer is silent': () => failoverFrame('silent', 2),
  'a reader takes over': () => failoverFrame('changingRole'),
  'the name has moved': () => failoverFrame('waitingForTtl', 3),
  'a whole fleet': () => exampleFrame({ groups: 10, nodesPerZone: 20 }),
}
