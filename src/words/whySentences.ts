/**
 * The sentences that are asked for later: the steps of a *why*, detailed facts in a chain of
 * causes, and broken laws. Loaded with the panels that show them.
 */
import { messageWord } from './messageWords.ts'
import type { Sentences } from './template.ts'

/** Of a message: its kind by its short name, then what is with it. */
function onItsWay(rest: string): Sentences[string] {
  return ({ kind }) => `${messageWord(String(kind))} ${rest}`
}

export const whySentences: Sentences = {
  'why.unknownSubject': 'There is no {subject} at this instant.',
  'why.record.acknowledged':
    'Durable: {held} of {copies} copies have LSN {lsn} on disk, and the safe point (VDL ' +
    '{vdl}) has passed it.',
  'why.record.durable':
    'A write set has LSN {lsn}: {held} copies, {needed} needed. The safe point (VDL {vdl}) ' +
    'has not passed it yet.',
  'why.record.notDurable':
    'LSN {lsn} is not durable yet: {held} of the {needed} copies needed have it.',
  'why.record.annulled':
    'LSN {lsn} is annulled: the recovery of epoch {epoch} crossed out everything from above ' +
    '{above} to {upTo}. It was never acknowledged.',
  'why.record.links': ({ group, block }) =>
    'It links back to LSN {volume} in the volume, ' +
    (group === 0 ? 'to none in its group' : 'to LSN {group} in its group') +
    (block === 0
      ? ', and is the first that the log keeps of page {page}.'
      : ', and to LSN {block} of page {page}.'),
  'why.record.older':
    'LSN {lsn} is so old that the picture keeps it only as part of the base: every running ' +
    'copy has it.',
  'why.record.heldBy': ({ segments }) =>
    Array.isArray(segments) && segments.length === 0
      ? 'No copy has it on disk yet.'
      : 'On disk at {segments}.',
  'why.lack.nodeDown': '{segment} lacks it: {node} has no power.',
  'why.lack.linkCut': '{segment} lacks it: the link {target} is cut.',
  'why.lack.onItsWay': '{segment} lacks it: the record is on its way and arrives in {inMicros}.',
  'why.lack.lostOnItsWay': '{segment} lacks it: the message was lost on its way.',
  'why.lack.persisting': '{segment} has received it and is writing it to disk.',
  'why.lack.ackOnItsWay': '{segment} has it; its answer reaches the writer in {inMicros}.',
  'why.lack.resendDue':
    '{segment} lacks it and nothing is under way: the writer sends it again in {inMicros}.',
  'why.lack.gossip': '{segment} lacks it: another copy brings it by gossip, next in {inMicros}.',
  'why.hole.below':
    '{segment} has it, but not LSN {missing} below it, so it counts only up to its SCL, {scl}.',
  'why.vcl.waitsFor':
    'VCL cannot pass LSN {lsn} of {group}: {held} of the {needed} copies needed have it.',
  'why.vdl.waitsForEnd':
    'VDL stands only on ends of mini-transactions: VCL is {vcl}, the last end below it is {vdl}.',
  'why.commits.flow':
    'Commits flow: the writer reaches {reachable|copy|copies} and {needed~} are needed.',
  'why.commits.inFlight':
    '{waiting|commit is|commits are} on the way, the oldest for {oldestMicros}; a write set ' +
    'is within reach.',
  'why.commits.noWriteQuorum':
    'Commits wait: of {group} the writer reaches {reachable|copy|copies}, and {needed~} are ' +
    'needed. {waiting|commit waits|commits wait}.',
  'why.commits.noWriter':
    'Commits wait: {instance} cannot write. {waiting|session waits|sessions wait}.',
  'why.commits.heldBack':
    '{waiting|transaction is|transactions are} held back: LSNs may run ahead of the safe ' +
    'point by {limit} and no more.',
  'why.commits.none': 'No commit waits.',
  'why.transaction.queued': 'Transaction {transaction} waits for a CPU of the writer.',
  'why.transaction.reading':
    'Transaction {transaction} waits for {pages|page|pages} to be read from storage.',
  'why.transaction.heldBack':
    'Transaction {transaction} is held back: LSNs may run ahead of the safe point by {limit} ' +
    'and no more.',
  'why.transaction.parked':
    'Transaction {transaction} has written its commit record, LSN {lsn}, and has waited ' +
    '{waitedMicros} for VDL to reach it.',
  'why.transaction.committed':
    'Transaction {transaction} is committed: VDL passed its commit record, LSN {lsn}, after ' +
    '{latencyMicros}.',
  'why.transaction.lost':
    'The connection of {application} broke before transaction {transaction} was answered: ' +
    'its outcome is unknown to the client.',
  'why.transaction.unknown': 'Transaction {transaction} is not in progress at this instant.',
  'why.segment.complete': '{segment} is complete: it has every record of {group} up to LSN {scl}.',
  'why.segment.behind':
    '{segment} is complete up to LSN {scl}; {behind|record is|records are} missing up to LSN ' +
    '{last}, with {holes|hole|holes} below what it has.',
  'why.segment.older':
    '{segment} lacks records so old that only its peers as a whole can give them.',
  'why.node.up': '{node} runs, in {zone}, with {copies|copy|copies}.',
  'why.node.spare': '{node} runs and holds no copy: it is spare.',
  'why.node.down': ({ fault }) =>
    fault === 'RollingPatch' ? '{node} is away for its patch.' : '{node} has no power.',
  'why.node.cut': ({ fault }) =>
    fault === 'ZoneIsolation'
      ? 'The writer cannot reach {node}: {target} is cut off from the other zones.'
      : fault === 'DispatcherCrash'
        ? 'Nothing passes between {target} and {node}: the dispatcher is down.'
        : 'The writer cannot reach {node}: the link {target} is cut.',
  'why.node.slow': '{node} takes {factor} times as long for everything.',
  'why.node.hosts': '{node} holds {segments}.',
  'why.node.groupEffect': ({ canWrite }) =>
    canWrite === true
      ? 'Of {group} the writer reaches {reachable} copies and needs {needed}: commits go on.'
      : 'Of {group} the writer reaches {reachable} copies and needs {needed}: commits wait.',
  'why.instance.open':
    '{instance} has the volume open in epoch {epoch}; the safe point (VDL) is {vdl}.',
  'why.instance.down': '{instance} is down.',
  'why.instance.restarting': '{instance} is starting again; {remainingMicros} to go.',
  'why.instance.scanning':
    '{instance} asks the copies what they hold: of {group}, {promised} of {readNeeded} have ' +
    'answered.',
  'why.instance.truncating':
    '{instance} tells the copies what is annulled: of {group}, {promised} of {needed} have ' +
    'confirmed.',
  'why.instance.recovering': '{instance} knows the safe point and is about to open.',
  'why.message.flying': onItsWay('from {from} to {to}: arrives in {inMicros}.'),
  'why.message.lost': onItsWay('from {from} to {to}: the network has lost it.'),
  'why.message.willBeDropped': onItsWay('from {from} to {to} will not arrive: {because}.'),
  'why.message.dropped': onItsWay('from {from} to {to} did not arrive: {because}.'),
  'why.message.gone': 'Message {message} has arrived, or never was.',
  'why.fault': 'The reason: {fault}, in force at {target}.',

  'fact.TransactionBegan': 'Transaction {transaction} of {application} began.',
  'fact.TransactionCommitted':
    'Transaction {transaction} of {application} was answered: committed, after {latencyMicros}.',
  'fact.ConnectionLost':
    '{application} lost a connection; the outcome of transaction {transaction} is unknown to it.',
  'fact.CommitWritten': 'Transaction {transaction} wrote its commit record, LSN {lsn}, in {group}.',
  'fact.RecordsSent':
    'The writer sent {count|record|records} of {group} to all copies, up to LSN {last}.',
  'fact.RecordsResent': 'The writer sent records up to LSN {last} to {segment} again.',
  'fact.RecordsPersisted': '{segment} has LSN {last} on disk; it is complete up to {scl}.',
  'fact.RecordsRefused': ({ because }) =>
    because === 'staleEpoch'
      ? '{segment} refused records of an old epoch: it has promised {epoch}.'
      : '{segment} refused records that epoch {epoch} has annulled.',
  'fact.AckReceived': 'The writer learned that {segment} is complete up to LSN {scl}.',
  'fact.HoleOpened': '{segment} received LSN {received} but lacks LSN {missing} below it: a hole.',
  'fact.HoleFilled': 'The hole at {segment} is filled, by {by}; it is complete up to LSN {scl}.',
  'fact.PgclAdvanced': 'A write set of {group} has everything up to LSN {pgcl} (PGCL).',
  'fact.VclAdvanced': 'All groups have everything up to LSN {vcl} (VCL).',
  'fact.VdlAdvanced': 'The safe point moved up to LSN {vdl} (VDL).',
  'fact.PageRequested': 'The writer asked {segment} for page {page}.',
  'fact.PageReturned': '{segment} returned page {page} after {latencyMicros}.',
  'fact.ReadHedged':
    'Page {page} took too long, so after {afterMicros} {segment} was asked as well.',
  'fact.ReadRefused': ({ because }) =>
    because === 'notComplete'
      ? '{segment} could not serve the page: it is not complete up to the read point.'
      : because === 'tooOld'
        ? '{segment} could not serve the page: that version is gone.'
        : '{segment} could not serve the page: the epoch was stale.',
  'fact.MessageDropped': onItsWay('from {from} to {to} did not arrive: {because}.'),

  'law.pointsInOrder':
    'The log points of {instance} are out of order: {lower} is {lowerLsn}, {upper} is {upperLsn}.',
  'law.pointsNeverFall': '{point} of {subject} fell from {before} to {now}.',
  'law.sclHasNoGap': '{segment} claims to be complete up to LSN {scl} but lacks LSN {missing}.',
  'law.commitIsHeld':
    'The commit at LSN {lsn} of {group} was acknowledged, but {held} copies hold it and ' +
    '{needed} are needed.',
  'law.commitIsHeld.annulled':
    'The commit at LSN {lsn} was acknowledged and then annulled, above {above}.',
  'law.quorumsMeet': 'Two sets of {group} do not meet: {one} and {other}.',
  'law.readsSeeTheirPoint':
    '{segment} served a page at LSN {point} but is complete only up to {scl}.',
  'law.messagesAreConserved': '{sent} messages were sent and {accounted} are accounted for.',
  'law.readerShowsAPastPoint':
    'Reader {reader} shows LSN {vdl}, beyond the VDL {writerVdl} of the writer.',
  'law.readerShowsAPastPoint.torn':
    'Reader {reader} shows LSN {vdl}, which ends no mini-transaction: part of a change.',
  'law.readersCount':
    '{segment} counts what lies below LSN {lowestReadPoint} as collectable, but {reader} still ' +
    'reads at {point}.',
  'law.cachedPagesAreFresh':
    'Reader {reader} shows LSN {vdl}, but its page {page} lacks the change with LSN {lsn}.',
  'law.readsSeeTheirPoint.torn':
    '{segment} served a page at LSN {point}, which ends no mini-transaction of its group.',
  'law.oneWriter': '{one} and {other} are both open writers of epoch {epoch}.',
  'law.oneWriter.replaced':
    '{instance} was replaced, and its safe point, LSN {vdl}, is above {above}: in the range that ' +
    'the recovery annulled.',
  'law.progressAfterHealing':
    'Nothing is broken, yet a commit has waited {waitedMicros}; {boundMicros} is the most.',
  'law.progressAfterHealing.notOpen':
    'Nothing is broken, yet {instance} has not opened for {waitedMicros}; {boundMicros} is ' +
    'the most.',
}
