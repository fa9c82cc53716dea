/**
 * What a message in flight is about, for the picture: an LSN or SCL, or of what somebody waits for
 * its outcome; and its protection group.
 */
import type { MessageKind } from '../../contract/messages.ts'
import type { MessageTable } from '../../kernel/messageTable.ts'
import { messageNumber } from '../messageNumber.ts'
import { isKept, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

type Detail = 'none' | 'firstLsn' | 'b' | 'c' | 'd' | 'e' | 'f'

const details = {
  Request: 'none',
  Answer: 'c',
  WriteRedo: 'firstLsn',
  WriteAck: 'b',
  SclReport: 'b',
  ReadPage: 'c',
  PageAnswer: 'c',
  Gossip: 'b',
  GossipRecords: 'c',
  ScanScl: 'none',
  SclPromise: 'c',
  Truncate: 'c',
  TruncateAck: 'c',
  Propose: 'e',
  Vote: 'c',
  Finalize: 'c',
  Redo: 'f',
  Applied: 'b',
  GrawProbe: 'none',
  GrawReply: 'c',
  RecoverScan: 'none',
  RecoverAnswer: 'c',
  RecoverTruncate: 'c',
  DdlForward: 'none',
  DdlFence: 'none',
  DdlDone: 'none',
  RedoStream: 'c',
  ReadPoint: 'none',
  AskPage: 'c',
  GivePage: 'c',
  ChangeMembers: 'b',
  MembersChanged: 'b',
  StaleMembers: 'b',
  AskPart: 'none',
  GivePart: 'c',
  Statement: 'none',
  StatementResult: 'd',
  AskVerdict: 'none',
  TellVerdict: 'c',
  ReadEnds: 'none',
  TellEnds: 'none',
  HealthCheck: 'none',
  HealthAnswer: 'b',
  ProxyRequest: 'none',
  ProxyAnswer: 'c',
  Escalate: 'none',
  Ruling: 'none',
} satisfies Record<MessageKind, Detail>

const noGroup = 65_535
const detailOfKind: Detail[] = []
for (const kind of Object.keys(details) as MessageKind[]) {
  detailOfKind[messageNumber[kind]] = details[kind]
}

/** The LSN or SCL that it carries, of a batch the first LSN; an outcome; 0 if none. */
export function detailOf({ network, log }: World, slot: number): number {
  const { messages } = network
  switch (detailOfKind[messages.kind[slot]!]) {
    case 'firstLsn': {
      const ordinal = messages.b[slot]!
      return isKept(log, ordinal) ? log.lsn[rowOf(log, ordinal)]! : 0
    }
    case 'b':
      return messages.b[slot]!
    case 'c':
      return messages.c[slot]!
    case 'd':
      return messages.d[slot]!
    case 'e':
      return messages.e[slot]!
    case 'f':
      return messages.f[slot]!
    default:
      return 0
  }
}

/** What clients, peers and readers hear belongs to no group. */
export function groupOf(messages: MessageTable, slot: number): number {
  return isOfGroup(messages.kind[slot]!) ? messages.a[slot]! : noGroup
}

function isOfGroup(kind: number): boolean {
  if (kind <= messageNumber.Finalize) return kind > messageNumber.Answer
  if (kind === messageNumber.AskPage || kind === messageNumber.GivePage) return true
  if (kind >= messageNumber.AskVerdict && kind <= messageNumber.TellEnds) return true
  return kind >= messageNumber.RecoverScan && kind <= messageNumber.RecoverTruncate
}
