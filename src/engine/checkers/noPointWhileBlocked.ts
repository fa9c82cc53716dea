/**
 * Serverless v1: a switch that is not forced begins only where nothing stands in its way: no open
 * transaction of a session, no temporary table, no statement older than it may be. The law looks by
 * itself.
 */
import type { Session } from '../aurora/relations/sessions/sessionTypes.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'noPointWhileBlocked'

interface Seen {
  isSwitching: boolean
  forced: number
}

export const noPointWhileBlocked: Law<Seen> = {
  id,
  rule: 'E17',
  watches: 'always',
  remember: seenOf,
  after: ({ world }, seen) => check(world, seen),
  sweep: () => null,
}

function seenOf({ serverless }: World): Seen {
  const { state = 'running', forced = 0 } = serverless?.v1 ?? {}
  return { isSwitching: state === 'switching', forced }
}

function check(world: World, seen: Seen): Broken | null {
  const now = seenOf(world)
  const begins = now.isSwitching && !seen.isSwitching && now.forced === seen.forced
  Object.assign(seen, now)
  if (!begins) return null
  const blockers = openTyped(world) + oldStatements(world)
  if (blockers === 0) return null
  return { law: id, key: `law.${id}`, parameters: { blockers } }
}

function openTyped({ sql, serverless }: World): number {
  const place = sql?.places[serverless!.capacities[0]!.instance]
  const sessions = [...(place?.desk.sessions.values() ?? [])]
  const isHeld = (its: Session) =>
    its.transaction?.isExplicit === true || (its.temporaries?.length ?? 0) > 0
  return sessions.filter(isHeld).length
}

function oldStatements({ instances, serverless, setup, now }: World): number {
  const { transactions } = instances[serverless!.capacities[0]!.instance]!.memory
  const age = setup.serverless!.v1!.values['serverlessV1.quietStatementAge']
  let old = 0
  for (let txn = 0; txn < transactions.phase.length; txn++) {
    const isOfUser = transactions.phase[txn] !== 0 && transactions.application[txn]! >= 0
    if (isOfUser && now - transactions.beganAt[txn]! >= age) old++
  }
  return old
}
