/** Kinds of message by a short name; one that has none is said by the words of its own name. */
import type { MessageKind } from '../engine/contract/messages.ts'

export const messageWords: Readonly<Partial<Record<MessageKind, string>>> = {
  Request: 'request',
  Answer: 'answer to the application',
  WriteRedo: 'redo records',
  WriteAck: 'acknowledgement',
  SclReport: 'report of an SCL',
  ReadPage: 'page read',
  PageAnswer: 'page',
  Gossip: 'gossip',
  GossipRecords: 'records by gossip',
  ScanScl: 'question of recovery',
  SclPromise: 'promise to recovery',
  Truncate: 'truncation',
  TruncateAck: 'truncation done',
  Propose: 'page change',
  Vote: 'answer to a page change',
  Finalize: 'outcome of a page change',
  Redo: 'redo to another writer',
  Applied: 'redo is applied',
  GrawProbe: 'how far are you?',
  GrawReply: 'so far am I',
  RecoverScan: 'question of one writer’s recovery',
  RecoverAnswer: 'answer to one writer’s recovery',
  RecoverTruncate: 'truncation of one writer’s log',
  DdlForward: 'change of a definition, forwarded',
  DdlFence: 'stop for a change of a definition',
  DdlDone: 'definition is changed',
  RedoStream: 'redo to a reader',
  AskPage: 'question for a whole page',
  GivePage: 'page for a damaged one',
  ReadPoint: 'read point of a reader',
  ChangeMembers: 'change of members',
  MembersChanged: 'change of members is on disk',
  StaleMembers: 'members have changed',
  AskPart: 'question for a part of a copy',
  GivePart: 'part of a copy',
  Statement: 'SQL statement',
  StatementResult: 'result of a SQL statement',
  AskVerdict: 'question about a dead writer’s change',
  TellVerdict: 'what a copy knows of a change',
  ReadEnds: 'question for a dead writer’s commits',
  TellEnds: 'commit records of a dead writer',
  HealthCheck: 'health check',
  HealthAnswer: 'answer to a health check',
}

export function messageWord(kind: string): string {
  const known = messageWords[kind as MessageKind]
  return known ?? kind.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase()
}
