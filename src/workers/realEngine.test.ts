/** The real engine behind the worker's calls: the way from a click to a picture and a link. */
import { describe, expect, test } from 'vitest'
import type { Command } from '../engine/contract/commands.ts'
import { apply, createSimulation, runUntil } from '../engine/index.ts'
import { digest, openingName, parseScenario, scenarios } from '../engine/answers.ts'
import { createEngineApi } from './createEngineApi.ts'
import { loadLater } from './loadLater.ts'
import { realEngine } from './realEngine.ts'
import { createSession } from './session.ts'
import { fakePage } from './testing/fakePage.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'
import { everything } from '../engine/wings/everything.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }
const outage: Command = { do: 'InjectFault', fault: 'AzOutage', target: 'az-c' }

async function open(source: string) {
  const scheduler = fakeScheduler()
  const page = fakePage()
  // The scheduler of the tests lets no file be read: all that is needed is loaded before.
  const more = [import('./realAnswers.ts'), import('./moreSeries.ts'), import('./branchesAt.ts')]
  await Promise.all([loadLater(), ...more])
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(page.port as unknown as MessagePort)
  const outcome = await scheduler.until(api.open(source))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const ask = <Result>(promise: Promise<Result>) => scheduler.until(promise)
  return { api, ask, page, scheduler, opened: outcome.opened, last: () => page.packets.at(-1)! }
}

/** What an unbroken run, without checkpoints or slices, has at an instant. */
function unbroken(name: string, commands: [number, Command][], at: number): string {
  const parsed = parseScenario(scenarios[name])
  if (!parsed.ok) throw new Error('a built-in scenario is valid')
  const simulation = createSimulation(parsed.setup, everything)
  for (const [instant, command] of commands) {
    runUntil(simulation, instant, Infinity)
    apply(simulation, command)
  }
  runUntil(simulation, at, Infinity)
  return digest(simulation)
}

describe.each(Object.keys(scenarios))('%s', name => {
  test('opens, is sought back and forth, and is the same at every instant', async () => {
    const { api, ask, last, opened } = await open(name)
    expect(last().frame.at).toBe(opened.opensAt)
    const { at } = await ask(api.seek(Math.min(opened.end, opened.opensAt + 200_000)))
    const there = await ask(api.digest())
    await ask(api.seek(opened.opensAt))
    expect(await ask(api.digest())).toBe(unbroken(name, [], opened.opensAt))
    await ask(api.seek(at))
    expect(await ask(api.digest())).toBe(there)
    expect((await ask(api.reportAt(at))).digest).toBe(unbroken(name, [], at))
  })
})

test('branches are compared at the instant shown, by what each has come to there', async () => {
  const { api, ask, last } = await open(openingName)
  await ask(api.seek('300ms'))
  const first = await ask(api.report())
  await ask(api.seek('100ms'))
  await ask(api.command(outage))
  await ask(api.command(crash))
  await ask(api.seek('300ms'))
  const [main, branch] = await ask(api.compareBranches())
  expect(main).toMatchObject({ id: 'main', isPresent: false, at: 300_000 })
  expect(branch).toMatchObject({ from: { branch: 'main', at: 100_000 }, isPresent: true })
  expect(branch!.at).toBe(300_000)
  expect(main!.figures!.committed).toBe(first.transactions.committed)
  expect(branch!.figures!.committed).toBe(last().frame.totals.committed)
  expect(branch!.figures!.committed).toBeLessThan(main!.figures!.committed)
})

test('a failed node and a dark zone: commits stall, and the why says so', async () => {
  const { api, ask, last } = await open(openingName)
  await ask(api.command(outage))
  await ask(api.seek(last().playback.at + 20_000))
  const second = await ask(api.command(crash))
  expect(second.accepted).toBe(true)
  expect(last().frame.lights.commits.state).toBe('waiting')
  expect(last().frame.lights.reads.state).toBe('on')
  expect(last().frame.groups[0]?.writeQuorum.isMet).toBe(false)
  const { marks } = await api.timeline({ from: 0, to: second.at!, bins: 10 })
  expect(marks.map(({ shape }) => shape)).toEqual(['fault', 'fault', 'stall'])
  const causes = await ask(api.why('commits'))
  expect(causes.length).toBeGreaterThan(0)
})

test('a link carries the commands and the instant to the same digest', async () => {
  const { api, ask, last } = await open(openingName)
  await ask(api.command(outage))
  await ask(api.seek(last().playback.at + 50_000))
  await ask(api.command(crash))
  await ask(api.seek(last().playback.at + 50_000))
  const other = await open(await api.link())
  expect(other.last().frame.at).toBe(last().frame.at)
  expect(await other.ask(other.api.digest())).toBe(await ask(api.digest()))
  expect(other.last().frame.lights).toEqual(last().frame.lights)
})

test('the chart counts every commit that was answered', async () => {
  const { api, ask, last } = await open(openingName)
  await ask(api.seek('2s'))
  const { chart } = await api.timeline({ from: 0, to: 2_000_000, bins: 50 })
  const seconds = chart.binMicros / 1_000_000
  const commits = chart.commitsPerSecond.reduce<number>(
    (sum, rate) => sum + (rate ?? 0) * seconds,
    0,
  )
  const { instances } = await ask(api.report())
  expect(Math.round(commits)).toBe(instances[0]?.commits)
  expect(last().frame.at).toBe(2_000_000)
  const busiest = Math.max(...chart.latencyP50Micros.map(micros => micros ?? 0))
  expect(busiest).toBeGreaterThan(0)
  expect(busiest).toBeLessThan(1_000_000)
})

test('a pattern that means nothing is refused with its place', async () => {
  const { api } = await open(openingName)
  const pattern = { fact: 'NoSuchFact' } as never
  await expect(api.until(pattern)).rejects.toThrow(/fact/)
})
