/** What is said of the shared volume behind the foreground: background work, damage, patches. */
import type { Sentences } from './template.ts'

export const volumeSentences: Sentences = {
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
  'fact.SegmentBackedUp': '{segment} is backed up to LSN {lsn}: {records|record|records} more.',
  'fact.GarbageCollected':
    '{segment} has collected old versions up to LSN {lsn}: {records|record|records}.',
  'fact.NodeScrubbed': '{node} checked {pages|page|pages} in {tookMicros}.',
  'fact.DiskWriteFailed': 'A write of the disk of {node} failed; it is not acknowledged.',
  'fact.DiskCongested': 'The disk of {node} took {addedMicros} longer.',
  'reason.onlySingleMaster':
    '{fault} is a fault of storage nodes as one writer uses them; several writers here have none.',
  'law.collectedIsBackedUp':
    '{segment} has collected up to LSN {collected}, above its lowest read point, {allowed}.',
  'law.collectedIsBackedUp.notBackedUp':
    '{segment} has collected up to LSN {collected} but is backed up only to {allowed}.',
  'law.collectedIsBackedUp.read':
    '{segment} served a read at LSN {allowed} although it has collected up to {collected}.',
  'law.noDamageIsServed': '{segment} gave out page {page}, which is damaged.',
  'law.noDamageIsServed.repair': '{segment} took page {page} from a peer whose copy is damaged.',
}
