/** The session with a clock that is told the time, a port without a thread and a small engine. */
import { expect, test } from 'vitest'
import type { Command } from '../engine/contract/commands.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import { createEngineApi } from './createEngineApi.ts'
import { createSession } from './session.ts'
import { fakeEngine, type FakeOptions, fakeScenario } from './testing/fakeEngine.ts'
import { fakePage } from './testing/fakePage.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }
const heal: Command = { do: 'HealFault', fault: 'NodeCrash', target: 'node-a1' }

async function open(setup: Partial<Setup> = {}, options: FakeOptions = {}) {
  const scheduler = fakeScheduler()
  const page = fakePage()
  const session = createSession(fakeEngine(setup, options), scheduler)
  const api = createEngineApi(session)
  await api.connectFrames(page.port as unknown as MessagePort)
  const outcome = await scheduler.until(api.open(fakeScenario))
  if (!outcome.ok) throw new Error('the fake opens')
  const last = () => page.packets.at(-1)!
  const ask = <Result>(promise: Promise<Result>) => scheduler.until(promise)
  return { scheduler, page, api, outcome, last, ask, session }
}

test('opens at the opening instant, paused, with one frame', async () => {
  const { page, outcome, last } = await open()
  expect(outcome.opened).toMatchObject({ opensAt: 1_000, end: 1_000_000 })
  expect(page.packets).toHaveLength(1)
  expect(last().playback).toMatchObject({ at: 1_000, horizon: 1_000, isPlaying: false })
})

