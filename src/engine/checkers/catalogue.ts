/** The laws that every cluster has from its first event, in the order in which they are asked. */
import { commitIsHeld } from './commitIsHeld.ts'
import type { Law } from './law.ts'
import { messagesAreConserved } from './messagesAreConserved.ts'
import { pointsInOrder } from './pointsInOrder.ts'
import { pointsNeverFall } from './pointsNeverFall.ts'
import { quorumsMeet } from './quorumsMeet.ts'
import { readsSeeTheirPoint } from './readsSeeTheirPoint.ts'
import { sclHasNoGap } from './sclHasNoGap.ts'

/** A law is only ever given what it remembered itself. */
export const laws = [
  pointsInOrder,
  pointsNeverFall,
  sclHasNoGap,
  commitIsHeld,
  quorumsMeet,
  readsSeeTheirPoint,
  messagesAreConserved,
] as Law<unknown>[]
