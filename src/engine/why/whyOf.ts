/**
 * Why is always answerable: the chain of causes of anything one can point at, read off the world
 * of this instant and the facts of the time around it. Keys and numbers, never sentences.
 */
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact } from '../contract/facts.ts'
import type { SubjectId } from '../contract/ids.ts'
import { whyDecision } from './decision/whyDecision.ts'
import { step } from './step.ts'
import { tieToFaults } from './tieToFaults.ts'
import { whyCommits } from './whyCommits.ts'
import { whyFact } from './whyFact.ts'
import { whyInstance } from './whyInstance.ts'
import { whyMessage } from './whyMessage.ts'
import { whyNode } from './whyNode.ts'
import { whyRecord } from './whyRecord.ts'
import { whySegment } from './whySegment.ts'
import { whyCapacity, whyProposal } from './whyTold.ts'
import { whyTransaction } from './whyTransaction.ts'

/** Null when there is no such thing. */
type Answer = (world: World, name: string, facts: Fact[]) => Cause[] | null

const answers: Record<string, Answer> = {
  record: (world, name) => whyRecord(world, Number(name), 0),
  transaction: (world, name, facts) => whyTransaction(world, Number(name), facts),
  segment: whySegment,
  node: whyNode,
  instance: whyInstance,
  proposal: whyProposal,
  capacity: whyCapacity,
  commits: (world, _name, facts) => whyCommits(world, facts),
  message: (world, name, facts) => whyMessage(world, Number(name), facts),
  fact: whyTold,
}

/** A decision of this instant is told with the numbers by which it was made. */
function whyTold(world: World, name: string, facts: Fact[]): Cause[] | null {
  const causes = whyFact(Number(name), facts)
  const [first, ...rest] = causes ?? []
  if (first === undefined) return null
  return [first, ...whyDecision(world, Number(name), facts), ...rest]
}

export function whyOf(world: World, subject: SubjectId, facts: Fact[]): Cause[] {
  const colon = `${subject}:`.indexOf(':')
  const kind = subject.slice(0, colon)
  const answer = Object.hasOwn(answers, kind) ? answers[kind]! : null
  const causes = answer?.(world, subject.slice(colon + 1), facts)
  const unknown = step(0, { key: 'why.unknownSubject', parameters: { subject } })
  return tieToFaults(causes ?? [unknown], facts)
}
