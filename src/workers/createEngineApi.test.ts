/** The calls of the page on a session with a small engine: commands, steps, questions, refusals. */
import { expect, test } from 'vitest'
import type { Command } from '../engine/contract/commands.ts'
import { createEngineApi } from './createEngineApi.ts'
import type { Later } from './createLater.ts'
import { createSession } from './session.ts'
import { fakeEngine, fakeScenario, fakeSetup } from './testing/fakeEngine.ts'
import { fakeLater } from './testing/fakeLater.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'
import { openSession } from './testing/openSession.ts'
import { deferred } from './work.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }
const heal: Command = { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' }

test('bad input names the place and leaves the running session alone', async () => {
  const { api, ask, last } = await openSession()
  const bad = await ask(api.open('{"a": 1}'))
  expect(bad).toEqual({
    ok: false,
    problems: [{ path: 'name', message: 'missing', allowed: 'a name' }],
  })
  expect(await ask(api.open('{"a"'))).toMatchObject({ ok: false, problems: [{ path: 'file' }] })
  expect(await ask(api.open('#no-such'))).toMatchObject({ ok: false, problems: [{ path: 'link' }] })
  expect((await ask(api.seek('2ms'))).at).toBe(2_000)
  expect(last().frame.at).toBe(2_000)
})

test('a command is stamped with the instant shown and applied exactly there', async () => {
  const { api, ask, scheduler, last } = await openSession()
  await api.play('1/10')
  await scheduler.runFor(500)
  const given = await ask(api.command(crash))
  expect(given).toEqual({ accepted: true, at: last().playback.at, branch: 'main' })
  const { branches } = await api.recording()
  expect(branches[0]?.commands).toEqual([{ at: given.at, command: crash }])
  const digest = await ask(api.digest())
  expect(digest).toContain('"isDown":true')
  await ask(api.seek(given.at! - 1))
  expect(await ask(api.digest())).toContain('"isDown":false')
  await ask(api.seek(given.at!))
  expect(await ask(api.digest())).toBe(digest)
})

test('a command during a seek over the known waits for its picture, and forks there', async () => {
  const { api, ask } = await openSession({ untilMicros: 100_000_000 })
  await ask(api.seek('9s'))
  void api.seek('4s')
  const given = await ask(api.command(crash))
  expect(given).toEqual({ accepted: true, at: 4_000_000, branch: 'branch-2' })
  await ask(api.switchBranch('main'))
  const { branches } = await api.timeline({ from: 0, to: 9_000_000, bins: 10 })
  expect(branches).toMatchObject([
    { id: 'main', from: null, isPresent: true },
    { id: 'branch-2', from: { branch: 'main', at: 4_000_000 }, isPresent: false },
  ])
})

test('a command during a seek into the unknown is given where the run stands', async () => {
  const { api, ask, scheduler } = await openSession({ untilMicros: 100_000_000 })
  const seeking = api.seek('90s')
  scheduler.runOne()
  scheduler.runOne()
  const { at } = await ask(api.command(crash))
  expect(at).toBeGreaterThan(1_000)
  expect(at).toBeLessThan(90_000_000)
  expect(await ask(seeking)).toEqual({ at: 90_000_000, isCancelled: false })
})

test('steps by event, message and fact', async () => {
  const { api, ask, last } = await openSession()
  const before = last().frame.events
  await ask(api.step('event'))
  expect(last().frame.events).toBe(before + 1)
  await ask(api.step('message'))
  expect(last().frame.events % 3).toBe(0)
  await ask(api.step('fact'))
  expect(last().frame.events % 5).toBe(0)
})

test('until stops at the fact, or tells the limit', async () => {
  const { api, ask, last } = await openSession()
  const pattern = { fact: 'TransactionCommitted', count: { min: 3 } } as const
  const found = await ask(api.until(pattern))
  if (!found.found) throw new Error('three commits come')
  expect(last().playback.at).toBe(found.at)
  const facts = await ask(api.facts({ fact: 'TransactionCommitted' }))
  expect(facts.at(-1)).toEqual(found.fact)
  const limited = await ask(api.until({ fact: 'LawBroken' }, { limit: '700ms' }))
  expect(limited).toEqual({ found: false, at: 700_000, limit: 700_000 })
})

test('until finds what a command led to at once, but not a second time', async () => {
  const { api, ask, last } = await openSession()
  await api.command(crash)
  const pattern = { fact: 'FaultInjected' } as const
  expect(await ask(api.until(pattern))).toMatchObject({ found: true, at: 1_000 })
  expect(last().playback.at).toBe(1_000)
  expect(await ask(api.until(pattern, { limit: '9ms' }))).toMatchObject({ found: false, at: 9_000 })
})

test('a broken law stops the run and tells which', async () => {
  const { api, ask, last } = await openSession({}, { breaksAt: 40_000 })
  await api.play('1')
  await ask(api.settled())
  const { stoppedBy, at, isPlaying } = last().playback
  expect(stoppedBy).toEqual({ law: 'fake', at })
  expect(isPlaying).toBe(false)
  const { marks } = await api.timeline({ from: 0, to: 100_000, bins: 10 })
  expect(marks).toMatchObject([{ at, shape: 'law', until: null }])
})

test('the report at an instant is that of an unbroken run, and moves nothing', async () => {
  const { api, ask, last } = await openSession()
  await api.command(crash)
  await ask(api.seek('30ms'))
  await api.command(heal)
  const { digest } = await ask(api.reportAt('60ms'))
  expect(last().playback).toMatchObject({ at: 30_000, horizon: 30_000 })
  await ask(api.seek('60ms'))
  expect(await ask(api.digest())).toBe(digest)
  expect((await ask(api.report())).digest).toBe(digest)
})

test('a recording is taken up again where one was looking', async () => {
  const { api, ask, last } = await openSession()
  await api.command(crash)
  await ask(api.seek('30ms'))
  await ask(api.seek('20ms'))
  await api.command(heal)
  const recording = await api.recording()
  const digest = await ask(api.digest())
  const other = await openSession()
  const view = { at: 20_000, speed: '1/10', selection: null }
  const outcome = await other.ask(other.api.resume(recording, view))
  expect(outcome).toMatchObject({ ok: true, opened: { recording } })
  expect(await other.ask(other.api.digest())).toBe(digest)
  expect(other.last().playback).toMatchObject({ at: 20_000, branch: last().playback.branch })
  expect(other.last().playback).toMatchObject({ speed: '1/10', isPaced: false })
})

/** A session whose opening story is at hand, while the rest is loaded only when told. */
function openSlowly() {
  const scheduler = fakeScheduler()
  const scenario = { ...fakeScenario, name: 'opening' }
  const branches = [{ id: 'main', from: null, commands: [] }]
  const recording = { scenario, seed: 1, branch: 'main', branches }
  const view = { at: 1_000, speed: null, selection: null }
  const run = { scenario, setup: fakeSetup(), recording, view }
  const engine = {
    ...fakeEngine(),
    openingRun: (text: string) => (text === 'opening' ? run : null),
  }
  const loading = deferred<Later>()
  const api = createEngineApi(createSession(engine, scheduler), () => loading.promise)
  return { api, ask: scheduler.until, load: async () => loading.resolve(await fakeLater()()) }
}

test('the story asked for last stays open when one asked for before has loaded', async () => {
  const { api, ask, load } = openSlowly()
  const foreign = api.open(fakeScenario)
  const opening = await ask(api.open('opening'))
  expect(opening).toMatchObject({ ok: true, opened: { scenario: { name: 'opening' } } })
  const giving = api.command(crash)
  await load()
  const given = await ask(giving)
  expect(await ask(foreign)).toMatchObject({
    ok: true,
    opened: { scenario: { name: 'opening' } },
  })
  expect(await api.recording()).toMatchObject({
    branches: [{ commands: [{ at: given.at, command: crash }] }],
  })
  expect(await api.recording()).toMatchObject({ scenario: { name: 'opening' } })
})

test('of two that have to be loaded the one asked for last is open in the end', async () => {
  const { api, ask, load } = openSlowly()
  const first = api.open(fakeScenario)
  const second = api.open({ ...fakeScenario, name: 'second' })
  await load()
  expect(await ask(first)).toMatchObject({ opened: { scenario: { name: 'fake' } } })
  expect(await ask(second)).toMatchObject({ opened: { scenario: { name: 'second' } } })
  expect(await api.recording()).toMatchObject({ scenario: { name: 'second' } })
})

test('instants and speeds out of range are refused with the range', async () => {
  const { api } = await openSession()
  await expect(api.seek('soon')).rejects.toThrow(/"soon" is not an instant from "0s" to "10s"/)
  await expect(api.seek(-1)).rejects.toThrow(/is not an instant/)
  await expect(api.play('brisk')).rejects.toThrow(/there is no speed "brisk"/)
})

test('notable facts come from the start up to what is shown, and no other', async () => {
  const { api, ask } = await openSession({ untilMicros: 20_000_000 })
  await api.command(crash)
  await ask(api.seek('5s'))
  await api.command(heal)
  const kinds = async () => (await ask(api.facts('notable'))).map(({ fact }) => fact)
  expect(await kinds()).toEqual(['CommandGiven', 'FaultInjected', 'CommandGiven', 'FaultHealed'])
  await ask(api.seek('4s'))
  expect(await kinds()).toEqual(['CommandGiven', 'FaultInjected'])
})

test('why is told detailed facts of late and notable ones from the start', async () => {
  const { api, ask } = await openSession({ untilMicros: 20_000_000 })
  await api.command(crash)
  await api.command(heal)
  await ask(api.seek('5s'))
  const causes = await ask(api.why('commits'))
  expect(causes[0]).toMatchObject({ at: 1_000 })
  expect(causes[4]!.at).toBeGreaterThanOrEqual(3_000_000)
  expect(causes.every(({ key }) => key === 'commits')).toBe(true)
})

test('what is opened to be played plays once it stands, unless a pause came before', async () => {
  const { api, ask, last, session } = await openSession()
  expect(last().playback.isPlaying).toBe(false)
  await ask(api.open(fakeScenario, true))
  expect(last().playback.isPlaying).toBe(true)
  const opening = api.open(fakeScenario, true)
  while (session.stand?.move === null) await Promise.resolve()
  await api.pause()
  await ask(opening)
  await ask(api.settled())
  expect(last().playback.isPlaying).toBe(false)
})
