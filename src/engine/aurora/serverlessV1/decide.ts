/**
 * Once a second it notes how busy it is and how many connections are open; at the end of a window
 * the means say whether a step up or down is looked for. Rules E3 and E4.
 */
import type { World } from '../world.ts'
import type { Context } from '../context.ts'
import { clearWindow } from './enterState.ts'
import { needOf } from './needOf.ts'
import { partsOf } from './partsOf.ts'
import { beginSearch } from './search.ts'
import { waitsOf } from './waitsOf.ts'

const million = 1_000_000
const secondMicros = 1_000_000

export function decide(ctx: Context): void {
  const { world } = ctx
  const { v1, values } = partsOf(world)
  sample(world)
  if (v1.window.samples * secondMicros < values['serverlessV1.evaluate']) return
  const { samples, cpu, connections } = v1.window
  clearWindow(ctx)
  v1.means = {
    cpuPpm: Math.floor(cpu / samples),
    connectionsPpm: Math.floor(connections / samples),
  }
  stepUp(ctx) || stepDown(ctx)
}

function sample(world: World): void {
  const { v1, capacity } = partsOf(world)
  const { window } = v1
  const { exact, connections, maxConnections } = capacity
  window.samples++
  window.cpu += Math.min(million, Math.floor((needOf(world) * million) / exact))
  window.connections += Math.floor((connections * million) / maxConnections)
}

function stepUp(ctx: Context): boolean {
  const { v1, setup, serverless, values } = partsOf(ctx.world)
  const { cpuPpm, connectionsPpm } = v1.means!
  const isBusy = cpuPpm > values['serverlessV1.upCpu']
  if (!isBusy && connectionsPpm <= values['serverlessV1.upConnections']) return false
  const target = setup.steps.find(step => step > v1.current) ?? v1.current
  if (target > serverless.max || target === v1.current) return false
  if (waitsOf(ctx.world).up > 0) return false
  beginSearch(ctx, { target, because: isBusy ? 'cpu' : 'connections' })
  return true
}

function stepDown(ctx: Context): boolean {
  const { v1, setup, serverless, values } = partsOf(ctx.world)
  const { cpuPpm, connectionsPpm } = v1.means!
  const isIdle = cpuPpm < values['serverlessV1.downCpu']
  if (!isIdle || connectionsPpm >= values['serverlessV1.downConnections']) return false
  const target = setup.steps.filter(step => step < v1.current).at(-1) ?? v1.current
  if (target < serverless.min || target === v1.current) return false
  if (waitsOf(ctx.world).down > 0) return false
  beginSearch(ctx, { target, because: 'low' })
  return true
}
