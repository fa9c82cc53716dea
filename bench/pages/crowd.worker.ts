/**
 * The thread beside a crowded stage: one engine at the pace of the picture, whose frames it posts
 * with a crowd of messages, and another that runs a million events a second, as a fast run does.
 */
import { createSimulation, runUntil, type Simulation } from '../../src/engine/index.ts'
import { everything, frameOf, parseScenario } from '../../src/engine/answers.ts'
import type { Playback, PostedFrame } from '../../src/workers/api.ts'
import { crowdBuffer, fillCrowd } from './crowd.ts'
import { crowdedScenario } from './crowdedScenario.ts'
import { speed } from './speed.ts'

const frameMillis = 33
const busyMillis = 16
const busyEvents = 16_000

function createRun(): Simulation {
  const parsed = parseScenario(crowdedScenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return createSimulation(parsed.setup, everything)
}

const shown = createRun()
const busy = createRun()
const buffers = [crowdBuffer(), crowdBuffer()]

self.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
  buffers.push(data)
}

function playbackAt(at: number): Playback {
  return {
    at,
    horizon: at,
    end: shown.world.setup.untilMicros,
    isPlaying: true,
    speed: `1/${1 / speed}`,
    isPaced: false,
    reachedSpeed: 0,
    seeking: null,
    branch: 'main',
    stoppedBy: null,
  }
}

function postFrame(): void {
  const moving = buffers.pop()
  if (!moving) return
  runUntil(shown, shown.world.now + Math.round(frameMillis * 1_000 * speed), 1_000_000)
  const frame = frameOf(shown.world)
  fillCrowd(moving, frame)
  const text = JSON.stringify(frame)
  const packet: PostedFrame = { frame: text, faultCount: 0, moving, playback: playbackAt(frame.at) }
  self.postMessage(packet, { transfer: [moving] })
}

function keepBusy(): void {
  runUntil(busy, Number.MAX_SAFE_INTEGER, busyEvents)
}

setInterval(postFrame, frameMillis)
setInterval(keepBusy, busyMillis)
