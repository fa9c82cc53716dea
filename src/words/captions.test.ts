/** Every picture of the opening can be said: captions, hints and lights, whatever was broken. */
import { expect, test } from 'vitest'
import { frameOf } from '../engine/aurora/frame/frameOf.ts'
import type { Command } from '../engine/contract/commands.ts'
import type { Phrase } from '../engine/contract/frame.ts'
import type { Scenario } from '../engine/contract/scenario.ts'
import { parseScenario } from '../engine/formats/parseScenario.ts'
import { scenarios } from '../engine/scenarios/catalogue.ts'
import { fourOfSix } from '../engine/scenarios/fourOfSix.ts'
import { apply, createSimulation, runUntil, type Simulation } from '../engine/simulation.ts'
import { moreSentences } from './moreSentences.ts'
import { isKnown, learnSentences, say } from './say.ts'
import { everything } from '../engine/wings/everything.ts'

learnSentences(moreSentences)

function start(scenario: Scenario): Simulation {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return createSimulation(parsed.setup, everything)
}

function phrasesOf({ world, context }: Simulation): Phrase[] {
  const { caption, hint, lights } = frameOf(world, 0, context.mechanisms)
  return [caption, hint, lights.dataSafe.phrase, lights.commits.phrase, lights.reads.phrase]
}

/** Phrases without a sentence, and sentences with a number that nobody gave, said as `?`. */
function unsaid(simulation: Simulation): string[] {
  return phrasesOf(simulation)
    .filter(phrase => !isKnown(phrase.key) || /(^| )\?|\{|undefined|NaN/.test(say(phrase)))
    .map(phrase => `${phrase.key}: ${say(phrase)}`)
}

function inject(fault: 'NodeCrash' | 'AzOutage' | 'LinkCut', target: string): Command {
  return { do: 'InjectFault', fault, target }
}

const copies = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map(short => `node-${short}`)
const others = [inject('AzOutage', 'az-b'), inject('LinkCut', 'w1<>node-a1'), null]

test.each(others)('every set of dead copies, beside %j', other => {
  for (let dead = 0; dead < 64; dead++) {
    const simulation = start(fourOfSix)
    runUntil(simulation, 20_000, Infinity)
    if (other !== null) apply(simulation, other)
    for (const [k, node] of copies.entries()) {
      if ((dead >> k) & 1) apply(simulation, inject('NodeCrash', node))
    }
    expect(unsaid(simulation)).toEqual([])
    runUntil(simulation, 40_000, Infinity)
    expect(unsaid(simulation)).toEqual([])
  }
})

test.each(Object.values(scenarios))('$name, at fifty instants', scenario => {
  const simulation = start(scenario)
  const { opensAtMicros, untilMicros } = simulation.world.setup
  const end = Math.min(untilMicros, opensAtMicros + 30_000_000)
  for (let k = 1; k <= 50; k++) {
    runUntil(simulation, Math.floor((end / 50) * k), Infinity)
    expect(unsaid(simulation)).toEqual([])
  }
})
