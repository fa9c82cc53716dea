/** Hours of model time: nothing grows, and a run saved and restored every hour is the same run. */
import { expect, test } from 'vitest'
import { sweepLaws } from '../checkers/watch.ts'
import { digest } from '../digest.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { restoreText, saveText } from '../savedText.ts'
import { scenarios } from '../scenarios/catalogue.ts'
import { createSimulation, runUntil, type Simulation } from '../simulation.ts'
import { run, startCluster } from './startCluster.ts'
import { everything } from '../wings/everything.ts'

const hour = 3_600_000_000

function quietCluster(): Simulation {
  const parsed = parseScenario(scenarios['quiet-cluster'])
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return createSimulation(parsed.setup, everything)
}

test('three hours of the quiet cluster, saved and restored every hour', () => {
  const unbroken = quietCluster()
  const interrupted = quietCluster()
  const sizes: number[] = []
  for (let hours = 1; hours <= 3; hours++) {
    expect(runUntil(unbroken, hours * hour, Infinity).stopped).toBe('reached')
    runUntil(interrupted, hours * hour, Infinity)
    const text = saveText(interrupted)
    restoreText(interrupted, text)
    sizes.push(text.length)
    expect(digest(interrupted)).toBe(digest(unbroken))
    expect(sweepLaws(unbroken.world, unbroken.watched, unbroken.laws)).toBeNull()
  }
  expect(unbroken.world.now).toBe(3 * hour)
  expect(unbroken.world.totals.committed).toBeGreaterThan(0)
  expect(sizes[2]! / sizes[0]!).toBeLessThan(1.1)
})

test('long work leaves no more behind than short work', () => {
  const cluster = startCluster({ sessions: 6, think: '5ms' })
  cluster.simulation.context.isListening = false
  const sizeAfter = (micros: number) => {
    run(cluster, micros)
    return saveText(cluster.simulation).length
  }
  const early = sizeAfter(2_000_000)
  expect(sizeAfter(16_000_000) / early).toBeLessThan(1.2)
})
