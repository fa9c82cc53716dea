/**
 * The connections of sessions: the writer remembers which attempt of a session began last and
 * which was answered last, so that a request sent twice runs once. Memory, gone in a crash.
 * Rule W5 (*assumption*).
 */
import type { Application } from '../application.ts'
import type { Connections, WriterMemory } from '../instance.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

export function connectionsOf(
  memory: WriterMemory,
  index: number,
  application: Application,
): Connections {
  while (memory.connections.length <= index) memory.connections.push(createConnections(0))
  const connections = memory.connections[index]!
  const sessions = application.state.length
  if (connections.begun.length < sessions) growConnections(connections, sessions)
  return connections
}

function createConnections(sessions: number): Connections {
  return { begun: new Int32Array(sessions), answered: new Int32Array(sessions) }
}

function growConnections(connections: Connections, sessions: number): void {
  const bigger = createConnections(sessions)
  bigger.begun.set(connections.begun)
  bigger.answered.set(connections.answered)
  Object.assign(connections, bigger)
}

/** W12: CPU time that a request takes before all else; one that wants a sign opens a connection. */
export function connectMicros({ parameters }: World, wantsSign: boolean): Micros {
  return wantsSign ? parameters['client.connectCpu'] : 0
}
