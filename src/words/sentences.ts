/**
 * The sentences of the first picture: all is calm, and what to try (Formats §0). Whatever is said
 * once something happens stands in `troubleSentences`, the steps of a *why* in `whySentences`.
 * How numbers are put in stands in `say`; a key ending in `.many` speaks for several groups.
 */
import type { Sentences } from './template.ts'

export const sentences: Sentences = {
  'caption.allSix':
    'All {copies~} copies are within reach. A commit is done when {needed~} of them have it.',
  'caption.allSix.many': ({ groups }) =>
    groups === 2
      ? 'Every copy of both groups is within reach. A commit is done when {needed~} copies have it.'
      : 'Every copy of all {groups~} groups is within reach. A commit is done when {needed~} ' +
        'copies have it.',
  'hint.clickCopy': 'Click the glowing copy to take its power away.',
  'hint.clickSecondCopy': 'Now its neighbour in {zone}: is a whole zone too much?',
  'hint.clickThirdCopy': 'One more, in another zone: what happens to the next commit?',
  'hint.wait': 'This resolves by itself. Watch.',

  'light.data.safe': '{running|copy runs|copies run}; {readNeeded~} are enough to recover',
  'light.data.safe.many': 'in every group; {readNeeded~} copies are enough to recover',
  'light.data.atRisk': '{running|copy runs|copies run}; {readNeeded~} are needed to recover',
  'light.data.dark': 'no copy runs; nothing is erased',
  'light.commits.on': 'a commit needs {needed~} copies, and they are there',
  'light.commits.on.many': 'a commit needs {needed~} copies, and every group has them',
  'light.commits.noWriteQuorum': 'wait: {reachable~} of the {needed~} copies needed',
  'light.commits.noWriter': 'nobody can write: {instance} is down',
  'light.commits.opening': 'soon: {instance} is opening the database',
  'light.reads.on': 'a complete copy is within reach',
  'light.reads.on.many': 'a complete copy of every group is within reach',
  'light.reads.noCompleteCopy': 'wait: no complete copy is within reach',
  'light.reads.noInstance': 'nobody answers: {instance} is down',
  'light.engine': 'soon: the engine of {instance} is being changed',
  'light.reads.opening': 'soon: {instance} is opening the database',
}
