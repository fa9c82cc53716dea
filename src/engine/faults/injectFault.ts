/** A fault comes into force, or is healed: first the list, then the switches that follow it. */
import { type Context, tell } from '../aurora/context.ts'
import { pipelineEventKind } from '../aurora/pipeline/pipelineEventKind.ts'
import type { Commands } from '../contract/commands.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { Micros } from '../contract/units.ts'
import { parseDuration } from '../formats/duration.ts'
import { schedule } from '../kernel/eventQueue.ts'
import { catalogue } from './catalogue.ts'
import { endFault } from './endFault.ts'

const million = 1_000_000

export function injectFault(ctx: Context, command: Commands['InjectFault']): void {
  const { world } = ctx
  const active = activeFault(command, world.now)
  if (active.until) schedule(world.queue, active.until, pipelineEventKind.faultEnds, 0)
  world.faults.push(active)
  ctx.touched.hasTopologyChanged = true
  ctx.cause = tell(ctx, 'FaultInjected', { fault: active.fault, target: active.target })
  catalogue[active.fault].inject(ctx, active)
}

function activeFault(command: Commands['InjectFault'], since: Micros): ActiveFault {
  const active: ActiveFault = { fault: command.fault, target: command.target, since }
  for (const { name, default: usual } of catalogue[command.fault].parameters) {
    if (name === 'ratio') active.ratioPpm = Math.floor((command.ratio ?? usual) * million + 0.5)
    else active[name] = command[name] ?? usual
  }
  if (command.page !== undefined) active.page = command.page
  if (command.for !== undefined) active.until = since + (parseDuration(command.for) ?? 0)
  return active
}

export function healFault(ctx: Context, active: ActiveFault): void {
  endFault(ctx, active, catalogue[active.fault])
}
