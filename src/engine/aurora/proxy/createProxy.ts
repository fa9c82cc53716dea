/** A proxy joins the network as one more actor; it has no connections yet. */
import { growNetwork } from '../../kernel/growNetwork.ts'
import type { World } from '../world.ts'
import type { Proxy, ProxyClients } from './proxy.ts'

export const proxyName = 'proxy'

export function createProxy(world: World): Proxy {
  const actor = world.actors.length
  world.actors.push(proxyName)
  growNetwork(world.network, world.actors.length)
  return {
    actor,
    writer: 0,
    phase: 'open',
    since: 0,
    lostAt: 0,
    switchAt: -1,
    plan: 0,
    planFact: 0,
    fact: 0,
    opened: 0,
    busy: 0,
    queue: [],
    isQueueWatched: false,
    clients: world.applications.map(({ state }) => createClients(state.length)),
  }
}

function createClients(sessions: number): ProxyClients {
  return { attempt: new Int32Array(sessions), place: new Uint8Array(sessions) }
}

/** With room for the sessions that the application has now. */
export function clientsOf(world: World, proxy: Proxy, application: number): ProxyClients {
  const clients = proxy.clients[application]!
  const { length } = world.applications[application]!.state
  if (clients.attempt.length >= length) return clients
  const bigger = createClients(length)
  bigger.attempt.set(clients.attempt)
  bigger.place.set(clients.place)
  return Object.assign(clients, bigger)
}
