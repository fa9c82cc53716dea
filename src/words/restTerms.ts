/** Terms that the opening does without: a page learns them after its first picture. */

export const restTerms = {
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
  digest: 'Sixteen digits over the whole state: equal digits, equal runs.',
  seed: 'The number that all chance in a run grows from: same seed, same run.',
  ppm: 'Parts per million: 10,000 ppm are 1 %.',
} as const satisfies Record<string, string>
