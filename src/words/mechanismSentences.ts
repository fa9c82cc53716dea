/**
 * The facts of Multi-Master, Serverless and promotion, in sentences. A page loads them with the
 * first cluster that has such a mechanism.
 */
import { serverlessV1Facts, wishes } from './serverlessV1Facts.ts'
import { callWakers, pauseBlockers, serverlessV2Facts } from './serverlessV2Facts.ts'
import type { Sentences } from './template.ts'

const conflicts: Record<string, string> = {
  inFlight: 'another change of that version was in flight at too many copies',
  staleBase: 'storage already held version {version}',
  noWinner: 'no change could reach a write set, so all of them lost',
  rowOwned: 'an open transaction at another writer owns the row',
  deadlock: 'two transactions of this writer waited for each other’s rows',
  lockTimeout: 'it waited too long for a row that another transaction of this writer holds',
}

/** Transactions of one writer that wait for each other's rows. */
function isLocal(cause: unknown): boolean {
  return cause === 'deadlock' || cause === 'lockTimeout'
}

const pressures: Record<string, string> = {
  cpu: 'CPU binds',
  memory: 'memory binds',
  network: 'the network binds',
  floor: 'a feature needs at least that much',
  range: 'the range was changed',
  hold: 'need had been low for long enough',
  idle: 'nothing needs it',
  resume: 'it woke up',
  ...wishes,
}

const wakers: Record<string, string> = {
  connection: 'a connection came',
  command: 'a command asked for it',
  promotion: 'the writer is lost, and it is the next in line',
  ...callWakers,
}

const blockers: Record<string, string> = pauseBlockers

/** What a page change is for, when no statement asks for it. */
const purposes: Record<string, string> = {
  rollback: ', to undo a change.',
  purge: ', to purge old versions.',
  ddl: ', to change a table’s definition.',
}

const verdicts: Record<string, string> = {
  verdict: 'one of them knew its verdict',
  writeSet: 'a write set holds it',
  noWriteSet: 'no write set can hold it any more',
  mayHold: 'with those that are silent a write set may hold it',
  mayNot: 'even with those that are silent no write set can hold it',
}

function named(table: Record<string, string>, key: unknown): string {
  return table[String(key)] ?? String(key)
}

