/** What is said of the shared volume behind the foreground: background work, damage, patches. */
import type { Sentences } from './template.ts'

export const volumeSentences: Sentences = {
  'pipeline.patching': ({ done }) =>
    done === 0
      ? '{node} is away for its patch, the first of {nodes~} nodes. No group lacks more than one ' +
        'copy at once, so commits go on.'
      : '{node} is away for its patch; {done~} of {nodes~} nodes are done. No group lacks more ' +
        'than one copy at once, so commits go on.',
  'pipeline.patchWaits':
    '{done~} of {nodes~} nodes are patched. The next one goes when the last has been given what ' +
    'it missed.',
  'pipeline.zoneCutOff':
    '{zone} lives, but nothing passes between it and the other zones. Its {there~} copies ' +
    'stand still; commits go on with the {reachable~} others.',
  'pipeline.writersZoneCutOff':
    'The writer’s zone is cut off from the others: it reaches {reachable|copy|copies} and ' +
    '{needed~} are needed. Commits wait; nothing is lost.',
  'pipeline.noDispatcher':
    'The dispatcher of {instance} is down: nothing passes between it and the volume. Its memory ' +
    'is kept, and commits wait.',
  'pipeline.damageUnknown':
    'Page {page} on the disk of {node} is damaged, and {node} does not know. It reads all its ' +
    'pages again in {inMicros}.',
  'pipeline.damageStays':
    'Page {page} on the disk of {node} is damaged. Nobody looks, since background work is off: ' +
    'only a read of that page would find it.',
  'pipeline.scrubbing':
    '{node} reads its pages one after the other and compares checksums: {checked} of {pages} are ' +
    'done. Page {page} is damaged.',
  'pipeline.damageFound':
    '{node} found that page {page} does not fit its checksum, and asks {asked} for a whole one.',
  'pipeline.throttled': ({ copiesThrottled }) =>
    copiesThrottled === 1
      ? '{node} is behind with its own work: {backlog} records wait. It takes new ones in more ' +
        'slowly; the {needed~} fastest copies decide, so commits do not wait.'
      : '{copiesThrottled~} copies are behind with their own work and take new records in more ' +
        'slowly.',
  'pipeline.slowDisk':
    'The disk of {node} takes {factor} times as long. Commits are done when the {needed~} ' +
    'fastest copies have them.',
  'pipeline.congested': ({ disks }) =>
    disks === 1
      ? '{sharePpm} of what the disk of {node} does takes up to {maxMillis} ms longer. Commits ' +
        'do not wait for it: {needed~} others are enough.'
      : '{disks~} disks are congested. {needed~} copies are needed, so a commit may have to wait ' +
        'for a congested one.',
  'pipeline.failing':
    '{sharePpm} of the writes of the disk of {node} fail and are not acknowledged; they are sent ' +
    'again, or come by gossip.',
  'pipeline.engineLooks':
    '{instance} looks for an instant without an active transaction, to change its engine. Work ' +
    'goes on; if none comes, it restarts.',
  'pipeline.engineChanges':
    '{instance} changes its engine: requests wait for {inMicros} more, and no connection is lost.',
  'pipeline.hint.engineLooks': 'Add sessions: with enough of them no such instant comes.',
  'pipeline.hint.engineChanges': 'Watch the applications wait, and none of them connect again.',
  'pipeline.hint.zoneCutOff': 'Join the zone again, or take a copy of another zone as well.',
  'pipeline.hint.writersZoneCutOff': 'Join the zone again, and watch what was sent in vain.',
  'pipeline.hint.noDispatcher': 'Start the dispatcher again, and watch what was sent in vain.',
  'pipeline.hint.patching': 'Watch the copies that it hosts: they miss records and get them back.',
  'pipeline.hint.patchWaits': 'Watch the columns of the last one grow from the bottom.',
  'pipeline.hint.damageUnknown': 'Watch: commits and reads go on as if nothing had happened.',
  'pipeline.hint.damageStays': 'Turn background work on, or heal the page.',
  'pipeline.hint.scrubbing': 'Watch the messages of {node} when it comes to that page.',
  'pipeline.hint.damageFound': 'Watch the whole page come back from a peer.',
  'pipeline.hint.throttled': 'Compare how long commits take now and before.',
  'pipeline.hint.slowDisk': 'Slow more disks: how many are too many?',
  'pipeline.hint.congested': 'Congest one more disk: how many are too many?',
  'pipeline.hint.failing': 'Let more disks fail: how many are too many?',

  'fact.PageCorrupted': 'Page {page} on the disk of {segment} is damaged; nobody there knows yet.',
  'fact.CorruptionFound': ({ by }) =>
    by === 'scrub'
      ? 'The scrub of {segment} found that page {page} does not fit its checksum.'
      : by === 'read'
        ? 'A read at {segment} found that page {page} does not fit its checksum: another copy is ' +
          'asked.'
        : '{segment} was asked for page {page} by a peer and found that it is damaged.',
  'fact.PageRepaired':
    '{segment} has page {page} whole again, from {from}, {tookMicros} after it was found.',
  'fact.ThrottleBegan':
    '{segment} has {backlog} records of background work waiting and delays its answers.',
  'fact.ThrottleEnded': '{segment} answers at once again, after {tookMicros}.',
  'fact.NodePatchBegan': '{node} is away for its patch; {done} of {nodes} nodes are done.',
  'fact.NodePatched': '{node} is patched, {done} of {nodes}.',
  'fact.EngineChangeBegan':
    '{instance} had no active transaction after {waitedMicros}: it lays its sessions aside and ' +
    'changes its engine.',
  'fact.EngineChanged': '{instance} has a new engine after {tookMicros}; its sessions go on.',
  'fact.EnginePatchFellBack':
    '{instance} never was without a transaction, so it restarts with the new engine: ' +
    '{open|open transaction is|open transactions are} lost.',
  'fact.SegmentBackedUp': '{segment} is backed up to LSN {lsn}: {records|record|records} more.',
  'fact.GarbageCollected':
    '{segment} has collected old versions up to LSN {lsn}: {records|record|records}.',
  'fact.NodeScrubbed': '{node} checked {pages|page|pages} in {tookMicros}.',
  'fact.DiskWriteFailed': 'A write of the disk of {node} failed; it is not acknowledged.',
  'fact.DiskCongested': 'The disk of {node} took {addedMicros} longer.',
  'reason.onlySingleMaster':
    '{fault} is a fault of storage nodes as one writer uses them; several writers here have none.',
  'reason.tailHasNoPages': '{target} keeps only the log: it has no page that could be damaged.',
  'law.collectedIsBackedUp':
    '{segment} has collected up to LSN {collected}, above its lowest read point, {allowed}.',
  'law.collectedIsBackedUp.notBackedUp':
    '{segment} has collected up to LSN {collected} but is backed up only to {allowed}.',
  'law.collectedIsBackedUp.read':
    '{segment} served a read at LSN {allowed} although it has collected up to {collected}.',
  'law.noDamageIsServed': '{segment} gave out page {page}, which is damaged.',
  'law.noDamageIsServed.repair': '{segment} took page {page} from a peer whose copy is damaged.',
}
