/** What the panel asks *why* about: the thing selected, as the engine names its subjects. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { SubjectId, TargetId } from '../../../engine/contract/ids.ts'

/**
 * The newest write of a group that is not yet durable, else its newest; with several writers the
 * newest change of a page that was asked for.
 */
export function newestWrite(frame: Frame, selection: TargetId | null): SubjectId | null {
  const { groups, multiMaster } = frame
  const proposal = multiMaster?.proposals.at(-1)
  if (proposal !== undefined) return `proposal:${proposal.proposal}`
  const id = selection?.split('/')[0]
  const group =
    groups.find(each => each.id === id) ?? groups.find(each => each.holdsBack) ?? groups[0]
  const records = group?.records.filter(({ state }) => state !== 'annulled') ?? []
  const record = records.find(({ state }) => state === 'inFlight') ?? records.at(-1)
  return record === undefined ? null : `record:${record.lsn}`
}

export function subjectOf(frame: Frame, selection: TargetId | null): SubjectId {
  if (selection === null) return 'commits'
  if (selection.includes(':')) return selection
  if (selection.includes('/')) return `segment:${selection}`
  if (frame.nodes.some(({ id }) => id === selection)) return `node:${selection}`
  if (isBreathing(frame, selection)) return `capacity:${selection}`
  if (frame.instances.some(({ id }) => id === selection)) return `instance:${selection}`
  if (frame.groups.some(({ id }) => id === selection)) {
    return newestWrite(frame, selection) ?? 'commits'
  }
  return clientSubject(frame, selection)
}

/** One that follows need is asked why it has what it has; one asleep, why it sleeps. */
function isBreathing({ serverless }: Frame, selection: TargetId): boolean {
  return serverless?.instances.some(its => its.id === selection && its.state === 'active') === true
}

/** A link is asked about at its storage node; else one asks its instance, when that is not open. */
function clientSubject({ nodes, instances, applications }: Frame, selection: TargetId): SubjectId {
  const ends = selection.split('<>')
  const node = nodes.find(({ id }) => ends.includes(id))
  if (node !== undefined) return `node:${node.id}`
  const application = applications.find(({ id }) => ends.includes(id))
  const instance = instances.find(({ id }) => id === application?.on)
  return instance === undefined || instance.status === 'open'
    ? 'commits'
    : `instance:${instance.id}`
}
