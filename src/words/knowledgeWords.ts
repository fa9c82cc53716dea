/** What one actor knows, said: on the veil, in the list, and why no election is needed. */
import type { KnownActor, Knowledge } from '../engine/contract/knowledge.ts'
import { formatTime } from './formatNumbers.ts'
import { messageWord } from './messageWords.ts'
import { namePlace } from './namePlace.ts'
import type { Sentences } from './template.ts'

/** On a veiled column, line by line. */
export function veilWords(
  kind: 'unknown' | 'silent' | 'suspected',
  other: KnownActor | undefined,
  known: Knowledge,
): string[] {
  if (kind === 'unknown' || other === undefined) return ['not', 'told']
  if (kind === 'suspected') return ['suspected']
  return ['silent', silentFor(other, known)]
}

/** How long nothing came from there. */
export function silentFor({ heard }: KnownActor, { at, from }: Knowledge): string {
  return heard === null ? `> ${formatTime(at - from)}` : formatTime(at - heard.at)
}

export const stateWords = {
  suspected: 'suspected',
  silent: 'silent, not failed',
  heard: 'heard',
  unheard: 'not heard of',
} as const

export type KnownState = keyof typeof stateWords

export function stateOf({ heard, isSilent, isSuspected }: KnownActor): KnownState {
  if (isSuspected) return 'suspected'
  if (isSilent) return 'silent'
  return heard === null ? 'unheard' : 'heard'
}

export function heardWords(other: KnownActor, { at, from }: Knowledge): string {
  const { heard } = other
  if (heard === null) return `nothing for ${formatTime(at - from)}`
  return `${messageWord(heard.kind)}, ${formatTime(at - heard.at)} ago`
}

/** How long it has been asked in vain. */
export function silentWords(owedSince: number | null, { at }: Knowledge): string {
  return owedSince === null ? 'nothing' : `asked ${formatTime(at - owedSince)} ago, no answer`
}

/** For a screen reader: one sentence for each other actor. */
export function sayKnown(other: KnownActor, known: Knowledge): string {
  const words = `${namePlace(other.actor)}: ${stateWords[stateOf(other)]}`
  return `${words}; ${heardWords(other, known)}.`
}

export function ownPoints({ role, epoch, vdl }: Knowledge): [name: string, value: string][] {
  const told = role === 'node' ? 'never told one' : vdl === null ? 'none yet' : String(vdl)
  return [
    ['Volume epoch', String(epoch)],
    [role === 'writer' ? 'VDL, reckoned here' : 'VDL, as told', told],
  ]
}

const roleWords: Readonly<Record<Knowledge['role'], string>> = {
  writer:
    'It hands out every LSN and counts the acknowledgements: it alone can say what a write ' +
    'quorum has. Of each copy it knows the SCL that was told last; of a fault it is told nothing.',
  reader:
    'It gets redo from the writer, with the VDL of that moment, and reads pages from storage. It ' +
    'takes part in no quorum.',
  node:
    'It knows its own copies, and its peers by gossip. It is told no VDL and no PGCL: whether a ' +
    'write is durable is for the writer to say.',
}

const oneOfWriters =
  'It hands out LSNs of its own and counts the answers to its own changes of pages. Of another ' +
  'writer it knows what redo of its has come, and up to which LSN; of its memory nothing.'

/** What it can know at all. */
export function sayRole({ role, picture }: Knowledge): string {
  return role === 'writer' && picture.multiMaster !== null ? oneOfWriters : roleWords[role]
}

export interface ElectionRow {
  ask: string
  raft: string
  aurora: string
  /** A story that shows it, by name and title. */
  story?: { name: string; title: string }
}

