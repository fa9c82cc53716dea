/**
 * Marks of the timeline, from the notable facts: each a shape and a word of its own, and for what
 * lasts (a fault in force, a stall, a recovery) until when.
 */
import type { Parameters } from '../engine/contract/commands.ts'
import type { Fact, FactKey, FactOf } from '../engine/contract/facts.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { Mark } from './api.ts'

const shapes: Partial<Record<FactKey, Mark['shape']>> = {
  CommandRefused: 'refused',
  FaultInjected: 'fault',
  FaultHealed: 'heal',
  InstanceCrashed: 'crash',
  CommitsStalled: 'stall',
  CommitsResumed: 'resume',
  RecoveryStarted: 'recovery',
  LawBroken: 'law',
  TransactionRolledBack: 'conflict',
  WriterLogTruncated: 'recovery',
  CapacityChanged: 'scale',
  InstancePaused: 'pause',
  ClusterStopped: 'pause',
  MigrationBegan: 'scale',
  OutOfMemory: 'crash',
  InstanceSuspected: 'failover',
  ReaderPromoted: 'failover',
  MembershipChanged: 'command',
  DeadlockFound: 'conflict',
  LockWaitTimedOut: 'conflict',
  SerializationFailed: 'conflict',
}

/** A mark of these stands only where the last of its kind is this share of the time away. */
const crowded: readonly Mark['shape'][] = ['conflict', 'scale']
const crowdShare = 400

export function marksOf(facts: readonly Fact[]): Mark[] {
  const marks: Mark[] = []
  const apart = (facts.at(-1)?.at ?? 0) / crowdShare
  const last: Partial<Record<Mark['shape'], Micros>> = {}
  const directions: Record<string, number> = {}
  for (const fact of facts) {
    const shape = shapeOf(fact)
    if (shape === null) continue
    if (fact.fact === 'CapacityChanged' && !isTurn(fact, directions)) continue
    if (crowded.includes(shape) && fact.at - (last[shape] ?? -apart) < apart) continue
    last[shape] = fact.at
    marks.push(markOf(fact, shape, untilWhen(fact, facts)))
  }
  return marks
}

/** Capacity changes often: marked is where it begins to rise or to fall. */
function isTurn(
  { parameters }: FactOf<'CapacityChanged'>,
  directions: Record<string, number>,
): boolean {
  const { instance, from, acu } = parameters
  const direction = Math.sign(acu - from)
  const before = directions[instance]
  directions[instance] = direction
  return before !== direction
}

const faultCommands = ['InjectFault', 'HealFault', 'HealAll']

/** Commands that only throw a fault's switch are marked by the fault itself. */
function shapeOf(fact: Fact): Mark['shape'] | null {
  if (fact.fact !== 'CommandGiven') return shapes[fact.fact] ?? null
  return faultCommands.includes(fact.parameters.command.do) ? null : 'command'
}

function markOf(fact: Fact, shape: Mark['shape'], until: Micros | null): Mark {
  const { id, at, parameters } = fact
  return { at, fact: id, until, shape, key: `fact.${fact.fact}`, parameters: plain(parameters) }
}

/** Words and numbers as they are, lists joined, a command by its name. */
function plain(parameters: Parameters | object): Record<string, string | number> {
  const entries = Object.entries(parameters).map(([name, value]) => [name, plainValue(value)])
  return Object.fromEntries(entries)
}

function plainValue(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object' && value !== null && 'do' in value) return String(value.do)
  if (typeof value === 'object' && value !== null && 'key' in value) return String(value.key)
  return String(value)
}

const lasting: readonly FactKey[] = [
  'FaultInjected',
  'CommitsStalled',
  'RecoveryStarted',
  'InstancePaused',
  'ClusterStopped',
  'MigrationBegan',
  'InstanceSuspected',
]

function untilWhen(fact: Fact, facts: readonly Fact[]): Micros | null {
  if (!lasting.includes(fact.fact)) return null
  const end = facts.find(later => later.id > fact.id && isEnd(fact, later))
  return end?.at ?? null
}

function isEnd(fact: Fact, later: Fact): boolean {
  if (fact.fact === 'FaultInjected' && later.fact === 'FaultHealed') {
    const { fault, target } = fact.parameters
    return later.parameters.fault === fault && later.parameters.target === target
  }
  if (fact.fact === 'CommitsStalled') return later.fact === 'CommitsResumed'
  if (fact.fact === 'InstancePaused' && later.fact === 'ResumeBegan') {
    return later.parameters.instance === fact.parameters.instance
  }
  if (fact.fact === 'ClusterStopped') return later.fact === 'ClusterStarted'
  if (fact.fact === 'MigrationBegan' && later.fact === 'InstanceMigrated') {
    return later.parameters.instance === fact.parameters.instance
  }
  if (fact.fact === 'InstanceSuspected') return later.fact === 'ReaderPromoted'
  if (fact.fact === 'RecoveryStarted' && later.fact === 'VolumeOpened') {
    return later.parameters.instance === fact.parameters.instance
  }
  return false
}
