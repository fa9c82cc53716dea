/** The session with a clock that is told the time, a port without a thread and a small engine. */
import { expect, test } from 'vitest'
import { createEngineApi } from './createEngineApi.ts'
import { createSession } from './session.ts'
import { fakeEngine, fakeScenario } from './testing/fakeEngine.ts'
import { fakeLater } from './testing/fakeLater.ts'
import { fakeScheduler } from './testing/fakeScheduler.ts'
import { openSession } from './testing/openSession.ts'

test('opens at the opening instant, paused, with one frame', async () => {
  const { page, opened, last } = await openSession()
  expect(opened).toMatchObject({ opensAt: 1_000, end: 1_000_000 })
  expect(page.packets).toHaveLength(1)
  expect(last().playback).toMatchObject({ at: 1_000, horizon: 1_000, isPlaying: false })
})

test('plays at the speed asked for, in about 30 frames a second, and tells its speed', async () => {
  const { api, scheduler, page, last } = await openSession()
  await api.play('1/10')
  await scheduler.runFor(2_000)
  expect(last().playback.at).toBeGreaterThan(190_000)
  expect(last().playback.at).toBeLessThan(202_000)
  expect(last().playback.reachedSpeed).toBeCloseTo(0.1, 2)
  expect(page.packets.length).toBeGreaterThan(50)
  expect(page.packets.length).toBeLessThan(70)
})

test('plays at 1/10000, where a frame is a few microseconds', async () => {
  const { api, scheduler, last } = await openSession()
  await api.play('1/10000')
  await scheduler.runFor(10_000)
  expect(last().playback.at - 1_000).toBeGreaterThan(985)
  expect(last().playback.at - 1_000).toBeLessThanOrEqual(1_000)
})

test('follows the pace of the story until the viewer sets a speed, and goes back', async () => {
  const pace = [
    { from: 0, speed: '1/1000' },
    { from: 2_000, speed: '1/10' },
  ]
  const { api, scheduler, last } = await openSession({ pace })
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
  const { api, scheduler, last, ask } = await openSession({ untilMicros: 50_000 })
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
  const { api, scheduler, session } = await openSession({ untilMicros: 50_000_000 }, { spend })
  await api.play('max')
  while (session.stand!.player.isPlaying) {
    events = 0
    if (!scheduler.runOne()) break
    runs.push(events)
  }
  expect(runs.length).toBeGreaterThan(20)
  expect(Math.max(...runs)).toBe(20_000)
})

test('a slice ends after 8 ms, however slow the events are, and calls come between', async () => {
  const scheduler = fakeScheduler()
  let events = 0
  const spend = () => {
    events++
    scheduler.pass(0.002)
  }
  const api = createEngineApi(
    createSession(fakeEngine({ spend }), scheduler),
    fakeLater({ untilMicros: 50_000_000 }),
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
  const { api, scheduler, page, last } = await openSession({ untilMicros: 900_000_000 })
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

test('a search for a fact that does not come can be called off and stays where it is', async () => {
  const { api, scheduler, last } = await openSession({ untilMicros: 900_000_000 })
  const searching = api.until({ fact: 'LawBroken' }, { limit: '900s' })
  for (let turn = 0; turn < 30; turn++) {
    scheduler.runOne()
    scheduler.pass(10)
    await Promise.resolve()
  }
  await api.cancelSeek()
  const outcome = await searching
  expect(outcome).toMatchObject({ found: false, limit: 900_000_000 })
  expect(outcome.at).toBeGreaterThan(0)
  expect(outcome.at).toBeLessThan(900_000_000)
  expect(last().playback.at).toBe(outcome.at)
})

test('going over what is known shows no picture but the last', async () => {
  const { api, ask, page } = await openSession({ untilMicros: 100_000_000 })
  await ask(api.seek('9s'))
  const before = page.packets.length
  const { at } = await ask(api.seek('4s'))
  expect(at).toBe(4_000_000)
  expect(page.packets.slice(before).map(({ frame }) => frame.at)).toEqual([4_000_000])
})

test('a new wish takes the place of a seek under way', async () => {
  const { api, ask } = await openSession()
  const first = api.seek('900ms')
  const second = api.seek('3ms')
  expect((await ask(first)).isCancelled).toBe(true)
  expect(await ask(second)).toEqual({ at: 3_000, isCancelled: false })
})

test('frames wait for their buffers and are never queued', async () => {
  const { api, scheduler, page, last } = await openSession()
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
  const { scheduler, page } = await openSession()
  await scheduler.runFor(5_000)
  expect(page.packets).toHaveLength(1)
  page.ask('alive?')
  expect(page.beats).toEqual(['alive'])
})
