/**
 * The thread beside a crowded stage: one engine at the pace of the picture, whose frames it posts
 * with a crowd of messages, and another that runs a million events a second, as a fast run does.
 */
import { createSimulation, runUntil, type Simulation } from '../../src/engine/index.ts'
import { everything, frameOf, parseScenario } from '../../src/engine/later.ts'
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

function postFrame(): void {
  const moving = buffers.pop()
  if (!moving) return
  runUntil(shown, shown.world.now + Math.round(frameMillis * 1_000 * speed), 1_000_000)
  const frame = frameOf(shown.world)
  fillCrowd(moving, frame)
  self.postMessage({ frame, moving }, { transfer: [moving] })
}

function keepBusy(): void {
  runUntil(busy, Number.MAX_SAFE_INTEGER, busyEvents)
}

setInterval(postFrame, frameMillis)
setInterval(keepBusy, busyMillis)
