/** The sentences of what rests: a silent cluster, a group that is left alone; what to watch. */
import type { Sentences } from './template.ts'

export const restSentences: Sentences = {
  'caption.quiet': ({ latencyMicros }) =>
    `Nobody has written for {silentMicros}. ${
      latencyMicros === undefined ? 'No commit waits' : 'The last commit took {latencyMicros}'
    }; the next one need not wait for a timer or for company.`,
  'caption.commitAfterSilence':
    'The first commit after {silentMicros} of silence is on its way. It waited for no timer and ' +
    'no company, and is done when {needed~} copies have it.',
  'caption.commitOutOfSilence':
    'The commit took {latencyMicros}, the first after {silentMicros} of silence: it waited for ' +
    'no timer and no company.',
  'caption.coldReads':
    'Nobody writes to {group}: its copies stand at LSN {tip}, far below the safe point, {vdl}. ' +
    'Yet they lack nothing, so they answer reads.',
  'caption.copiesGoneCommitsGoOn.many': ({ nodesDown, spare }) =>
    '{nodesDown|storage node is|storage nodes are} gone, and {hit~} of {groups~} groups lost ' +
    `${nodesDown === 1 ? 'a copy' : 'copies'}. None stops: the worst off, {group}, has ` +
    `{reachable~} left and {needed~} are enough.${spare === 0 ? ' Not one more may go.' : ''}`,
  'caption.zoneGoneCommitsGoOn.many':
    'A whole zone is gone, and commits of every group go on: {reachable~} of {copies~} copies ' +
    'are left, and {needed~} are enough.',

  'hint.watchSilence': 'Watch the next commit: its records leave by themselves, at once.',
  'hint.countAnswers':
    'Count the answers of the copies: with a write set of them the commit is done.',
  'hint.watchColdGroup':
    'Watch a page read go to {group}: a copy is measured by the last record of its own group.',
  'hint.watchHoles':
    'Look for a gap in a column. No commit waits for it while a write set has the record; watch ' +
    'it close.',
}
