/**
 * Which sets of a group may write and which may be read from, as expressions over its members: 4
 * and 3 of 6, or with full and tail segments 4/6 of any or 3/3 of the full ones, and 3/6 of any and
 * 1/3 of the full ones (2018 §4.2); 2 of 3 to compare. Rules Q2, Q9, Q10.
 */
import type { ParameterValues } from '../../contract/parameters.ts'
import type { QuorumExpression } from '../../contract/quorum.ts'
import type { World } from '../world.ts'
import { atLeast } from './quorum.ts'

/** Of the two in each zone the second. */
const usualTails = 0b101010

/** Q9: slots that keep the log only, as bits; none where all six keep pages. */
export function tailSlots(parameters: ParameterValues): number {
  return parameters['quorum.fullSegments'] < parameters['quorum.copies'] ? usualTails : 0
}

/** The same, with those that have come since. */
export function tailBits({ parameters, membership }: World, group: number): number {
  return membership?.groups[group]?.tails ?? tailSlots(parameters)
}

/** M5: members that count in no read and no recovery set, as bits. */
export function uncountedBits({ membership }: World, group: number): number {
  return membership?.groups[group]?.uncounted ?? 0
}

export function writeSets(
  parameters: ParameterValues,
  members: readonly number[],
  tails: number,
): QuorumExpression {
  const any = atLeast(parameters['quorum.write'], members)
  const full = fullOf(members, tails)
  if (full.length === members.length) return any
  return { kind: 'or', parts: [any, atLeast(full.length, full)] }
}

export function readSets(
  parameters: ParameterValues,
  members: readonly number[],
  tails: number,
): QuorumExpression {
  const any = atLeast(parameters['quorum.read'], members)
  const full = fullOf(members, tails)
  if (full.length === members.length) return any
  return { kind: 'and', parts: [any, atLeast(1, full)] }
}

function fullOf(members: readonly number[], tails: number): number[] {
  return members.filter(slot => ((tails >>> slot) & 1) === 0)
}
