/** The lists of facts that one may choose, in everyday words; held to the contract. */
import type { DetailedFacts } from '../../../engine/contract/facts.ts'

export type FactChoice = 'notable' | keyof DetailedFacts

const detailed: Record<keyof DetailedFacts, string> = {
  TransactionBegan: 'Transactions that began',
  TransactionCommitted: 'Transactions that committed',
  ConnectionLost: 'Connections lost',
  CommitWritten: 'Commit records written',
  RecordsSent: 'Records sent',
  RecordsResent: 'Records sent again',
  RecordsPersisted: 'Records on disk',
  RecordsRefused: 'Records refused',
  AckReceived: 'Answers of copies',
  HoleOpened: 'Holes opened',
  HoleFilled: 'Holes filled',
  PgclAdvanced: 'PGCL moved on',
  VclAdvanced: 'VCL moved on',
  VdlAdvanced: 'VDL moved on',
  PageRequested: 'Pages asked for',
  PageReturned: 'Pages returned',
  ReadHedged: 'Reads hedged',
  ReadRefused: 'Reads refused',
  ProposalSent: 'Page changes proposed',
  VoteGiven: 'Answers to page changes',
  ProposalAccepted: 'Page changes accepted',
  ProposalRefused: 'Page changes refused',
  PageVersionAdvanced: 'Page versions moved on',
  RedoApplied: 'Changes applied at another writer',
  PageEvicted: 'Pages dropped from a cache',
  RegionalReadWaited: 'Waits of REGIONAL_RAW',
  RowRead: 'Rows read',
  RetryPlanned: 'Retries planned',
  SegmentBackedUp: 'Backups of copies',
  GarbageCollected: 'Old versions collected',
  NodeScrubbed: 'Scrubs of storage nodes',
  DiskWriteFailed: 'Writes that a disk failed',
  DiskCongested: 'Waits of congested disks',
  TransactionUndone: 'Interrupted transactions undone',
  StreamApplied: 'Redo applied at a reader',
  MembersRefused: 'Requests of an old membership refused',
  PartReceived: 'Parts of a new copy',
  MessageDropped: 'Messages lost',
}

export const factChoices: [FactChoice, string][] = [
  ['notable', 'What matters'],
  ...(Object.entries(detailed) as [FactChoice, string][]),
]
