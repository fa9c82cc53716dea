/**
 * What is said once something happens: captions, hints, reasons, laws and notable facts. A page
 * loads them after its first picture.
 */
import type { Sentences } from './template.ts'

export const troubleSentences: Sentences = {
  'caption.spareNodeGone': '{node} is down, but it holds no copy here: nothing changes.',
  'caption.copiesGoneCommitsGoOn': ({ spare }) =>
    spare === 0
      ? '{gone|copy is|copies are} gone and commits go on: {reachable~} are left and ' +
        '{needed~} are enough. Not one more may go.'
      : '{gone|copy is|copies are} gone and commits go on: {reachable~} are left and ' +
        '{needed~} are enough.',
  'caption.zoneGoneCommitsGoOn':
    'A whole zone is gone and commits go on: {reachable~} of {copies~} copies are left, and ' +
    '{needed~} are enough.',
  'caption.zoneCopiesGoneCommitsGoOn':
    'Both copies in {zone} are gone, as if the whole zone were, and commits go on: {needed~} ' +
    'are enough.',
  'caption.copiesCutCommitsGoOn':
    'The writer cannot reach {cut|copy|copies}. Gossip from the others keeps what it misses ' +
    'up to date; commits go on with the {reachable~} it reaches.',
  'caption.copiesGoneAndCutCommitsGoOn':
    '{gone|copy is|copies are} down and {cut~} out of the writer’s reach; {reachable~} are ' +
    'left and commits go on.',
  'caption.commitsInFlightAgain':
    '{needed~} copies are within reach again: ' +
    '{waiting|commit that waited is|commits that waited are} on the way.',
  'caption.backPressure':
    'More is written than is safe yet: the writer holds new changes back until the safe ' +
    'point follows.',
  'caption.applicationCut':
    '{application} cannot reach {instance}: nothing is asked, so nothing is written. The ' +
    'database is well.',
  'caption.gossipCut':
    'Some copies cannot talk to each other; the writer still reaches all {copies~}.',
  'caption.slowCopyIgnored':
    '{node} takes {factor} times as long. Commits do not wait for it: the {needed~} fastest ' +
    'decide.',
  'caption.slowCopiesHoldBack':
    'Only {fast|copy is|copies are} fast and {needed~} are needed: each commit now waits for ' +
    'a slow one.',
  'caption.lossyLink':
    '{lossPpm} of the messages over {target} are lost. Gossip and resends fill the holes, and ' +
    'commits go on.',
  'caption.lossyNetwork':
    '{lossPpm} of the messages are lost. Holes open, gossip and resends fill them, and ' +
    'commits go on.',
  'caption.catchingUp':
    '{node} has missed {behind|record|records}. The other copies give it what it lacks: that ' +
    'is gossip.',

  'caption.commitsWait':
    'Commits wait: {reachable|copy is|copies are} left and {needed~} are needed. Reads go ' +
    'on, since one complete copy is enough; and {readNeeded~} are enough to repair and ' +
    'recover.',
  'caption.commitsWaitCut':
    'Commits wait: {running|copy runs|copies run}, but the writer reaches only {reachable~}. ' +
    'Nothing is lost, and reads go on.',
  'caption.atRisk':
    'Commits wait, reads go on from one complete copy. But {readNeeded~} are needed to ' +
    'repair and recover: if the writer failed now, nobody could open the database until a ' +
    'copy returns.',
  'caption.oneCopyLeft':
    'One copy is left. It still answers reads, but nothing can be repaired or recovered ' +
    'until two more return. What was acknowledged is not erased: it is on disks without ' +
    'power.',
  'caption.noReads':
    'Commits and reads wait: no copy within reach has everything up to the read point.',
  'caption.noCopyLeft': ({ running }) =>
    running === 0
      ? 'No copy runs: nothing can be written, or read from storage. What was acknowledged ' +
        'is on their disks.'
      : 'No copy is within reach: nothing can be written, or read from storage. What was ' +
        'acknowledged is on their disks.',

  'caption.writersZoneGone': 'The data is safe; nobody can write until another writer takes over.',
  'caption.writersZoneGoneAtRisk':
    'The writer’s zone is out and {running|copy runs|copies run}: {readNeeded~} are needed ' +
    'to open the database again. What was acknowledged is on the disks.',
  'caption.writerDown':
    'The writer is down. The data is safe; nobody can write until the writer is back.',
  'caption.writerDownAtRisk':
    'The writer is down and {running|copy runs|copies run}: {readNeeded~} are needed to open ' +
    'the database again.',
  'caption.restarting':
    'The writer {instance} is starting again. Its memory is gone; what it had acknowledged ' +
    'is in the copies.',
  'caption.scanning':
    'The writer {instance} asks the copies what they hold. {readNeeded~} of each group must ' +
    'answer before it can know what is safe.',
  'caption.scanWaits':
    'The writer {instance} cannot open the database yet: it reaches {reachable|copy|copies} ' +
    'of {group} and needs {readNeeded~}.',
  'caption.truncating':
    'The writer {instance} has found the last safe point. It crosses out what came after, ' +
    'and tells at least {needed~} copies of each group.',
  'caption.truncationWaits':
    'The writer {instance} knows the last safe point, but must tell {needed~} copies of each ' +
    'group and reaches only {reachable~}.',
  'caption.recovering':
    'The writer {instance} warms up: everything up to the last safe point is there, and soon ' +
    'it opens.',

  'hint.healCopy':
    'Click the glowing copy to give its power back, and watch the waiting commits arrive.',
  'hint.healZone': 'Give {zone} its power back.',
  'hint.healInstance': 'Click the writer to start it again.',
  'hint.watchOpening':
    'Nobody votes here: the writer reads what a read set of each group holds. Watch.',
  'hint.repairLink': 'Repair the link {target}.',
  'hint.healSlow':
    'Make {node} fast again, or slow another one: how many slow copies are too many?',
  'hint.healLoss': 'Set the loss back to nothing, or fail a copy as well.',
  'hint.watchGossip': 'Watch its column grow from the bottom, without a gap.',
  'hint.watchCommits': 'Watch the answers go back to the application.',
  'reason.unknownCommand': 'There is no command {command}.',
  'reason.unknownFault': 'There is no fault {fault}.',
  'reason.unknownTarget': '{fault} cannot be aimed at {target}: it needs {wanted}.',
  'reason.sameEnds': 'A link joins two different ends; {target} is one.',
  'reason.clientLink':
    'Loss is for links between machines: an application repeats what is lost by itself.',
  'reason.notUnderWay': 'Message {message} is not on its way any more.',
  'reason.messageHeld': 'Message {message} waits at a held link; it is late already.',
  'reason.messageLost': 'Message {message} is lost already.',
  'reason.clientMessage':
    'The connection of a client repeats what is lost and drops what comes twice: only delay it.',
  'reason.unknownCatch': 'A message can be lost, delayed or doubled, not “{how}”.',
  'reason.alreadyInForce': '{fault} at {target} is already in force.',
  'reason.notInForce': '{fault} at {target} is not in force, so there is nothing to heal.',
  'reason.noSuchParameter': '{fault} has no {name} to set.',
  'reason.outOfRange': '{name} is {value}; it may be {min} to {max}.',
  'reason.unknownWorkload': 'There is no application {workload}.',
  'reason.unknownPlace': 'There is no instance or endpoint {place} to go to here.',
  'reason.isScripted': '{workload} goes where its transactions are told to.',
  'reason.isViaProxy': '{workload} goes to its proxy, which chooses the instance.',
  'reason.badDuration': '“{text}” is not a length of time; write it as 40ms or 2s.',
  'reason.tooManySessions': '{sessions} sessions are too many; {max} are the most.',
  'reason.nothingToChange': 'Nothing would change for {workload}.',

  'fact.FaultInjected': '{target}: {fault}.',
  'fact.FaultHealed': '{target}: {fault}, healed.',
  'fact.NodeCrashed': '{node} lost its power.',
  'fact.NodeRestarted': '{node} has power again.',
  'fact.InstanceCrashed': '{instance} died with everything it held in memory.',
  'fact.InstanceRestarted': 'The process of {instance} is up again.',
  'fact.WriteQuorumLost':
    '{group} lost its write quorum: {reachable} of the {needed} copies needed are within reach.',
  'fact.WriteQuorumRestored':
    '{group} has a write quorum again: {reachable} copies are within reach.',
  'fact.ReadQuorumLost':
    '{group} lost its read quorum: {reachable} of the {needed} copies needed are left.',
  'fact.ReadQuorumRestored': '{group} has a read quorum again: {reachable} copies.',
  'fact.CommitsStalled': ({ because }) =>
    because === 'noWriter'
      ? 'Commits stalled: nobody can write. {waiting|session waits|sessions wait}.'
      : 'Commits stalled: no write set is within reach. {waiting|commit waits|commits wait}.',
  'fact.CommitsResumed': 'Commits go on, after {stalledMicros}.',
  'fact.RecoveryStarted': '{instance} began to open the volume, as epoch {epoch}.',
  'fact.PointsRecovered':
    'A read set of every group has answered: VCL is {vcl} and the safe point, VDL, is {vdl}.',
  'fact.VolumeTruncated': ({ annulled }) =>
    annulled === 0
      ? 'Epoch {epoch} annulled all LSNs from above {above} to {upTo}, whatever was on its way.'
      : 'Epoch {epoch} annulled what lies above LSN {above}: {annulled|record|records}, none of ' +
        'them acknowledged.',
  'fact.VolumeOpened': '{instance} opened the volume in epoch {epoch}, after {recoveryMicros}.',
  'fact.WriterFenced': '{instance} learned of epoch {epoch} and stopped writing.',
  'fact.BackPressureBegan':
    '{instance} holds writes back: LSN {highestLsn} is at the limit, {limit}.',
  'fact.BackPressureEnded': '{instance} writes again, after {waitedMicros}.',
  'fact.LawBroken': 'The law {law} broke: the run stops here.',
}
