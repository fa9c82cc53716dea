/** One-line definitions of every term of the design and every abbreviation that the page shows. */

export const glossary = {
  volume: 'All the storage of one database: a row of protection groups, spread over three zones.',
  'protection group':
    'A slice of the volume, 10 GB in Aurora, kept as six copies: two in each of three zones.',
  segment: 'One of the six copies of a protection group.',
  copy: 'One of the six copies of a protection group; the papers say segment.',
  'storage node': 'A machine in one zone that holds copies of several protection groups.',
  zone: 'An Availability Zone (AZ): a site with its own power and network, near the others.',
  AZ: 'Availability Zone: a site with its own power and network, near the others.',
  writer: 'The one database instance that may change the database.',
  'read replica': 'A database instance that reads the same volume and never writes it.',
  application:
    'A program with sessions that ask the database for transactions and wait for answers.',
  session: 'One conversation of an application with the database: think, ask, wait, again.',
  transaction: 'Reads and changes that become durable together, or not at all.',
  commit:
    'The moment a transaction is promised to survive: when the safe point has passed its ' +
    'last record.',
  quorum: 'Enough copies to go on without the others.',
  'write quorum': 'Four of six copies on disk make a record durable.',
  'read quorum':
    'Three of six copies are enough to repair and recover: one of them has every ' +
    'acknowledged record.',
  'redo record': 'One change to one page, as a line of the log. Only these travel to storage.',
  LSN: 'Log sequence number: the writer numbers its redo records 1, 2, 3 …',
  SCL: 'Segment complete LSN: up to here one copy has every record of its group, without a gap.',
  PGCL: 'Protection group complete LSN: up to here a write quorum of the group has every record.',
  VCL: 'Volume complete LSN: up to here every record of the whole volume has met its quorum.',
  VDL: 'Volume durable LSN: the last end of a mini-transaction at or below VCL. Safe up to here.',
  'safe up to here':
    'Everything up to this mark survives; a commit is answered when the mark passes it (VDL).',
  CPL: 'Consistency point LSN: the last record of a mini-transaction; VDL stands only on these.',
  MTR: 'Mini-transaction: records that count together or not at all, such as the split of a page.',
  'mini-transaction':
    'Records that count together or not at all, such as the split of a page (MTR).',
  'read point': 'The safe point (VDL) at the moment a read begins: the read sees just that.',
  PGMRPL: 'The oldest read point still in use in a group: older page versions may go.',
  LAL: 'LSN allocation limit: how far the writer may number ahead of what is safe.',
  'back-pressure': 'The writer holds new changes back until the safe point has followed.',
  'volume epoch':
    'A number that rises with each recovery; storage refuses writers with an older one.',
  truncation:
    'What a recovery annuls above the safe point: never acknowledged, so nobody misses it.',
  recovery:
    'A writer opens the volume: asks three copies of each group, finds the safe point, ' +
    'annuls the rest.',
  gossip: 'Copies of a group tell each other how far they are and pass on what is missing.',
  hole: 'A record that a copy lacks below one that it has; gossip or a resend fills it.',
  resend: 'Records sent again to copies that have stayed silent.',
  'complete copy': 'A copy that has every record of its group up to the read point.',
  spare: 'A storage node that holds no copy of this volume.',
  'CPU ring': 'The share of the instance’s CPUs in use.',
  'buffer pool': 'The pages that the instance keeps in memory.',
  pace: 'How fast the story is shown: slow motion where much happens, faster where one waits.',
  branch: 'A run from the point where a command was given in the past; the other one is kept.',
  assumption: 'A number or rule that nobody has published; the model needs one, and says so.',
  'latency p50': 'Half of the commits were answered within this time.',
  'latency p99': 'Ninety-nine of a hundred commits were answered within this time.',
  p50: 'The median: half of the values lie below.',
  p99: 'Ninety-nine of a hundred values lie below.',
  ms: 'Millisecond: a thousandth of a second.',
  µs: 'Microsecond: a millionth of a second.',
} as const satisfies Record<string, string>

export type Term = keyof typeof glossary
