/** What the comparison of write paths says; loaded with its dialog. Rules Y1 to Y9. */
import type { Sentences } from './template.ts'

export const writePathSentences: Sentences = {
  'writePath.question':
    'The same sessions ask a mirrored MySQL and Aurora. What crosses the network until a ' +
    'transaction is safe?',
  'writePath.mirrored':
    'MySQL on mirrored block storage writes two logs, and every changed page twice. Each write ' +
    'goes to a disk and its mirror (1, 2), to the standby in another zone (3), and to its disk ' +
    'and mirror (4, 5). 1, 3 and 5 follow each other; all four disks must answer.',
  'writePath.aurora':
    'Aurora sends redo records alone, once to each of six copies, and goes on when four have ' +
    'answered. Pages are made of the log where it is kept.',
  'writePath.down':
    'One disk of four is down, and one storage node of six. The mirror acknowledges nothing: ' +
    '{stopped} transactions a second. Aurora goes on with {going}.',
  'writePath.logs':
    'Both logs: {redo} + {binlog} I/Os a transaction. Commits that wait together share an I/O, ' +
    'so a crowd needs fewer each.',
  'writePath.pages':
    'Pages: {page} I/Os a transaction for {writes|changed row|changed rows}. A page that changes ' +
    'again before it is written counts once; the smaller the table, the more often. The double ' +
    'write takes 16 pages at a time.',
  'writePath.differ.mirrored':
    'Published are 7.4, counted are {ios}. SysBench also changes pages of secondary indexes and ' +
    'of undo, which are not simulated here; how many is not published, nor how many commits ' +
    'shared a log.',
  'writePath.differ.aurora':
    'Published are 0.95, counted are {ios}. A batch leaves as soon as the network takes it, with ' +
    'all records that are there: the more sessions, the more transactions in one batch.',
  'writePath.differ.times':
    'Published are 35 times as many transactions, counted are {times} times. The 35 cannot be ' +
    'shown here: table 1 measured two whole systems on 32 virtual CPUs, 433 transactions a ' +
    'second against 15,210, and does not say how much of it was the write path and how much ' +
    'caches, locks or threads. Here nothing but the write path differs: both spend the same ' +
    'CPU time on the same two CPUs, with every page cached, so a crowd keeps either busy and ' +
    'only waiting differs.',
  'writePath.assumptions':
    'Assumptions: equal CPU time, equally fast network and disks, the size of log and batches, ' +
    'that redo log and binary log are written one after the other. Bytes of a page: 8,192, ' +
    'second hand. Table files (FRM) are written when tables change; none does here.',
  'writePath.published':
    'SIGMOD 2017, table 1: SysBench write-only, 100 GB, 30 minutes, r3.8xlarge, MySQL with ' +
    '30,000 provisioned I/Os a second. Both count I/Os at the database node: a write to four ' +
    'disks or a batch to six copies is one.',
}
