/** The laws as the page lists them: what each says, in a sentence. */
import type { LawCard } from '../contract/description.ts'
import { laws } from './catalogue.ts'

const titles: Record<string, string> = {
  pointsInOrder: 'The log points keep their order',
  pointsNeverFall: 'Within an epoch no log point falls',
  sclHasNoGap: 'A copy holds everything up to its SCL',
  commitIsHeld: 'An acknowledged commit is held by a write set',
  quorumsMeet: 'Every write set meets every read set and every other write set',
  readsSeeTheirPoint: 'A read sees everything up to its read point',
  messagesAreConserved: 'No message vanishes and none comes from nowhere',
  progressAfterHealing: 'When all is healed, what waited goes on',
}

export const lawCards: LawCard[] = laws.map(({ id }) => ({ id, title: titles[id] ?? id }))
