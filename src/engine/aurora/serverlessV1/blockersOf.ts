/**
 * Who stands in the way of a scaling point: sessions with an open transaction, and statements that
 * have run for longer than `quietStatementAge`. Each is named with its reason. Rule E5.
 */
import { transactionPhase } from '../database/transactions.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { partsOf } from './partsOf.ts'
import type { Blocker } from './serverlessV1.ts'

/** More are counted, not named. */
const mostNamed = 50

export function blockersOf(world: World): Blocker[] {
  return [...typed(world), ...ofWorkload(world)].slice(0, mostNamed)
}

/** Sessions that typed SQL, in the order of their connections. */
function typed({ sql, serverless, now, ...world }: World): Blocker[] {
  const { instance } = serverless!.capacities[0]!
  const place = sql?.places[instance]
  const oldest = now - ageOf(world)
  return (place?.connections ?? []).flatMap(({ session }): Blocker[] => {
    const its = place!.desk.sessions.get(session)
    if (!its) return []
    const { name, transaction, running, since } = its
    if (transaction && (transaction.isExplicit || transaction.number > 0)) {
      return [{ session: name, because: 'transaction', since: startOf(its) ?? since }]
    }
    const isOld = running !== null && running.since <= oldest
    return isOld ? [{ session: name, because: 'statement', since: running.since }] : []
  })
}

function startOf({ running, since }: { running: { since: Micros } | null; since: Micros }): Micros {
  return running ? Math.min(running.since, since) : since
}

function ageOf({ setup }: Pick<World, 'setup'>): Micros {
  return setup.serverless!.v1!.values['serverlessV1.quietStatementAge']
}

/** Transactions of applications are single autocommit statements. */
function ofWorkload(world: World): Blocker[] {
  const { applications, now } = world
  const { transactions } = partsOf(world).instance.memory
  const oldest = now - ageOf(world)
  const blockers: Blocker[] = []
  for (let txn = 0; txn < transactions.phase.length; txn++) {
    const isOpen = transactions.phase[txn] !== transactionPhase.free
    const isOfUser = transactions.application[txn]! >= 0
    if (!isOpen || !isOfUser || transactions.beganAt[txn]! > oldest) continue
    const { id } = applications[transactions.application[txn]!]!
    const session = `${id} ${transactions.session[txn]! + 1}`
    blockers.push({ session, because: 'statement', since: transactions.beganAt[txn]! })
  }
  return blockers
}
