/** One-line definitions of the terms of the first picture; all others come after it. */
import type { restTerms } from './restTerms.ts'

export const glossary = {
  volume: 'All the storage of one database: a row of protection groups, spread over three zones.',
  'protection group':
    'A slice of the volume, 10 GB in Aurora, kept as six copies: two in each of three zones.',
  copy: 'One of the six copies of a protection group; the papers say segment.',
  'storage node': 'A machine in one zone that holds copies of several protection groups.',
  zone: 'An Availability Zone (AZ): a site with its own power and network, near the others.',
  writer: 'The one database instance that may change the database.',
  commit:
    'The moment a transaction is promised to survive: when the safe point has passed its ' +
    'last record.',
  quorum: 'Enough copies to go on without the others.',
  'write quorum': 'Four of six copies on disk make a record durable.',
  'read quorum':
    'Three of six copies are enough to repair and recover: one of them has every ' +
    'acknowledged record.',
  LSN: 'Log sequence number: the writer numbers its redo records 1, 2, 3 …',
  VDL: 'Volume durable LSN: the last end of a mini-transaction at or below VCL. Safe up to here.',
  'safe up to here':
    'Everything up to this mark survives; a commit is answered when the mark passes it (VDL).',
} as const satisfies Record<string, string>

export type Term = keyof typeof glossary | keyof typeof restTerms
