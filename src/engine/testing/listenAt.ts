/** Listens at one actor of a run from now on, for tests of what it knows. */
import type { Knowledge } from '../contract/knowledge.ts'
import { runUntil, type Simulation } from '../simulation.ts'
import { hear } from '../why/knowledge/hear.ts'
import { knowledgeOf } from '../why/knowledge/knowledgeOf.ts'

/** Asked with the instant of now. */
export function listenAt(simulation: Simulation, name: string): () => Knowledge {
  const { context, world } = simulation
  // Late mechanisms are attached before anybody listens to what they receive.
  runUntil(simulation, world.now, 0)
  const actor = world.actors.indexOf(name)
  const heard = hear(context, actor)
  const from = world.now
  return () => knowledgeOf(context, actor, { heard, from })
}
