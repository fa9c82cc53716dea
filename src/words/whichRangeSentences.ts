/** Which range? What the numbers of the laboratory say; loaded with the dialog that shows them. */
import type { Sentences } from './template.ts'

const held = '{range} costs {rangeDollars} for the day, {fixed} {fixedDollars}'

export const whichRangeSentences: Sentences = {
  'whichRange.question':
    'A minimum keeps capacity ready, a maximum limits it, and a minimum of 0 lets it sleep. What ' +
    'does a day cost, and who waits? The same load is played for a range and for an instance.',
  'whichRange.noLoad': 'The run on the stage has no demand: choose a shape.',
  'whichRange.note':
    'One instance each, a day of 24 hours. Late is what is not served in its second, refused ' +
    'what is given up or finds no connection. Rates of growth and of letting go are fitted, ' +
    'prices are static copies.',
  'whichRange.chart':
    'What the day costs, to the right; the share that was late or refused, upwards. Filled: no ' +
    'other range is cheaper without being later. Square: the instance.',
  'whichRange.verdict.cheaper': `${held}: {differencePpm} less, and hardly anybody waits.`,
  'whichRange.verdict.cheaperLater':
    `${held}: {differencePpm} less, but {missed} of the requests are late or refused. A higher ` +
    'minimum would be there sooner, and cost more.',
  'whichRange.verdict.dearer':
    `${held}: {differencePpm} more for the same answers. This load is too even, or the minimum ` +
    'too high.',
  'whichRange.verdict.dearerLater':
    `${held}: {differencePpm} more, and {missed} of the requests are late or refused. Here an ` +
    'instance is the better choice.',
  'whichRange.verdict.fixedShort':
    `${held}. But the instance is too small: {fixedMissed} of its requests are late or refused, ` +
    'of the range’s {missed}.',
  'whichRange.meanBelow':
    'Billed are {mean} ACU on average. One {fixed} costs as much as {even} ACU around the clock: ' +
    'the mean lies below, so the range has the cheaper compute.',
  'whichRange.meanAbove':
    'Billed are {mean} ACU on average. One {fixed} costs as much as {even} ACU around the clock: ' +
    'the mean lies above, so the instance has the cheaper compute.',
  'whichRange.wakes':
    '{wakes|wake-up|wake-ups}, {wakingMicros} in all: whoever came first waited, and whose ' +
    'patience is shorter failed.',
  'whichRange.connections':
    'The range admits {rangeConnections} connections, the instance {fixedConnections}.',
  'whichRange.short.cheaper': 'suits it',
  'whichRange.short.cheaperLater': 'cheaper, but late',
  'whichRange.short.dearer': 'dearer',
  'whichRange.short.dearerLater': 'dearer and late',
  'whichRange.short.fixedShort': 'the instance is too small',
}
