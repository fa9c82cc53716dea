/**
 * Read views of sessions. READ COMMITTED takes one for each statement, REPEATABLE READ and
 * SERIALIZABLE one for the transaction; MySQL at its first consistent read, PostgreSQL at its first
 * statement. READ UNCOMMITTED of MySQL has none.
 */
import type { IsolationLevel } from '../../../contract/sql.ts'
import { noteBegin } from '../locks/ssi/serializable.ts'
import type { ReadView } from '../relations.ts'
import { addView } from '../tables/readViews.ts'
import { editionOf } from '../values/value.ts'
import type { Session } from './sessionTypes.ts'
import { numbered, type Place, type Work } from './work.ts'

function lasts(isolation: IsolationLevel): boolean {
  return isolation === 'repeatable read' || isolation === 'serializable'
}

function takeView(work: Work): ReadView {
  const { relations, host, session } = work
  const { number, isolation, isReadOnly } = numbered(work)
  const view = addView(relations, {
    session: session.name,
    transaction: number,
    upTo: relations.lastCommit,
    readPoint: host.readPoint,
    takenAt: host.now,
    ...(host.peers && { origin: host.peers.here, reach: Array.from(host.peers.reach()) }),
  })
  const isSsi = isolation === 'serializable' && editionOf(relations.dialect) === 'postgresql'
  if (isSsi) noteBegin(work.desk.ssi, number, isReadOnly)
  const { instance } = host
  const { upTo } = view
  host.tell('ReadViewTaken', { instance, session: session.name, transaction: number, upTo })
  return view
}

/** The view that the statement reads by, taken now if there is none yet. */
export function viewOf(work: Work): ReadView {
  const { relations, running, session } = work
  const transaction = session.transaction!
  const kept = lasts(transaction.isolation) ? transaction.view : running.view
  const known = relations.views.get(kept)
  if (known !== undefined) return known
  const view = takeView(work)
  if (lasts(transaction.isolation)) transaction.view = view.number
  else running.view = view.number
  return view
}

/** What the statement has seen may be forgotten, if its view does not last. */
export function dropStatementView({ relations }: Pick<Place, 'relations'>, session: Session) {
  const { running } = session
  if (running === null || running.view === 0) return
  relations.views.delete(running.view)
  running.view = 0
}

export function dropViews(place: Pick<Place, 'relations'>, session: Session): void {
  dropStatementView(place, session)
  const view = session.transaction?.view ?? 0
  if (view !== 0) place.relations.views.delete(view)
  if (session.transaction) session.transaction.view = 0
}
