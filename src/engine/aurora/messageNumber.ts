/** The number of each message kind on the wire. */
import type { MessageNumbers } from '../contract/messages.ts'

export const messageNumber: MessageNumbers = {
  Request: 1,
  Answer: 2,
  WriteRedo: 3,
  WriteAck: 4,
  SclReport: 5,
  ReadPage: 6,
  PageAnswer: 7,
  Gossip: 8,
  GossipRecords: 9,
  ScanScl: 10,
  SclPromise: 11,
  Truncate: 12,
  TruncateAck: 13,
}
