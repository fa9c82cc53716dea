/** Why a measurement of writers came out as it did; loaded with the dialog that shows it. */
import type { Sentences } from './template.ts'

const undone = '{rolledBack} of {ended} transactions were undone ({wastedPpm})'

/** Of two refused for the same page at once nobody wins; the others have one cause each. */
const causes: Readonly<Record<string, string>> = {
  staleBase: 'most of them built on a page that another writer had changed and that was stale here',
  inFlight: 'most of them met a change of another writer to the same page under way',
  noWinner: 'most of them split the copies of a page with another change, so that neither won',
  rowOwned: 'most of them wanted a row that an open transaction of another writer had changed',
}

function withCause(rest: string): Sentences[string] {
  return ({ cause }) => `${undone}, ${causes[String(cause)] ?? 'for several causes'}. ${rest}`
}

export const scaleOutSentences: Sentences = {
  'scaleOut.question':
    'The same crowd asks as fast as it is answered. How much is committed a second, with one ' +
    'writer, with two, with four, and what if they change the same rows?',
  'scaleOut.done':
    '{runs|run|runs}, seed {seed}, half a second of model time each, after as long to warm up.',
  'scaleOut.load':
    'Each transaction reads {reads|row|rows} and changes {writes~}, as SysBench does. ' +
    '{sessions} sessions for each writer, {vcpus} CPUs each, a table of {pages} pages of which ' +
    '{common} are common. Sizes are assumptions.',
  'scaleOut.why.single-master':
    'One machine, always busy. A transaction waits for others inside it at most, and none is ' +
    'undone.',
  'scaleOut.why.one-writer':
    'Several writers stand by and one works. Nothing collides, and each query costs more CPU ' +
    'than in a cluster with a single master (by how much is an assumption).',
  'scaleOut.why.owned':
    'Every row has one writer, so no page is changed by two of them. {rolledBack|transaction was|' +
    'transactions were} undone, and each writer brings its own CPUs. What holds it back are its ' +
    'busiest pages: a page takes one change at a time.',
  'scaleOut.why.apart':
    'No row is common, so no page is changed by two writers. {rolledBack|transaction was|' +
    'transactions were} undone, and each writer brings its own CPUs.',
  'scaleOut.why.common': withCause(
    'One refused page undoes all {statements} statements; trying again takes CPU from the rest, ' +
      'and the pauses before it leave CPUs idle.',
  ),
  'scaleOut.why.round-robin': withCause(
    'Every writer changes every page, also those that only one application needs.',
  ),
}