test('bad input names the place and leaves the running session alone', async () => {
  const { api, ask, last } = await open()
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

test('plays at the speed asked for, about 30 frames a second, and tells the speed reached', async () => {
  const { api, scheduler, page, last } = await open()
  await api.play('1/10')
  await scheduler.runFor(2_000)
  expect(last().playback.at).toBeGreaterThan(190_000)
  expect(last().playback.at).toBeLessThan(202_000)
  expect(last().playback.reachedSpeed).toBeCloseTo(0.1, 2)
  expect(page.packets.length).toBeGreaterThan(50)
  expect(page.packets.length).toBeLessThan(70)
})

test('plays at 1/10000, where a frame is a few microseconds', async () => {
  const { api, scheduler, last } = await open()
  await api.play('1/10000')
  await scheduler.runFor(10_000)
  expect(last().playback.at - 1_000).toBeGreaterThan(985)
  expect(last().playback.at - 1_000).toBeLessThanOrEqual(1_000)
})

test('follows the pace of the scenario until the viewer sets a speed, and goes back to it', async () => {
  const pace = [
    { from: 0, speed: '1/1000' },
    { from: 2_000, speed: '1/10' },
  ]
  const { api, scheduler, last } = await open({ pace })
  await api.play()
  await scheduler.runFor(990)
  expect(last().playback).toMatchObject({ speed: '1/1000', isPaced: true })
  await scheduler.runFor(1_010)
  expect(last().playback).toMatchObject({ speed: '1/10', isPaced: true })
  expect(last().playback.at).toBeGreaterThan(95_000)
  await api.play('1/1000')
  expect(last().playback).toMatchObject({ speed: '1/1000', isPaced: false })
  await api.followPace()
  await scheduler.runFor(40)
  expect(last().playback).toMatchObject({ speed: '1/10', isPaced: true })
})

test('stops at the end of the scenario and goes on past it only when asked to', async () => {
  const { api, scheduler, last, ask } = await open({ untilMicros: 50_000 })
  await api.play('1')
  await ask(api.settled())
  expect(last().playback).toMatchObject({ at: 50_000, isPlaying: false })
  await api.play('1')
  await scheduler.runFor(100)
  expect(last().playback.at).toBeGreaterThan(50_000)
})

test('a slice ends after 20,000 events, however quick they are', async () => {
  const runs: number[] = []
  let events = 0
  const spend = () => {
    events++
  }
  const { api, scheduler, session } = await open({ untilMicros: 50_000_000 }, { spend })
  await api.play('max')
  while (session.stand!.player.isPlaying) {
    events = 0
    if (!scheduler.runOne()) break
    runs.push(events)
  }
  expect(runs.length).toBeGreaterThan(20)
  expect(Math.max(...runs)).toBe(20_000)
})

test('a slice ends after 8 ms, however slow the events are, and calls are answered between', async () => {
  const scheduler = fakeScheduler()
  let events = 0
  const spend = () => {
    events++
    scheduler.pass(0.002)
  }
  const api = createEngineApi(
    createSession(fakeEngine({ untilMicros: 50_000_000 }, { spend }), scheduler),
  )
  await scheduler.until(api.open(fakeScenario))
  const seeking = api.seek('20s')
  const longest = { events: 0, millis: 0 }
  for (let turn = 0; turn < 20; turn++) {
    events = 0
    const before = scheduler.clock()
    scheduler.runOne()
    longest.events = Math.max(longest.events, events)
    longest.millis = Math.max(longest.millis, scheduler.clock() - before)
    await Promise.resolve()
  }
  expect(longest.events).toBeLessThan(8_000)
  expect(longest.millis).toBeGreaterThan(7)
  expect(longest.millis).toBeLessThan(13)
  const answer = await Promise.race([api.recording(), seeking])
  expect(answer).toMatchObject({ branch: 'main' })
  await api.cancelSeek()
  expect((await seeking).isCancelled).toBe(true)
})

test('seeking beyond what is computed tells its progress and can be cancelled', async () => {
  const { api, scheduler, page, last } = await open({ untilMicros: 900_000_000 })
  const seeking = api.seek('900s')
  for (let turn = 0; turn < 30; turn++) {
    scheduler.runOne()
    scheduler.pass(10)
    await Promise.resolve()
  }
  const { seeking: told } = last().playback
  expect(told?.target).toBe(900_000_000)
  expect(told?.progress).toBeGreaterThan(0)
  expect(page.packets.length).toBeGreaterThan(5)
  await api.cancelSeek()
  const { at, isCancelled } = await seeking
  expect(isCancelled).toBe(true)
  expect(last().playback).toMatchObject({ at, horizon: at, seeking: null })
})

test('going over what is known shows no picture but the last', async () => {
  const { api, ask, page } = await open({ untilMicros: 100_000_000 })
  await ask(api.seek('9s'))
  const before = page.packets.length
  const { at } = await ask(api.seek('4s'))
  expect(at).toBe(4_000_000)
  expect(page.packets.slice(before).map(({ frame }) => frame.at)).toEqual([4_000_000])
})

test('a new wish takes the place of a seek under way', async () => {
  const { api, ask } = await open()
  const first = api.seek('900ms')
  const second = api.seek('3ms')
  expect((await ask(first)).isCancelled).toBe(true)
  expect(await ask(second)).toEqual({ at: 3_000, isCancelled: false })
})

test('a command is stamped with the instant shown and applied exactly there', async () => {
  const { api, ask, scheduler, last } = await open()
  await api.play('1/10')
  await scheduler.runFor(500)
  const given = await ask(api.command(crash))
  expect(given).toEqual({ accepted: true, at: last().playback.at, branch: 'main' })
  const { branches } = await api.recording()
  expect(branches[0]?.commands).toEqual([{ at: given.at, command: crash }])
  const digest = await ask(api.digest())
  await ask(api.seek(0))
  await ask(api.seek(last().playback.horizon))
  await ask(api.seek(given.at!))
  expect(await ask(api.digest())).not.toBe('')
  await ask(api.pause())
  expect(digest).toContain('"isDown":true')
})

test('a command during a seek over the known waits for its picture, and forks there', async () => {
  const { api, ask } = await open({ untilMicros: 100_000_000 })
  await ask(api.seek('9s'))
  void api.seek('4s')
  const given = await ask(api.command(crash))
  expect(given).toEqual({ accepted: true, at: 4_000_000, branch: 'branch-2' })
  await ask(api.switchBranch('main'))
  const { branches } = await api.timeline({ from: 0, to: 9_000_000, bins: 10 })
  expect(branches).toEqual([
    { id: 'main', from: null, isPresent: true },
    { id: 'branch-2', from: { branch: 'main', at: 4_000_000 }, isPresent: false },
  ])
})

test('a command during a seek into the unknown is given where the run stands, and it goes on', async () => {
  const { api, ask, scheduler } = await open({ untilMicros: 100_000_000 })
  const seeking = api.seek('90s')
  scheduler.runOne()
  scheduler.runOne()
  const { at } = await ask(api.command(crash))
  expect(at).toBeGreaterThan(1_000)
  expect(at).toBeLessThan(90_000_000)
  expect(await ask(seeking)).toEqual({ at: 90_000_000, isCancelled: false })
})

test('frames wait for their buffers and are never queued', async () => {
  const { api, scheduler, page, last } = await open()
  page.isGenerous = false
  await api.play('1/10')
  await scheduler.runFor(1_000)
  const before = page.packets.length
  expect(before).toBeLessThanOrEqual(3)
  page.giveBack()
  expect(page.packets).toHaveLength(before + 1)
  expect(last().playback.at).toBeGreaterThan(99_000)
})

test('nothing is sent while nothing changes, and the worker answers that it is alive', async () => {
  const { scheduler, page } = await open()
  await scheduler.runFor(5_000)
  expect(page.packets).toHaveLength(1)
  page.ask('alive?')
  expect(page.beats).toEqual(['alive'])
})

test('steps by event, message and fact', async () => {
  const { api, ask, last } = await open()
  const before = last().frame.events
  await ask(api.step('event'))
  expect(last().frame.events).toBe(before + 1)
  await ask(api.step('message'))
  expect(last().frame.events % 3).toBe(0)
  await ask(api.step('fact'))
  expect(last().frame.events % 5).toBe(0)
})

test('until stops at the fact, or tells the limit', async () => {
  const { api, ask, last } = await open()
  const pattern = { fact: 'TransactionCommitted', count: { min: 3 } } as const
  const found = await ask(api.until(pattern))
  if (!found.found) throw new Error('three commits come')
  expect(last().playback.at).toBe(found.at)
  const facts = await ask(api.facts({ fact: 'TransactionCommitted' }))
  expect(facts.at(-1)).toEqual(found.fact)
  const limited = await ask(api.until({ fact: 'LawBroken' }, { limit: '700ms' }))
  expect(limited).toEqual({ found: false, at: 700_000, limit: 700_000 })
})

test('a broken law stops the run and tells which', async () => {
  const { api, ask, last } = await open({}, { breaksAt: 40_000 })
  await api.play('1')
  await ask(api.settled())
  const { stoppedBy, at, isPlaying } = last().playback
  expect(stoppedBy).toEqual({ law: 'fake', at })
  expect(isPlaying).toBe(false)
  const { marks } = await api.timeline({ from: 0, to: 100_000, bins: 10 })
  expect(marks).toMatchObject([{ at, shape: 'law', until: null }])
})

test('the report at an instant is that of an unbroken run, and moves nothing', async () => {
  const { api, ask, last } = await open()
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
  const { api, ask, last } = await open()
  await api.command(crash)
  await ask(api.seek('30ms'))
  await ask(api.seek('20ms'))
  await api.command(heal)
  const recording = await api.recording()
  const digest = await ask(api.digest())
  const other = await open()
  const view = { at: 20_000, speed: '1/10', selection: null }
  const outcome = await other.ask(other.api.resume(recording, view))
  expect(outcome).toMatchObject({ ok: true, opened: { recording } })
  expect(await other.ask(other.api.digest())).toBe(digest)
  expect(other.last().playback).toMatchObject({ at: 20_000, branch: last().playback.branch })
  expect(other.last().playback).toMatchObject({ speed: '1/10', isPaced: false })
})

test('instants and speeds out of range are refused with the range', async () => {
  const { api } = await open()
  await expect(api.seek('soon')).rejects.toThrow(/"soon" is not an instant from "0s" to "10s"/)
  await expect(api.seek(-1)).rejects.toThrow(/is not an instant/)
  await expect(api.play('brisk')).rejects.toThrow(/there is no speed "brisk"/)
})

test('why looks at detailed facts of the time before, and at notable ones from the start', async () => {
  const { api, ask } = await open({ untilMicros: 20_000_000 })
  await api.command(crash)
  await api.command(heal)
  await ask(api.seek('5s'))
  const causes = await ask(api.why('commits'))
  expect(causes[0]).toMatchObject({ at: 1_000 })
  expect(causes[4]!.at).toBeGreaterThanOrEqual(3_000_000)
  expect(causes.every(({ key }) => key === 'commits')).toBe(true)
})
