/**
 * The sentences of the volume panel: what quorums can bear, what members are at, the eight steps
 * of a storage node (2017 §3.3, figure 4), and what each mark of the log waits for.
 */
import type { Sentences } from './template.ts'

const mission: Readonly<Record<string, string>> = {
  write: 'writes go on',
  read: 'the group can still be recovered',
}

const end: Readonly<Record<string, string>> = {
  write: 'writes stop',
  read: 'the group can no longer be recovered',
}

export const volumePanelSentences: Sentences = {
  'volume.sets': ({ setsLeft }) =>
    `{setsLeft} of the {sets} smallest sets ${setsLeft === 1 ? 'is' : 'are'} within reach.`,
  'volume.loss.any': ({ kind, mayLose }) =>
    `Any {mayLose~} more ${mayLose === 1 ? 'copy' : 'copies'} may be lost, and ` +
    `${mission[String(kind)]}.`,
  'volume.loss.next': ({ kind }) => `One more loss, whichever it is: ${end[String(kind)]}.`,
  'volume.loss.these': ({ kind, letters }) =>
    Array.isArray(letters) && letters.length === 1
      ? `One more loss is too much if it is {letters}: ${end[String(kind)]}.`
      : `One more loss is too much if it is one of {letters}: ${end[String(kind)]}.`,
  'volume.loss.over': ({ kind }) =>
    kind === 'write'
      ? 'No set is left: writes wait until one is within reach again. Nothing acknowledged is lost.'
      : 'No set is left: the writer could not recover this group now.',
  'volume.watched.durable':
    'The newest record, LSN {lsn}, is durable: acknowledged by {acknowledged}.',
  'volume.watched.open': ({ acknowledged, onDisk }) =>
    `LSN {lsn} is not durable yet: acknowledged by ${count(acknowledged, '{acknowledged}')}` +
    `${count(onDisk, '; on disk at {onDisk}, whose answer is not here', '')}.`,
  'volume.watched.none': 'No record of this group is kept: all that was written is older.',

  'volume.change.joining':
    '{leaving} is to be replaced by {joining}. The new epoch is a write: it counts when a write ' +
    'set has it.',
  'volume.change.hydrating': ({ untilMicros, from }) =>
    `{joining} gets the pages and the log of {leaving}${from === '' ? '' : ' from copy {from}'}: ` +
    `{sharePpm} are there${Number(untilMicros) > 0 ? ', done in {untilMicros}' : ''}. Until ` +
    'then it counts in no read set, and both memberships hold.',
  'volume.change.settling': '{joining} has all it needs. One more epoch, and {leaving} leaves.',
  'volume.change.rollingBack': 'Taken back: one more epoch, and {joining} leaves again.',
  'volume.change.rebuild': ({ untilMicros }) =>
    '{leaving} is made anew in place, since a read set is left and no write set: {sharePpm}' +
    `${Number(untilMicros) > 0 ? ', done in {untilMicros}' : ''}. Not published.`,
  'volume.change.why.silent': 'Its node has been silent for too long.',
  'volume.change.why.hot': 'Its node was overloaded.',
  'volume.change.why.asked': 'Somebody asked for it.',
  'volume.writingEpoch': ({ acknowledged }) =>
    `Epoch {epoch} is being written for {forMicros}: ${count(acknowledged, '{acknowledged}')} ` +
    'have it.',
  'volume.noChange': 'Nobody is being replaced.',

  'volume.state.member': 'counts',
  'volume.state.suspect': 'being replaced; still counts',
  'volume.state.hydrating': 'filling: {sharePpm}',
  'volume.state.hydrating.log': 'has its pages; gets the log up to LSN {countsFrom}',
  'volume.state.hydrated': 'filled; waits for its epoch',
  'volume.state.lost': 'disk lost',
  'volume.state.apart': 'left out while the group runs as 3 of 4',

  'volume.step.1.waiting': '{waiting|record|records} not yet on disk',
  'volume.step.2.waiting': '{waiting|record|records} in the disk write under way',
  'volume.step.3.waiting': '{waiting|record|records} not yet sorted',
  'volume.step.4.waiting': '{waiting|record|records} missing below the newest',
  'volume.step.5.waiting': '{waiting|record|records} in pages that are due',
  'volume.step.6.waiting': '{waiting|record|records} since the last backup',
  'volume.step.7.waiting': '{waiting|record|records} backed up and not yet collected',
  'volume.step.8.waiting': '{waiting|page|pages} not yet looked at',
  'volume.step.nothing': 'nothing waits',
  'volume.step.1.done': '{done|record|records} received',
  'volume.step.2.done': '{done|record|records} answered',
  'volume.step.3.done': '{done|record|records} sorted',
  'volume.step.4.done': '{done|record|records} from peers',
  'volume.step.5.done': '{done|record|records} made into pages',
  'volume.step.6.done': '{done|record|records} backed up',
  'volume.step.7.done': '{done|record|records} collected',
  'volume.step.8.done': '{done|scrub|scrubs} ended',

  'volume.pipeline.off': 'Background work is switched off: the queues of steps 3 to 8 only grow.',
  'volume.pipeline.asleep':
    'Background work has not begun in this run: it begins with the first period of a storage ' +
    'node. Go on a little.',
  'volume.throttled':
    'Throttled for {forMicros}: it takes new records in more slowly, until its backlog is below ' +
    'the limit.',
  'volume.scrub.now': 'Scrub: {checked} of {pages} pages looked at, done in {inMicros}.',
  'volume.scrub.next': 'The next scrub begins in {inMicros}.',
  'volume.scrub.none': 'No scrub is planned.',
  'volume.damage.unknown': 'Page {page} is damaged. You know; {node} does not.',
  'volume.damage.found': '{node} found {forMicros} ago that page {page} is damaged.',
  'volume.damage.asked':
    '{node} found {forMicros} ago that page {page} is damaged, and has asked {asked} for it.',
  'volume.damage.none': 'No damaged page.',
  'volume.damage.repaired': '{repaired|damaged page was|damaged pages were} repaired from a peer.',

  'volume.wait.scl': ({ next, isReachable }) => {
    if (next === 0) return '{name} has every record of the group. It waits for the next one.'
    const how = isReachable ? 'a resend or gossip brings it' : 'its node cannot be reached'
    return `{name} waits for LSN {next}: ${how}. What it has above does not count yet.`
  },
  'volume.wait.pgcl': ({ acknowledged }) =>
    '{group} waits until a write set has acknowledged LSN {lsn}: so far ' +
    `${count(acknowledged, '{acknowledged}')}.`,
  'volume.wait.pgcl.none': '{group} waits for nothing: a write set has every record.',
  'volume.wait.vcl': 'VCL waits for LSN {lsn}, a record of {group}. All before it are durable.',
  'volume.wait.vcl.none': 'VCL has come to the end of the log: every record is durable.',
  'volume.wait.vdl':
    'VDL waits for LSN {lsn}, the next end of a mini-transaction: VCL must come as far.',
  'volume.wait.vdl.none': 'VDL waits for the next end of a mini-transaction to be written.',
  'volume.wait.pgmrpl.read':
    'PGMRPL waits for a read at {instance} that began {forMicros} ago: old versions stay for it.',
  'volume.wait.pgmrpl.reader': 'PGMRPL waits for {instance}, which still shows an older point.',
  'volume.wait.pgmrpl.none':
    'No read is outstanding: PGMRPL follows the read point. Segments may collect what lies below.',
  'volume.wait.highest':
    'The newest record that {instance} has written. The next one is LSN {next}.',
  'volume.wait.limit': ({ heldBack }) =>
    heldBack === 0
      ? 'No record may get a higher number. The limit moves with {base}: {room} are left.'
      : '{heldBack|transaction waits|transactions wait} at the limit for {forMicros}: it moves ' +
        'when {base} does.',
  'volume.wait.truncation':
    'LSN {above} to {upTo} were annulled by the recovery of epoch {epoch}. Nobody gets these ' +
    'numbers again.',
  'volume.wait.nobody': 'Nobody has the log open now: nothing moves on until a writer is open.',
}

/** What is said of a list, or something else of an empty one. */
function count(list: unknown, some: string, none = 'nobody'): string {
  return Array.isArray(list) && list.length > 0 ? some : none
}
