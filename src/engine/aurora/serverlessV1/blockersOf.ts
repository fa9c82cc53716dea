/**
 * Who stands in the way of a scaling point: sessions with an open transaction, a lock of a table or
 * a temporary table, and statements that have run for longer than `quietStatementAge`. Each is
 * named with its reason. Rule E5.
 */
import { transactionPhase } from '../database/transactions.ts'
import type { Micros } from '../../contract/units.ts'
import type { Session } from '../relations/sessions/sessionTypes.ts'
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
    return its ? (reasonOf(its, oldest) ?? []) : []
  })
}

/** Of several reasons the one that ends first comes first. */
function reasonOf(its: Session, oldest: Micros): Blocker[] | null {
  const { name: session, transaction, running, since, temporaries } = its
  const [locked] = transaction?.lockedTables ?? []
  if (locked !== undefined) return [{ session, because: 'tableLock', since, table: locked }]
  if (transaction && (transaction.isExplicit || transaction.number > 0)) {
    return [{ session, because: 'transaction', since: startOf(its) }]
  }
  if (running !== null && running.since <= oldest) {
    return [{ session, because: 'statement', since: running.since }]
  }
  const [table] = temporaries ?? []
  return table === undefined ? null : [{ session, because: 'temporaryTable', since, table }]
}

function startOf({ running, since }: Session): Micros {
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