export const electionRows: readonly ElectionRow[] = [
  {
    ask: 'Who orders the writes?',
    raft: 'A leader, elected by a majority for one term.',
    aurora: 'The one writer: it alone hands out LSNs, and the copies take what comes.',
  },
  {
    ask: 'When is a write safe?',
    raft: 'When its leader knows it on a majority of the servers.',
    aurora:
      'When 4 of the 6 copies have it. The writer reckons that from their SCLs; nobody votes.',
  },
  {
    ask: 'A copy falls silent.',
    raft: 'If it was the leader, a timer runs out and the others elect another one.',
    aurora: 'Nothing happens while 4 of 6 answer. If it stays silent it is suspected and replaced.',
    story: { name: 'a-new-member', title: 'Who takes the place of a lost copy?' },
  },
  {
    ask: 'The leader is lost.',
    raft: 'The servers vote; the new term makes the old leader’s messages void.',
    aurora:
      'The copies vote on nothing. A reader is promoted or the writer restarts, scans a read ' +
      'quorum, cuts off what is beyond, and writes a higher volume epoch to a write quorum: ' +
      'whoever comes with the old one is refused.',
    story: {
      name: 'promote-a-replica',
      title: 'The writer dies: how long until a reader has taken over?',
    },
  },
  {
    ask: 'Two servers want to write.',
    raft: 'Only the leader does; the other one sends its change there.',
    aurora:
      'With several writers both ask the six copies. Each copy keeps the first change of a page ' +
      'version that it sees and refuses the rest; four yes win, and nobody leads.',
    story: { name: 'who-wins-a-page', title: 'Two writers, one page: who wins?' },
  },
]

/** What one actor can say of the instant, by its lights and in one sentence. */
export const knowledgeSentences: Sentences = {
  'known.light.unknown': 'nobody tells it: only a writer counts a quorum',
  'known.light.opening': 'soon: {actor} asks the copies what they have',
  'known.light.data.on':
    'as {actor} knows it: {answering|copy is|copies are} not silent, {needed~} are enough to ' +
    'recover',
  'known.light.data.wait':
    'as {actor} knows it: {answering|copy is|copies are} not silent, {needed~} are needed to ' +
    'recover; the silent ones need not have failed',
  'known.light.commits.on':
    'as {actor} knows it: {answering|copy is|copies are} not silent, a commit needs {needed~}',
  'known.light.commits.wait':
    'as {actor} knows it: {answering|copy is|copies are} not silent, a commit needs {needed~}; ' +
    'it asks again',
  'known.light.reads.on': 'as {actor} knows it: a copy that is not silent told that it is complete',
  'known.light.reads.wait': 'as {actor} knows it: no copy that is not silent is complete',
  'known.caption.allAnswer':
    'As {actor} knows it: no copy owes it an answer for long. A commit needs {needed~} of them.',
  'known.caption.silent':
    'As {actor} knows it: no answer from {silent}, silent, not failed. ' +
    '{answering~} of {copies~} answer; {needed~} are enough.',
  'known.caption.suspected':
    'As {actor} knows it: after a long silence counted as lost: {suspected}. ' +
    '{answering~} of {copies~} answer; {needed~} are enough.',
  'known.caption.noQuorum':
    'As {actor} knows it: {answering~} of {copies~} answer, {needed~} are needed, so commits ' +
    'wait. Whether the silent ones have failed it cannot tell.',
  'known.caption.asking':
    'As {actor} knows it: it asks six copies for page {page} on version {base}; {yes~} said yes, ' +
    '{no~} no. Who else wants the page only their answers can tell.',
  'known.caption.refused':
    'As {actor} knows it: its change of page {page} was refused, {no|copy|copies} said no and ' +
    '{yes|copy|copies} yes. The transaction is rolled back.',
  'known.caption.reader':
    '{actor} follows the redo of the writer; the newest VDL that came is {vdl}. Of copies and of ' +
    'other readers it is told nothing.',
  'known.caption.writerLost':
    'As {actor} was told: {lost} counts as lost, and another instance is to write.',
  'known.caption.node':
    '{actor} knows its own copies, and of its peers what gossip told. Whether a write is durable ' +
    'nobody tells it.',
  'known.caption.down': '{actor} is down and knows nothing: what it was told is gone.',
  'known.caption.opening': '{actor} opens the volume: it asks a read quorum what each copy has.',
  'known.hint':
    'Grey is what {actor} was not told. Press something grey to see what it heard last.',
}

const lightWords: Record<string, string> = {
  unknown: 'not told',
  opening: 'asks',
  'data.on': 'yes',
  'data.wait': 'cannot tell',
  'reads.wait': 'wait',
}

/** Null where the word of every light of that state will do. */
export function knownLightWord(key: string): string | null {
  return lightWords[key.replace('known.light.', '')] ?? null
}
