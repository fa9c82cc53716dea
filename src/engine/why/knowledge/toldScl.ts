/** The SCL of its sender that a message tells, by kind; a page and records tell none. */
import { messageNumber } from '../../aurora/messageNumber.ts'
import type { Lsn } from '../../contract/units.ts'
import type { MessageTable } from '../../kernel/messageTable.ts'

/** Null where it tells none. */
export function toldScl({ kind, b, c }: MessageTable, slot: number): Lsn | null {
  switch (kind[slot]) {
    case messageNumber.WriteAck:
    case messageNumber.SclReport:
    case messageNumber.Gossip:
      return b[slot]!
    case messageNumber.GossipRecords:
    case messageNumber.SclPromise:
    case messageNumber.TruncateAck:
    case messageNumber.GivePage:
      return c[slot]!
    case messageNumber.GivePart:
      return c[slot]! > 0 ? c[slot]! : null
    default:
      return null
  }
}
