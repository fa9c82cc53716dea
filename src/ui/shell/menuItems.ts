/** What can be done with a thing of the stage: what to ask about it, and the faults that fit it. */
import type { Description } from '../../engine/contract/description.ts'
import type { FaultDescription } from '../../engine/contract/faults.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { InstanceId, TargetId } from '../../engine/contract/ids.ts'
import { namePlace } from '../../words/namePlace.ts'
import { insideOfTarget } from '../stage/zoom/insideOfTarget.ts'
import type { FaultToggle } from '../stage/stageProps.ts'

export type MenuItem = { id: string; name: string } & (
  | { ask: 'why' | 'large' | 'missing' | 'inside' }
  | { toggle: FaultToggle }
  /** The application goes to this instance. */
  | { send: InstanceId }
)

/** The names by which faults may know a thing: a copy also by its node, a link either way. */
function targetsOf({ groups }: Frame, subject: TargetId): TargetId[] {
  const [one, other] = subject.split(/<>|>/)
  if (one !== undefined && other !== undefined) {
    return [`${one}<>${other}`, `${other}<>${one}`, `${one}>${other}`, `${other}>${one}`]
  }
  const segment = groups.flatMap(({ segments }) => segments).find(({ id }) => id === subject)
  return segment === undefined ? [subject] : [subject, segment.node]
}

function isActive({ faults }: Frame, fault: string, target: TargetId): boolean {
  return faults.some(active => active.fault === fault && active.target === target)
}

/** A kind that knows a copy and its node is offered once. */
function faultItem(kind: FaultDescription, frame: Frame, targets: TargetId[]): MenuItem[] {
  const { fault, title } = kind
  const active = targets.find(target => isActive(frame, fault, target))
  const target = active ?? targets.find(its => kind.targets.includes(its))
  if (target === undefined) return []
  const isOther = target !== targets[0] && !target.includes('>')
  const name = isOther ? `${title}: ${namePlace(target)}` : title
  const toggle = { fault, target, isInForce: active !== undefined }
  return [{ id: fault, name, toggle }]
}

function questions({ groups }: Frame, subject: TargetId): MenuItem[] {
  if (groups.some(({ id }) => id === subject)) {
    return [{ id: 'large', name: 'Show it large', ask: 'large' }]
  }
  const missing: MenuItem = {
    id: 'missing',
    name: 'What does the newest write miss?',
    ask: 'missing',
  }
  return [
    { id: 'why', name: 'Why is it so?', ask: 'why' },
    ...(subject.includes('/') ? [missing] : []),
  ]
}

/** Where an application may be sent, if it goes where it is put. */
function sends({ applications, instances, placement }: Frame, subject: TargetId): MenuItem[] {
  if (!placement || !applications.some(({ id }) => id === subject)) return []
  return instances.map(({ id }) => ({ id: `send ${id}`, name: `Send it to ${id}`, send: id }))
}

/** `control`: the thing that is pressed, which may be asked about by another name. */
function insides(frame: Frame, control: string): MenuItem[] {
  const isThere = insideOfTarget(frame, control) !== null
  return isThere ? [{ id: 'inside', name: 'Look inside', ask: 'inside' }] : []
}

export function menuItems(
  frame: Frame,
  description: Description,
  subject: TargetId,
  control: string = subject,
): MenuItem[] {
  const targets = targetsOf(frame, subject)
  const faults = description.faults.flatMap(kind => faultItem(kind, frame, targets))
  const asked = [...questions(frame, subject), ...insides(frame, control)]
  return [...asked, ...sends(frame, subject), ...faults]
}
