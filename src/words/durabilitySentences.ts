/** What the durability laboratory says; loaded with its dialog. Rules H1 to H9. */
import type { Sentences } from './template.ts'

export const durabilitySentences: Sentences = {
  'durability.question':
    'Copies fail one by one and are rebuilt; now and then a whole zone goes dark. How often is ' +
    'too little left to write, and how often too little to rebuild from?',
  'durability.lost':
    'Losses of the read set: with fewer copies than a read needs nobody can tell what was ' +
    'written last, and nothing can be rebuilt from them (SIGMOD 2017, §2.1).',
  'durability.stalled':
    'Time without a write set: nothing is lost, and nothing can be committed until a copy or a ' +
    'zone is back.',
  'durability.schemes':
    '4/6: two copies in each of three zones, a write needs four, a read three. 2/3: one copy a ' +
    'zone, both need two.',
  'durability.schemesGone':
    'One zone is gone and stays away. 4/6 then needs all four copies that are left, 2/3 both. ' +
    '3/4 is what 4/6 can change to: a write needs three of four, a read two.',
  'durability.threeWays':
    'Dashed: a closed form, binomials over copies and zones. Line: a Markov chain of {states} ' +
    'states. Dots with whiskers: histories drawn by chance, with their 95 % interval. They know ' +
    'nothing of each other.',
  'durability.oneAtATime':
    'Zones fail one at a time here, as the papers count: a zone and one copy more (AZ+1) must ' +
    'leave a read set. With one gone for long no other fails.',
  'durability.apart':
    'Each zone fails by itself here, so two may be dark at once. That then decides, for six ' +
    'copies as for three, and quick repair of copies does not help; when a zone is back, so are ' +
    'its copies.',
  'durability.rare':
    'Some of these losses come once in a hundred million years, so plain chance would never ' +
    'show one. Each history is drawn with failures made likelier, at least every second ' +
    'change, and counts by its true odds over those by which it was drawn.',
  'durability.differ':
    'Where failures are frequent the closed form of losses lies above the chain: it counts a ' +
    'group that has just lost its read set as often as one that is whole.',
  'durability.zoneDown.write':
    'While one zone is down, 4/6 writes less than 2/3. It needs all four copies that are left, ' +
    '2/3 its two: at any moment 4/6 stalls with a chance of {six}, 2/3 of {three}.',
  'durability.zoneDown.read':
    'What six copies buy is something else: three are enough to rebuild from. The chance that ' +
    'these are gone too is {six}, against {three} for 2/3. In a volume of 64 TB (6,400 groups) ' +
    'that it happens to any: {volumeSix} against {volumeThree}.',
  'durability.zoneDown.four':
    'And they are rebuilt in {repair}, or the group changes to 3/4, which stalls with a chance ' +
    'of {four}.',
  'durability.assumptions':
    'Assumptions: that copies and zones fail apart from each other, how often, and for how long; ' +
    'nobody published it. A repair of 10 s is published (SIGMOD 2017, §2.2; a later talk says ' +
    'under a minute). Copies go on being rebuilt below a read set here, which the papers rule ' +
    'out.',
  'durability.done': '{histories} histories for each dot, seed {seed}.',
}
