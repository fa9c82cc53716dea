/** The lists of facts that one may choose, in everyday words; held to the contract. */
import type { DetailedFacts } from '../../../engine/contract/facts.ts'
import type { FactChoice } from './useFacts.ts'

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
  MessageDropped: 'Messages lost',
}

export const factChoices: [FactChoice, string][] = [
  ['notable', 'What matters'],
  ...(Object.entries(detailed) as [FactChoice, string][]),
]
