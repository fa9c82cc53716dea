/**
 * What the verdict on a history says: anomalies for beginners and exactly, levels, and the steps
 * of a cycle. Definitions: SPEC G, after Adya 1999 and Kingsbury and Alvaro 2020.
 */
import type { LevelName } from '../engine/contract/history.ts'

export interface AnomalyWords {
  /** Its other name, where it has one. */
  also: string
  plain: string
  exact: string
}

const anomalies: Record<string, AnomalyWords> = {
  G0: {
    also: 'dirty write',
    plain: 'Two transactions overwrote each other’s changes, in opposite orders.',
    exact: 'A cycle of write dependencies alone (ww).',
  },
  G1a: {
    also: 'aborted read',
    plain: 'Somebody read what was later rolled back.',
    exact: 'A committed transaction read a version of an aborted one.',
  },
  G1b: {
    also: 'intermediate read',
    plain: 'Somebody read a value that its writer changed again before it committed.',
    exact: 'A committed transaction read a version that is not the last of its writer.',
  },
  G1c: {
    also: 'circular information flow',
    plain: 'Each of them saw or followed something of the other: neither can have come first.',
    exact: 'A cycle of write and read dependencies (ww, wr), without anti-dependencies.',
  },
  'G-single': {
    also: 'read skew',
    plain: 'One transaction saw part of what another did, and missed another part of it.',
    exact: 'A cycle with exactly one anti-dependency (rw).',
  },
  'lost-update': {
    also: 'P4',
    plain: 'Two read the same row and both changed it: the second never saw what the first did.',
    exact: 'A cycle of one rw and one ww on the same key.',
  },
  'G-nonadjacent': {
    also: '',
    plain: 'Two or more missed something of another, but never two in a row.',
    exact: 'A cycle with two or more anti-dependencies, no two of them adjacent.',
  },
  'long-fork': {
    also: 'G-nonadjacent',
    plain: 'Two readers saw two commits in opposite orders, as if time had forked.',
    exact: 'A cycle of wr and rw through two writers of different keys and two readers.',
  },
  'G2-item': {
    also: 'write skew',
    plain: 'Each read what the other changed. Alone, each was right; together they were not.',
    exact: 'A cycle with two anti-dependencies in a row, on rows.',
  },
  G2: {
    also: 'predicate write skew',
    plain: 'Each asked a question whose answer the other changed, say by adding a row.',
    exact: 'A cycle with anti-dependencies in a row, at least one of them of a predicate.',
  },
  PMP: {
    also: 'predicate many preceders',
    plain: 'The same question was answered differently within one transaction.',
    exact: 'A predicate read that comes before and after the same writer.',
  },
  OTV: {
    also: 'observed transaction vanishes',
    plain: 'What had been seen of a transaction was gone when looked at again.',
    exact: 'A reader sees a version of one writer and then an older one beside it.',
  },
  'causal-reversal': {
    also: '',
    plain: 'An effect was seen and its cause was not.',
    exact: 'A reader saw T2 and missed T1, on which T2 depends.',
  },
  internal: {
    also: '',
    plain: 'A transaction did not see its own change.',
    exact: 'A read disagrees with an earlier access of the same transaction.',
  },
  'dirty-update': {
    also: '',
    plain: 'A change was made on top of one that was rolled back.',
    exact: 'A committed version follows one of an aborted transaction.',
  },
}

const suffixes: Record<string, string> = {
  process: ' It shows only in the order of one session: it went back in time for its user.',
  realtime: ' It shows only on the clock: what had been acknowledged before was not seen.',
}

/** Of a name with or without `-process` and `-realtime`. */
export function anomalyWords(name: string): AnomalyWords {
  const [, base = name, suffix = ''] = /^(.*?)(?:-(process|realtime))?$/.exec(name) ?? []
  const words = anomalies[base] ?? { also: '', plain: 'Not a serial order.', exact: base }
  return { ...words, plain: `${words.plain}${suffixes[suffix] ?? ''}` }
}

/** Strongest first: each implies those of its kind below. */
export const levelWords: { name: LevelName; title: string; means: string }[] = [
  {
    name: 'strict-serializable',
    title: 'strict serializable',
    means: 'as if one after the other, in the order of the clock',
  },
  {
    name: 'strong-session-serializable',
    title: 'strong session serializable',
    means: 'as if one after the other, in the order of each session',
  },
  { name: 'serializable', title: 'serializable', means: 'as if one after the other' },
  {
    name: 'strong-session-snapshot-isolation',
    title: 'strong session snapshot isolation',
    means: 'snapshots that never go back for a session',
  },
  {
    name: 'snapshot-isolation',
    title: 'snapshot isolation',
    means: 'each reads one instant; of two that change a row one loses',
  },
  {
    name: 'repeatable-read',
    title: 'repeatable read (PL-2.99)',
    means: 'serializable but for predicates',
  },
  { name: 'read-committed', title: 'read committed', means: 'nothing uncommitted is seen' },
  { name: 'read-uncommitted', title: 'read uncommitted', means: 'writes do not cross' },
]
