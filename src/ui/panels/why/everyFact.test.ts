/** Whatever a story tells, the step that says it is somewhere on the stage. */
import { expect, test } from 'vitest'
import { frameOf } from '../../../engine/aurora/frame/frameOf.ts'
import type { Fact } from '../../../engine/contract/facts.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { parseScenario } from '../../../engine/formats/parseScenario.ts'
import { scenarios } from '../../../engine/scenarios/catalogue.ts'
import { createSimulation, listen, runUntil } from '../../../engine/simulation.ts'
import { whyOf } from '../../../engine/why/whyOf.ts'
import { everything } from '../../../engine/wings/everything.ts'
import { placesOf } from './placesOf.ts'

/** What has a shape; copies may be replaced by others on the way. */
function shapesOf({ nodes, instances, applications, groups, zones, sql }: Frame): string[] {
  const things = [nodes, instances, applications, groups, zones].flat()
  const segments = groups.flatMap(group => group.segments)
  const sessions = sql?.sessions.map(({ name }) => name) ?? []
  return [...[...things, ...segments].map(({ id }) => id), ...sessions]
}

/** They have a shape as long as they are shown. */
const change = /^(proposal|transaction):/

test.each(Object.values(scenarios))('$name', scenario => {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  const firsts = new Map<string, Fact>()
  listen(simulation, fact => void (firsts.has(fact.fact) || firsts.set(fact.fact, fact)), true)
  const { world, context } = simulation
  const before = shapesOf(frameOf(world, 0, context.mechanisms))
  const { opensAtMicros, untilMicros } = parsed.setup
  runUntil(simulation, Math.min(untilMicros, opensAtMicros + 60_000_000), 100_000)
  const frame = frameOf(world, 0, context.mechanisms)
  const shapes = new Set([...before, ...shapesOf(frame)])
  const writers = frame.instances.filter(({ role }) => role === 'writer').map(({ id }) => id)
  const things = { writers, drawsChanges: frame.multiMaster !== null }
  for (const fact of firsts.values()) {
    const [step] = whyOf(world, `fact:${fact.id}`, [fact])
    const places = placesOf(step!, things)
    const isSeen = places.some(id => shapes.has(id) || change.test(id))
    expect(isSeen, `${fact.fact} at ${places}`).toBe(true)
  }
})
