/** The actor at which a fact happened: whoever received the message, else whom the fact names. */
import type { World } from '../../aurora/world.ts'
import type { Fact } from '../../contract/facts.ts'

/** In this order: who does it before who is told of. */
const names = ['node', 'instance', 'segment', 'application', 'session', 'target', 'to'] as const

/** Faults strike what they name, whatever event brought them. */
const struck: readonly Fact['fact'][] = ['FaultInjected', 'FaultHealed', 'NodeCrashed']

/** `receiver`: the actor whose message is being received, null at a timer or a command. */
export function actorOf({ actors }: World, fact: Fact, receiver: number | null): number | null {
  if (receiver !== null && !struck.includes(fact.fact)) return receiver
  const named = fact.parameters as Record<string, unknown>
  for (const name of names) {
    const value = named[name]
    const actor = typeof value === 'string' ? actors.indexOf(hostOf(value)) : -1
    if (actor >= 0) return actor
  }
  return null
}

/** A copy is where its node is. */
function hostOf(id: string): string {
  const [group, node] = id.split('/')
  return node === undefined ? (group ?? id) : `node-${node}`
}
