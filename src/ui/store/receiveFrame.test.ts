/** Frames reach the page at once, or ten times a second while very much is in flight. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Frame } from '../../engine/contract/frame.ts'
import type { PostedFrame } from '../../workers/api.ts'
import { unpackFrame } from '../engine/unpackFrame.ts'
import { engineStore } from './engineStore.ts'
import { newestFrame, receiveFrame } from './receiveFrame.ts'
import { examplePlayback } from './testing/fakeEngine.ts'

interface Sent {
  at: number
  inFlight?: number
  isPlaying?: boolean
  faultCount?: number
}

let read = 0

function send({ at, inFlight = 0, isPlaying = true, faultCount = 0 }: Sent): ArrayBuffer {
  const moving = new Float64Array([inFlight, at]).buffer
  const playback = { ...examplePlayback, at, isPlaying }
  const posted: PostedFrame = { frame: JSON.stringify({ at }), faultCount, moving, playback }
  const packet = unpackFrame(posted)
  const counted = Object.defineProperty({ ...posted, frame: {} as Frame }, 'frame', {
    get: () => {
      read++
      return packet.frame
    },
  })
  receiveFrame(counted)
  return moving
}

function shownAt(): number | undefined {
  return engineStore.getState().frame?.at
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(1_000)
  send({ at: 0 })
  read = 0
})

afterEach(() => {
  vi.useRealTimers()
})

test('a calm stage is given every frame', () => {
  for (const at of [1, 2, 3]) {
    send({ at, inFlight: 300 })
    expect(shownAt()).toBe(at)
  }
})

test('a crowded stage is given what moves each time, and the rest ten times a second', () => {
  for (let at = 1; at <= 30; at++) {
    vi.advanceTimersByTime(33)
    const moving = send({ at, inFlight: 5_000 })
    expect(engineStore.getState().moving).toBe(moving)
    expect(engineStore.getState().playback?.at).toBe(at)
  }
  expect(read).toBeGreaterThanOrEqual(9)
  expect(read).toBeLessThanOrEqual(12)
})

test('the last frame is read though no other follows it', () => {
  send({ at: 1, inFlight: 5_000 })
  expect(shownAt()).toBe(0)
  vi.advanceTimersByTime(100)
  expect(shownAt()).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(read).toBe(1)
})

test('a pause, and a fault more or less, are shown at once', () => {
  send({ at: 1, inFlight: 5_000, faultCount: 1 })
  expect(shownAt()).toBe(1)
  send({ at: 2, inFlight: 5_000, faultCount: 1 })
  expect(shownAt()).toBe(1)
  send({ at: 3, inFlight: 5_000, faultCount: 1, isPlaying: false })
  expect(shownAt()).toBe(3)
})

test('who asks for the newest frame gets it', () => {
  send({ at: 1, inFlight: 5_000 })
  expect(newestFrame()?.at).toBe(1)
  expect(shownAt()).toBe(1)
})
