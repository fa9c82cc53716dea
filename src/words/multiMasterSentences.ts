/** Captions, hints and lights of a cluster with several writers, and why a command is refused. */
import type { Sentences } from './template.ts'

export const multiMasterSentences: Sentences = {
  'mm.caption.allOnline': ({ online }) =>
    `${online === 2 ? 'Both' : 'All {online~}'} writers take changes of the same data. Storage ` +
    'decides, page by page: a change stands when {needed~} copies keep it.',
  'mm.caption.oneWriter':
    'One writer: nobody to collide with. A change stands when {needed~} copies keep it.',
  'mm.caption.copiesGone': ({ reachable, needed }) =>
    reachable === needed
      ? '{gone|copy is|copies are} gone: every one that is left must keep a change. Two writers ' +
        'at one page at once may now both lose.'
      : '{gone|copy is|copies are} gone: of the {reachable~} that are left {needed~} must keep ' +
        'a change.',
  'mm.caption.contest': ({ rowOne, rowOther }) =>
    rowOne === rowOther
      ? '{one} and {other} change row {rowOne} of page {page} at once. Each copy keeps the first ' +
        'change that it sees and refuses the other.'
      : '{one} changes row {rowOne}, {other} row {rowOther}: both are on page {page}. Each copy ' +
        'keeps the first change of the page that it sees and refuses the other.',
  'mm.caption.stuck':
    'Page {page}: {keptOne|copy keeps|copies keep} the change of {one}, {keptOther~} that of ' +
    '{other}. Neither can reach {needed~} any more; after {waitMicros} both give up.',
  'mm.caption.inFlight': ({ winner }) =>
    `Page {page} at version {base}: ${winner === '' ? 'another' : '{winner}’s'} change came ` +
    'first at the copies. {instance} rolls back. MySQL says deadlock, error 1213; nothing was ' +
    'locked.',
  'mm.caption.staleBase':
    'Page {page}: {instance} built on version {base}, storage already has {version}, made by ' +
    '{winner}. It rolls back with error 1213; nothing was locked.',
  'mm.caption.noWinner':
    'Page {page} at version {base}: neither change reached {needed~} copies, so nobody wins. ' +
    'Each gets error 1213 and tries again. Assumed: what really happened is not published.',
  'mm.caption.writerDown': ({ online }) =>
    `{instance} is down and nobody takes over: {others} ${online === 1 ? 'goes' : 'go'} on. Rows ` +
    'that {instance} had changed and not committed stay its own until it is back.',
  'mm.caption.writerRecovers':
    '{instance} is back: it asks the copies what they hold of its own log, crosses out what came ' +
    'too late and undoes what it had open. {others} never stopped.',
  'mm.caption.writerStarts': ({ online }) =>
    `{instance} starts again, which takes 10 to 20 seconds. Nobody takes over: {others} ` +
    `${online === 1 ? 'goes' : 'go'} on, and never stopped.`,
  'mm.caption.staleRead':
    'INSTANCE_RAW: {instance} read row {row} as it knows it. Another writer had committed a ' +
    'newer value {staleMicros} before; it is still on its way.',
  'mm.caption.regionalRead':
    'REGIONAL_RAW: {instance} waited until it knew what the others had done, then read row ' +
    '{row}: the newest value.',
  'mm.caption.syncing':
    'REGIONAL_RAW: {instance} asked the others how far they are, and waits until it knows all of ' +
    'that. Only then does it read.',
  'mm.caption.ddl':
    'The definition of {table} changes, at {owner} for all. Until every writer has it, they may ' +
    'only read {table}; connections that use it elsewhere are cut.',
  'mm.caption.noWriter':
    'No writer is online: nobody can change or read anything. What was acknowledged is in the ' +
    'copies.',
  'mm.caption.noWriteSet':
    'Changes wait: {reachable|copy is|copies are} within reach and {needed~} must keep a change. ' +
    'Nobody gets an error for that.',

  'mm.hint.retry': 'The application tries again after a short pause. Watch.',
  'mm.hint.healWriter': 'Click {instance} to start it again.',
  'mm.hint.breakWriter': 'Click the glowing writer to kill it: who takes over?',
  'mm.hint.watch': 'This resolves by itself. Watch.',

  'mm.light.commits': ({ online, writers }) =>
    online === writers ? 'every writer takes changes' : '{online~} of {writers~} take changes',
  'mm.light.reads': ({ online, writers }) =>
    online === writers ? 'every writer answers' : '{online~} of {writers~} writers there',
  'mm.light.nobody': 'none of {writers~} writers is online',

  'law.oneSuccessor':
    'Version {version} of page {page} has two makers: proposals {one} and {other}.',
  'law.versionsWithoutGap': 'Page {page} went from version {before} to {version}.',
  'law.versionsWithoutGap.copy':
    'A copy of page {page} holds version {version}, where {accepted} is accepted.',
  'law.oneYesAtATime':
    'A copy of page {page} said yes to proposals {one} and {other}, both on one version.',
  'law.ownReadsAreFresh':
    '{instance} made version {version} of page {page} and has {cached} cached.',
  'law.commitHasWriteSets':
    'Transaction {transaction} is acknowledged, but LSN {lsn} is held by {held|copy|copies}.',
  'law.groupIsWhole':
    'Of the group of change {proposal} page {page} is missing where others of it stand.',
  'law.appliedNeverFalls':
    '{instance} has applied {place} changes of {origin}, after {before}, or more than it has sent.',
  'law.visibleAsAWhole':
    'Transaction {transaction} ended otherwise, or elsewhere, in row {row} than in its other rows.',
  'law.locksAreLocal':
    '{instance} keeps a lock for transaction {transaction}, which does not run there.',
  'law.noTentativeOutlives':
    '{instance} is online again, and its proposal {proposal} is still undecided.',
  'law.rolledBackIsGone':
    'Row {row} shows {instance} a value of transaction {transaction}, which was rolled back.',

  'reason.unknownInstance': 'There is no instance {instance}.',
  'reason.unknownTable': 'There is no table {table}.',
  'reason.unknownRow': 'Table {table} has rows 0 to below {rows}; there is no row {row}.',
  'reason.notScripted': '{session} runs by itself; name another session for single transactions.',
  'reason.tooMuch': '{session} has a thousand transactions waiting.',
  'reason.nothingToRun': 'Name rows that {session} shall read or change.',
  'reason.writerNotOnline': '{instance} is not online.',
  'reason.ddlUnderWay': 'A hundred changes of definitions wait; {table} cannot be added now.',
}
