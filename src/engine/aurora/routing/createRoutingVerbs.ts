/** Commands: where an application goes, and how it looks after itself. Rules U1, U4. */
import type { Commands, Reason } from '../../contract/commands.ts'
import type { Route } from '../../contract/scenario.ts'
import type { Micros } from '../../contract/units.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { createChecks, planOf } from './healthChecks.ts'
import { askName } from './names.ts'
import { routingEventKind } from './routingEventKind.ts'

function because(key: string, parameters: Reason['parameters']): Reason {
  return { key: `reason.${key}`, parameters }
}

function indexOf(list: readonly { id: string }[], id: string): number {
  return list.findIndex(its => its.id === id)
}

function unknownWorkload({ applications }: World, workload: string): Reason | null {
  if (indexOf(applications, workload) >= 0) return null
  return because('unknownWorkload', { workload: `${workload}` })
}

/** The way to a place, or null where this cluster has no such place. */
function routeTo({ setup, instances }: World, on: string): Route | null {
  const isMulti = setup.topology === 'multi-master'
  if (indexOf(instances, on) >= 0) return 'instance'
  if (indexOf(setup.endpoints ?? [], on) >= 0) return 'endpoint'
  if (on === 'cluster') return on
  return on === (isMulti ? 'round-robin' : 'reader') ? on : null
}

function refusePlacement(world: World, { workload, on }: Commands['SetPlacement']): Reason | null {
  const unknown = unknownWorkload(world, workload)
  if (unknown) return unknown
  const index = indexOf(world.applications, workload)
  const { kind, isViaProxy } = world.setup.workload[index]!
  if (kind === 'scripted') return because('isScripted', { workload })
  if (isViaProxy) return because('isViaProxy', { workload })
  return routeTo(world, on) ? null : because('unknownPlace', { place: `${on}` })
}

/** Sessions that wait for an answer get it where they are, and go elsewhere then. */
function place({ world }: Context, { workload, on }: Commands['SetPlacement']): void {
  const index = indexOf(world.applications, workload)
  const application = world.applications[index]!
  const client = world.routing!.clients[index]!
  client.route = routeTo(world, on)!
  client.endpoint = indexOf(world.setup.endpoints ?? [], on)
  client.movers = []
  client.placed = application.state.length
  if (client.route === 'instance') application.instance = indexOf(world.instances, on)
  if (client.checks) {
    const { plan, standby } = client.checks
    client.checks.standby = [...new Set([...plan, ...standby])]
    client.checks.plan = planOf(world, index, client.checks.standby)
    client.checks.takesOverAt = -1
  }
  for (let session = 0; session < application.state.length; session++) {
    if (application.state[session] === sessionState.waiting) client.movers.push(session)
    else application.target[session] = askName(world, index)
  }
}

type SetHealthCheck = Commands['SetHealthCheck']

function refuseChecks(world: World, { workload, standby = [] }: SetHealthCheck): Reason | null {
  const unknown = unknownWorkload(world, workload)
  if (unknown) return unknown
  const stranger = standby.find(id => indexOf(world.instances, id) < 0)
  return stranger === undefined ? null : because('unknownInstance', { instance: `${stranger}` })
}

function setChecks(
  { world }: Context,
  { workload, isOn, standby }: SetHealthCheck,
  pause: Micros | null,
) {
  const index = indexOf(world.applications, workload)
  const client = world.routing!.clients[index]!
  const before = client.checks
  client.round++
  client.checks = null
  if (!isOn) return
  const places = standby?.map(id => indexOf(world.instances, id)) ?? before?.standby ?? []
  client.checks = createChecks(world, index, places, pause ?? before?.pauseMicros ?? 0)
  const at = world.now + world.parameters['client.healthCheckPeriod']
  schedule(world.queue, at, routingEventKind.checkDue, index, client.round)
}

/** `readDuration`: null for what is no duration. */
export function createRoutingVerbs(
  readDuration: (text: string | undefined) => Micros | null,
): Mechanism['verbs'] {
  return {
    SetPlacement: { validate: refusePlacement, give: place },
    SetHealthCheck: {
      validate: (world, command) =>
        refuseChecks(world, command) ??
        (command.pause === undefined || readDuration(command.pause) !== null
          ? null
          : because('badDuration', { text: `${command.pause}` })),
      give: (ctx, command) => setChecks(ctx, command, readDuration(command.pause)),
    },
  }
}
