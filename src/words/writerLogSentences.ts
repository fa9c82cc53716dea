/** What each mark of a log waits for where every writer has its own (rules T1, T2, T12). */
import type { Sentences } from './template.ts'

export const writerLogSentences: Sentences = {
  'volume.lane.pgcl':
    'PGCL of {writer} in {group} waits until a write set of copies has LSN {lsn}: so far ' +
    '{held|copy has|copies have} it.',
  'volume.lane.pgcl.none': 'Every record of {writer} in {group} is on a write set of copies.',
  'volume.lane.vcl':
    'VCL of {writer} waits for the verdict on LSN {lsn}, a change of page {page}. It passes what ' +
    'is accepted or crossed out.',
  'volume.lane.vcl.none': 'Every change of {writer} is decided: VCL is at the end of its log.',
  'volume.lane.vdl':
    'Each page change is a mini-transaction of its own, so VDL stands at VCL. A commit at ' +
    '{writer} is answered when this mark has come to its record.',
  'volume.lane.highest':
    'The newest number that {writer} has given. It counts from 1 on, without a gap; LSN {lsn} of ' +
    'another writer is another record.',
  'volume.lane.recovery':
    '{writer} recovers its own log in epoch {epoch}: nothing of it moves on until that is done. ' +
    'The other logs go on.',
  'volume.lane.offline':
    '{writer} has no power: nothing is written in its log. The other logs go on.',
}
