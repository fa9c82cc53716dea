/** Every script under the rule of every neighbour, in the order of the cards. */
import type { NeighbourPlay } from '../contract/neighbour.ts'
import { neighbourRules } from './neighbourRules.ts'
import { neighbourScripts } from './neighbourScripts.ts'
import { playNeighbour } from './playNeighbour.ts'

export function playNeighbours(): NeighbourPlay[] {
  return neighbourScripts.flatMap(script => neighbourRules.map(rule => playNeighbour(rule, script)))
}