export const mechanismSentences: Sentences = {
  'fact.TransactionRolledBack': ({ cause }) =>
    `Transaction {transaction} of {application} got error ` +
    `${cause === 'lockTimeout' ? 1205 : 1213} at {instance}, rolled back: ` +
    `${named(conflicts, cause)}.` +
    (isLocal(cause) ? '' : ' MySQL says deadlock; nothing was locked.'),
  'fact.WriterStatusChanged': '{instance} is {status}.',
  'fact.HealthCheckMissed':
    '{application} asked {instance} by SQL and got no answer in time: {misses|miss|misses} in a ' +
    'row.',
  'fact.Rerouted':
    '{application} goes from {from} to {to} by its own plan, {tookMicros} after the first check ' +
    'that failed.',
  'fact.WriterLogTruncated':
    '{instance}, epoch {epoch}: its own log was cut back to LSN {above}; {annulled} records are ' +
    'annulled. The other writers’ logs are untouched.',
  'fact.DdlStarted':
    '{asked} asked to change the definition of {table}; {owner} carries it out. All writers may ' +
    'only read it meanwhile.',
  'fact.DdlEnded':
    'Every writer has the new definition of {table}, after {tookMicros}; {cut|connection was|' +
    'connections were} cut.',
  'fact.DdlOwnerChanged': 'Changes of definitions now go through {instance}.',
  'fact.DdlLost':
    'The change of {table} that {asked} asked for is lost with {owner}; ask for it again.',
  'fact.WriteRefused': ({ because }) =>
    '{instance} refused a change of {application}, transaction {transaction}, error {code}: ' +
    `${because === 'readOnly' ? 'it is set to read only' : 'the definition of the table changes'}.`,
  'fact.WriterReadOnly': ({ isReadOnly }) =>
    `{instance} ${isReadOnly === true ? 'only reads now' : 'reads and writes again'}.`,
  'fact.TentativeDecided': ({ isKept, because }) =>
    `{segment} asked the others: change {proposal} is ${isKept === true ? 'kept' : 'dropped'}, ` +
    `since ${named(verdicts, because)}. Its writer is dead.`,
  'fact.EndsRead':
    '{instance} read from storage what {origin} had committed: {changes|is|are} new.',
  'fact.UndoTakenOver':
    '{instance} undoes {transactions|transaction|transactions} that {origin} had open, being dead.',
  'fact.RegionalReadFailed':
    'REGIONAL_RAW: {instance} gave up after {waitedMicros}; another writer is silent.',
  'fact.CapacityChanged': ({ from, acu, because }) =>
    `{instance} ${Number(acu) > Number(from) ? 'grew' : 'shrank'} from {from} to {acu} ACU: ` +
    `${named(pressures, because)}; {need} ACU are needed.`,
  ...serverlessV1Facts,
  ...serverlessV2Facts,
  'fact.PauseBlocked': ({ because }) =>
    `{instance} does not pause: ${[because]
      .flat()
      .map(key => named(blockers, key))
      .join('; ')}.`,
  'fact.PauseBegan': '{instance} begins to pause, at {acu} ACU.',
  'fact.PauseCancelled': 'A connection came: {instance} does not pause after all.',
  'fact.InstancePaused': '{instance} is paused: 0 ACU, nothing is billed for it. It had {acu} ACU.',
  'fact.ResumeBegan': ({ because, isDeep }) =>
    `{instance} wakes: ${named(wakers, because)}.` +
    (isDeep === true ? ' It slept so long that it takes longer.' : ''),
  'fact.InstanceResumed': '{instance} is awake at {acu} ACU, after {tookMicros}.',
  'fact.ReaderReplaced':
    '{instance} has been {behindMicros} behind the writer: it counts as crashed and is started ' +
    'anew, with an empty cache.',
  'fact.InstanceRecreated':
    '{instance} is re-created in {zone}, {tookMicros} after it was lost, with an empty cache.',
  'fact.ProxyLostWriter':
    'The proxy no longer reaches {instance}: {cut|request is|requests are} cut off, and new ones ' +
    'wait with the proxy.',
  'fact.ProxySwitched':
    'The proxy leads to {instance} now, after {tookMicros}; {waiting|request has|requests have} ' +
    'waited with it.',
  'fact.InstanceSuspected':
    'Nothing was heard of {instance} for {silentMicros}: it counts as lost.',
  'fact.PromotionStarted': '{instance} is to become the writer in place of {instead}.',
  'fact.ReaderPromoted': '{instance} is the writer now, after {tookMicros}.',
  'fact.EndpointMoved': 'The {endpoint} endpoint leads to {to}.',
  'fact.ProposalSent': ({ reason, pages }) =>
    `{instance} asked all six copies whether page {page} may follow version {base}` +
    (Number(pages) > 1 ? ', in a group of {pages} pages' : '') +
    (purposes[String(reason)] ?? '.'),
  'fact.VoteGiven': ({ isYes, refusal }) =>
    isYes === true
      ? '{segment} answered yes: it holds version {version} and nothing else is in flight.'
      : refusal === 'staleBase'
        ? '{segment} answered no: it already holds version {version}.'
        : refusal === 'inFlight'
          ? '{segment} answered no: change {holder} is in flight there.'
          : '{segment} answered no: the writer’s epoch is over.',
  'fact.ContestRuled': ({ proposal, winner }) =>
    proposal === winner
      ? '{instance} heard from the arbiter: its change {proposal} wins page {page}.'
      : '{instance} heard from the arbiter: change {winner} wins page {page}, not {proposal}.',
  'fact.ProposalAccepted': 'Page {page} is at version {version}: {yes} copies said yes.',
  'fact.ProposalRefused': ({ cause }) =>
    `The change of page {page} on version {base} was refused, with {yes} yes and {no} no: ` +
    `${cause === 'staleBase' ? 'storage already held a newer version' : named(conflicts, cause)}.`,
  'fact.PageVersionAdvanced': '{segment} holds page {page} in version {version}.',
  'fact.RedoApplied': '{instance} applied a change of {origin} to page {page}, {lagMicros} later.',
  'fact.PageEvicted': '{instance} dropped page {page}, version {version}, from its cache.',
  'fact.RegionalReadWaited':
    'REGIONAL_RAW: {instance} waited {waitedMicros} until it knew what the others had committed.',
  'fact.RowRead': ({ staleMicros }) =>
    Number(staleMicros) > 0
      ? '{instance} read row {row} of {table}: an old value, {staleMicros} behind.'
      : '{instance} read row {row} of {table}: the newest value.',
  'fact.RetryPlanned': '{application} tries again in {inMicros}.',
  'fact.StreamApplied': '{instance} applied the redo stream up to LSN {vdl}, {lagMicros} behind.',
}
