/**
 * The next honest experiment, and what to click for it. It follows from the caption and from what
 * is reachable, so it is the same however one came here.
 */
import type { Phrase } from '../../contract/frame.ts'
import { breakOf, type Hint, waiting } from './breakOf.ts'
import type { Situation } from './situation.ts'

export function hintOf(situation: Situation, caption: Phrase): Hint {
  const { writer } = situation
  const { parameters } = caption
  switch (caption.key) {
    case 'caption.commitsInFlightAgain':
      return { hint: { key: 'hint.watchCommits', parameters: {} }, glowing: null }
    case 'caption.catchingUp':
      return watch('hint.watchGossip', { segment: parameters.segment! })
    case 'caption.quiet':
    case 'caption.commitOutOfSilence':
      return watch('hint.watchSilence', {})
    case 'caption.commitAfterSilence':
      return watch('hint.countAnswers', {})
    case 'caption.coldReads':
      return watch('hint.watchColdGroup', { group: parameters.group! })
    case 'caption.backPressure':
      return waiting
    case 'caption.slowCopyIgnored':
    case 'caption.slowCopiesHoldBack':
      return watch('hint.healSlow', { node: parameters.node! })
    case 'caption.lossyNetwork':
    case 'caption.lossyLink':
      return healOf(situation, ['PacketLoss']) ?? watch('hint.watchHoles', {})
    case 'caption.copiesCutCommitsGoOn':
    case 'caption.copiesGoneAndCutCommitsGoOn':
      return healOf(situation, ['LinkCut', 'PacketLoss']) ?? breakOf(situation)
    case 'caption.applicationCut':
    case 'caption.gossipCut':
      return healOf(situation, ['LinkCut']) ?? waiting
  }
  if (writer?.status === 'open')
    return situation.worst.isWritable ? breakOf(situation) : mend(situation)
  return withoutWriter(situation, caption.key)
}

function watch(key: string, parameters: Phrase['parameters']): Hint {
  return { hint: { key, parameters }, glowing: null }
}

function withoutWriter(situation: Situation, key: string): Hint {
  const { world, writer } = situation
  if (key === 'caption.scanWaits' || key === 'caption.truncationWaits') return mend(situation)
  if (writer?.status === 'opening') return watch('hint.watchOpening', { instance: writer.id })
  const zone = world.zones[writer?.zone ?? 0]!
  if (zone.isOut) return watch('hint.healZone', { zone: zone.id })
  const instance = writer?.id ?? ''
  return { hint: { key: 'hint.healInstance', parameters: { instance } }, glowing: instance }
}

/** What to heal so that more copies are within reach. */
function mend(situation: Situation): Hint {
  return (
    healOf(situation, ['NodeCrash', 'NodeLoss', 'AzOutage', 'LinkCut', 'PacketLoss']) ?? waiting
  )
}

/** The newest fault of the first of these kinds whose healing alone changes something. */
function healOf({ world }: Situation, kinds: string[]): Hint | null {
  for (const kind of kinds) {
    const fault = world.faults
      .filter(active => active.fault === kind && isDecisive(world, active))
      .at(-1)
    if (fault) return healing(kind, fault.target)
  }
  return null
}

/** A node in a zone that is out stays down when only the node is healed. */
function isDecisive(
  world: Situation['world'],
  { fault, target }: { fault: string; target: string },
) {
  if (fault !== 'NodeCrash' && fault !== 'NodeLoss') return true
  const node = world.nodes.find(({ id }) => id === target)!
  return node.hosts.length > 0 && !world.zones[node.zone]!.isOut
}

function healing(kind: string, target: string): Hint {
  switch (kind) {
    case 'NodeCrash':
      return { hint: { key: 'hint.healCopy', parameters: { node: target } }, glowing: target }
    case 'NodeLoss':
      return { hint: { key: 'hint.emptyNode', parameters: { node: target } }, glowing: target }
    case 'AzOutage':
      return watch('hint.healZone', { zone: target })
    case 'LinkCut':
      return watch('hint.repairLink', { target })
    default:
      return watch('hint.healLoss', { target })
  }
}
