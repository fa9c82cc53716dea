/**
 * What comes of letting go: the commands of one deed and the words that say it, or why nothing
 * can be done there. An application goes to an instance, a fault to its target, a node is as slow
 * as it is pulled, and a stroke cuts the links that it crosses.
 */
import type { Command } from '../../../engine/contract/commands.ts'
import type { Description } from '../../../engine/contract/description.ts'
import type { FaultKind, FaultParameter } from '../../../engine/contract/faults.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { ApplicationId, NodeId, TargetId } from '../../../engine/contract/ids.ts'
import { namePlace } from '../../../words/namePlace.ts'

/** How strong a fault is; as strong as usual where nothing is said. */
export type Strength = Partial<Record<FaultParameter, number>>

/** What the hand holds. */
export type Grip =
  | { holds: 'application'; id: ApplicationId }
  | { holds: 'node'; id: NodeId }
  | { holds: 'fault'; fault: FaultKind; strength?: Strength }
  | { holds: 'stroke' }

type FaultGrip = Extract<Grip, { holds: 'fault' }>

export interface Letting {
  /** The thing under the hand. */
  over: TargetId | null
  /** How far the hand has come, in CSS pixels. */
  pulled: number
  /** Links that a stroke crosses. */
  crossed: TargetId[]
}

export type Deed = { commands: Command[]; words: string } | { refusal: string }

interface Known {
  frame: Frame
  description: Description
}

export function deedOf(grip: Grip, letting: Letting, known: Known): Deed {
  if (grip.holds === 'application') return send(grip.id, letting, known)
  if (grip.holds === 'node') return slow(grip.id, letting, known)
  if (grip.holds === 'fault') return drop(grip, letting, known)
  return cut(letting, known)
}

/** What a hand would take hold of: an application, a node by its copy, else it draws. */
export function gripOn({ applications, nodes, groups }: Frame, subject: TargetId | null): Grip {
  const segments = groups.flatMap(group => group.segments)
  const id = segments.find(its => its.id === subject)?.node ?? subject
  if (applications.some(its => its.id === id)) return { holds: 'application', id: id ?? '' }
  return nodes.some(its => its.id === id) ? { holds: 'node', id: id ?? '' } : { holds: 'stroke' }
}

function send(workload: ApplicationId, { over }: Letting, { frame }: Known): Deed {
  if (!frame.placement) {
    return { refusal: 'Applications of this cluster go where its endpoint leads, nowhere else.' }
  }
  const on = frame.instances.find(({ id }) => id === over)?.id
  if (on === undefined) return { refusal: `Drop ${workload} on an instance.` }
  return { commands: [{ do: 'SetPlacement', workload, on }], words: `${workload} goes to ${on}.` }
}

/** A node that is slow already is first healed. Back where it was, it has not been pulled. */
function slow(target: NodeId, { pulled }: Letting, { frame }: Known): Deed {
  if (pulled < leastPull) return { refusal: 'Pull it farther to make it slow.' }
  const factor = factorOf(pulled)
  const fault = 'SlowNode'
  const isSlow = frame.faults.some(its => its.fault === fault && its.target === target)
  const heal: Command[] = isSlow ? [{ do: 'HealFault', fault, target }] : []
  const node = namePlace(target)
  return {
    commands: [...heal, { do: 'InjectFault', fault, target, factor }],
    words: `${node} is ${factor} times as slow.`.replace(/^./, first => first.toUpperCase()),
  }
}

/** In CSS pixels: a pull for which a node is twice as slow. */
const leastPull = 20

/** Twice for a short pull, ten times at about a hand’s breadth, and on as fast. */
function factorOf(pulled: number): number {
  return Math.min(1_000, Math.round(pulled / 10))
}

/** A copy stands for its node where the fault knows only nodes. */
function drop({ fault, strength }: FaultGrip, { over }: Letting, known: Known): Deed {
  const { frame, description } = known
  const kind = description.faults.find(its => its.fault === fault)
  const segments = frame.groups.flatMap(group => group.segments)
  const node = segments.find(({ id }) => id === over)?.node
  const target = [over, node].find(its => its != null && kind?.targets.includes(its))
  const title = kind?.title ?? fault
  if (target == null) return { refusal: `${title} does not fit here.` }
  if (frame.faults.some(its => its.fault === fault && its.target === target)) {
    return { refusal: `${title} is in force there already.` }
  }
  return {
    commands: [{ do: 'InjectFault', fault, target, ...strength }],
    words: `${title}: ${namePlace(target)}.`,
  }
}

/** Links that are cut already are left as they are. */
function cut({ crossed }: Letting, { frame }: Known): Deed {
  const isCut = (link: TargetId) =>
    frame.faults.some(({ fault, target }) => fault === 'LinkCut' && target === link)
  const links = crossed.filter(link => !isCut(link))
  if (links.length === 0) return { refusal: 'Draw across links to cut them.' }
  return {
    commands: links.map(target => ({ do: 'InjectFault', fault: 'LinkCut', target })),
    words: links.length === 1 ? 'One link is cut.' : `${links.length} links are cut.`,
  }
}
