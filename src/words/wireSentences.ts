/** What goes over the wire, beside what a mirrored MySQL would write for it (rule L21). */
import type { Sentences } from './template.ts'

export const wireSentences: Sentences = {
  'volume.wire.none': 'No transaction has sent anything yet. Go on a little.',
  'volume.wire.ratio':
    'For each transaction a mirrored MySQL would do {ios} times as many I/Os and write {bytes} ' +
    'times as many bytes.',
  'volume.wire.what':
    'Aurora sends redo records and nothing else. The mirror writes the log, the binary log and ' +
    'every changed page twice, all of it to four disks.',
  'volume.wire.counted':
    'The right column is arithmetic on the same counts and not a simulation: it leaves out files ' +
    'of metadata, and writes no page once for several changes.',
  'volume.wire.commit':
    'There a commit would wait for three stages in turn, about {forMicros}, and any one of the ' +
    'four disks stops it (4 of 4).',
  'volume.wire.published':
    'Published for 2017: {aurora} and {mirrored} I/Os a transaction (SIGMOD 2017, table 1).',
}
