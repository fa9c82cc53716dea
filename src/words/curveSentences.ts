/** What the panel says in which a load is drawn; loaded with it. */
import type { Sentences } from './template.ts'

export const curveSentences: Sentences = {
  'curve.none':
    'No demand stands behind the sessions of this cluster, so there is no curve to draw. ' +
    'Open a story of Serverless that has one, such as Which range suits this day?',
  'curve.how':
    'Draw with the pointer or a finger: the run follows the new curve from now on. With the ' +
    'keys, left and right choose a time, up and down the level; with Shift the level goes along.',
  'curve.locked': 'The stage is locked: unlock it to draw.',
}
