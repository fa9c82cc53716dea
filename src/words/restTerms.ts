/**
 * One-line definitions of every other term of the design and every abbreviation that the page
 * shows: the opening does without them, a page learns them after its first picture.
 */

export const restTerms = {
  segment: 'One of the six copies of a protection group.',
  AZ: 'Availability Zone: a site with its own power and network, near the others.',
  'read replica': 'A database instance that reads the same volume and never writes it.',
  application:
    'A program with sessions that ask the database for transactions and wait for answers.',
  session: 'One conversation of an application with the database: think, ask, wait, again.',
  transaction: 'Reads and changes that become durable together, or not at all.',
  'redo record': 'One change to one page, as a line of the log. Only these travel to storage.',
  SCL: 'Segment complete LSN: up to here one copy has every record of its group, without a gap.',
  PGCL: 'Protection group complete LSN: up to here a write quorum of the group has every record.',
  VCL: 'Volume complete LSN: up to here every record of the whole volume has met its quorum.',
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
  boxcar: 'Records that travel in one message because they were written at nearly the same time.',
  coalesce: 'A storage node applies redo records to its pages, in the background.',
  scrub: 'A storage node checks its pages for damage now and then, and mends them from its peers.',
  hedge: 'A page read that takes too long is sent to a second copy; the first answer counts.',
  'quorum set': 'A rule made of several quorums, joined by and / or, while members change.',
  'membership epoch': 'A number that rises when the copies of a group change.',
  'geometry epoch': 'A number that rises when the volume adds a protection group.',
  'tail copy': 'A copy that keeps the log of its group and no pages.',
  'truncation range': 'LSNs that a recovery annuls: never acknowledged, so nobody misses them.',
  undo: 'Putting back what a transaction changed that was interrupted, in the background.',
  'group commit': 'A batch that waits until it is full or its time is up; Aurora does not wait.',
  'quorum read': 'A page asked of several copies until a read set has answered; Aurora asks one.',
  'reader endpoint': 'A name that leads each new connection to the next reader.',
  proxy:
    'Stands before the writer: keeps connections, queues what waits, turns to the next writer.',
  'connection storm':
    'All sessions that lost their connections come back at once; each costs CPU first.',
  'survivable cache':
    'A page cache in a process of its own: it outlives a crash of the database, not of the host.',
  'stale read':
    'A read that missed a commit of the same row which was acknowledged before it began.',
  digest: 'Sixteen digits over the whole state: equal digits, equal runs.',
  seed: 'The number that all chance in a run grows from: same seed, same run.',
  ppm: 'Parts per million: 10,000 ppm are 1 %.',
} as const satisfies Record<string, string>
