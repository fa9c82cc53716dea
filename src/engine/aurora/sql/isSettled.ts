/**
 * Nothing of typed SQL moves: every statement is answered, or known to wait for a lock or for its
 * time, and no message of it is on its way (Formats §8). Rule J14.
 */
import type { Session } from '../relations/sessions/sessionTypes.ts'
import type { World } from '../world.ts'
import type { Connection, Client, SqlWorld } from './sqlWorld.ts'

export function isSettled({ sql }: World): boolean {
  return sql === null || (areConsolesAtRest(sql) && sql.places.every(isPlaceAtRest))
}

/** The session's statement is known to wait for a lock or for its time. */
export function isSessionWaiting({ sql }: World, session: string): boolean {
  const client = sql?.clients.find(({ name }) => name === session)
  return client !== undefined && client.running > 0 && isKnownToWait(sql!, client)
}

/** Some statement waits for a lock: time must go on before it is answered. */
export function isAnyWaiting({ sql }: World): boolean {
  return sql?.clients.some(({ running }) => running > 0) === true
}

function areConsolesAtRest(sql: SqlWorld): boolean {
  return sql.clients.every(client => client.running === 0 || isKnownToWait(sql, client))
}

function isKnownToWait({ places, clients }: SqlWorld, client: Client): boolean {
  const { desk, connections } = places[client.target]!
  const index = clients.indexOf(client)
  const connection = connections.find(its => its.client === index && its.running === client.running)
  return connection !== undefined && isResting(connection, desk.sessions.get(connection.session))
}

/** It waits for a lock, or for its time. */
export function isResting(
  { wait, isAnswered, proposing }: Connection,
  session: Session | undefined,
): boolean {
  const isAsleep = (session?.running?.sleepUntil ?? 0) > 0
  const waitsForOwner = (proposing?.ownedSince ?? -1) >= 0
  return !isAnswered && (wait > 0 || isAsleep || waitsForOwner)
}

/** What a session left behind is rolled back. */
function isPlaceAtRest({ connections }: SqlWorld['places'][number]): boolean {
  return connections.every(({ isClosing }) => !isClosing)
}
