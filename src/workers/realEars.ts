/** The ears of the real engine; a file of its own, loaded with the first question. */
import { runUntil, type Simulation } from '../engine/index.ts'
import { hear, knowledgeOf } from '../engine/answers.ts'
import type { HearAt } from './engineDoor.ts'

export const realEars: HearAt = (machine, name) => {
  const simulation = machine.simulation as Simulation
  const { context, world } = simulation
  const actor = world.actors.indexOf(name)
  if (actor < 0 || actor >= world.instances.length + world.nodes.length) return null
  // Late mechanisms are attached before anybody listens to what they receive.
  runUntil(simulation, world.now, 0)
  const heard = hear(context, actor)
  return from => knowledgeOf(context, actor, { heard, from })
}
