/**
 * Which of the model's unpublished choices act in this picture: one in the contest that is drawn,
 * one among the writers. The words stand in the catalogue of assumptions.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { NodeId } from '../../../engine/contract/ids.ts'
import type { AnswerView, MultiMasterView } from '../../../engine/contract/multiMasterView.ts'
import type { AssumptionId } from '../../../words/mmAssumptions.ts'
import type { Contest } from './contest.ts'

/** All that can answer have answered, and several changes are still open. */
function isStuck({ proposals }: Contest, up: ReadonlySet<NodeId>): boolean {
  const open = proposals.filter(({ verdict }) => verdict === 'open')
  const isOut = ({ answer, node }: AnswerView) => answer !== 'none' || !up.has(node)
  return open.length > 1 && open.every(({ answers }) => answers.every(isOut))
}

export function nodesUp(nodes: Frame['nodes']): ReadonlySet<NodeId> {
  return new Set(nodes.filter(({ isUp }) => isUp).map(({ id }) => id))
}

/** The page spoken of is of an index or shared undo, a parent is marked, or old rows are purged. */
function assumptionOfPages({ proposals }: Contest): AssumptionId | null {
  const kinds = proposals.flatMap(({ pages, page }) =>
    pages.flatMap(its => (its.page === page || its.kind === 'tracker' ? [its.kind] : [])),
  )
  if (kinds.includes('tracker')) return 'I50'
  if (proposals.some(({ reason }) => reason === 'purge')) return 'T27'
  if (kinds.includes('system')) return 'T23'
  return kinds.includes('index') ? 'C19' : null
}

/** What is chosen otherwise has another rule. */
function asChosen(id: AssumptionId | null, choices: readonly string[]): AssumptionId | null {
  if (id === 'T8' && choices.includes('multiMaster.choiceArbiter')) return 'T30'
  return id === 'T10' && choices.includes('multiMaster.choicePipelined') ? 'T31' : id
}

export function assumptionOfContest(
  contest: Contest | null,
  up: ReadonlySet<NodeId>,
  choices: readonly string[] = [],
): AssumptionId | null {
  if (contest === null) return null
  return assumptionOfPages(contest) ?? asChosen(assumptionOfAnswers(contest, up), choices)
}

function assumptionOfAnswers(contest: Contest, up: ReadonlySet<NodeId>): AssumptionId | null {
  const { proposals, isSplit } = contest
  const has = (verdict: string) => proposals.some(its => its.verdict === verdict)
  if (isSplit || isStuck(contest, up)) return 'T8'
  if (proposals.some(({ reason }) => reason === 'commit')) return 'T9'
  if (proposals.some(({ reason, verdict }) => reason === 'rollback' && verdict !== 'accepted'))
    return 'T14'
  if (proposals.some(({ reason }) => reason === 'purge')) return 'T27'
  if (has('refused')) return 'T13'
  return has('open') ? 'T10' : null
}

/** Under `REGIONAL_RAW`, for a writer that is not online or whose link is cut. */
function isWaitingForSilent({ transactions, writers, lags }: MultiMasterView): boolean {
  const away = new Set(writers.filter(({ status }) => status !== 'online').map(({ id }) => id))
  const isCut = (one: string, other: string) =>
    lags.some(its => its.isCut && its.from === one && its.to === other)
  return transactions.some(({ sync, instance }) =>
    sync.some(({ state, peer }) => state !== 'there' && (away.has(peer) || isCut(peer, instance))),
  )
}

export function assumptionOfWriters(view: MultiMasterView): AssumptionId | null {
  const { writers, transactions, ddl, lags } = view
  const away = new Set(writers.filter(({ status }) => status !== 'online').map(({ id }) => id))
  const isEnded = (cause: string) =>
    transactions.some(its => its.cause === cause && its.state !== 'active')
  if (isWaitingForSilent(view)) return 'D18'
  if (ddl.table !== null) return 'D19'
  if (isEnded('rowOwned')) return 'C6'
  if (isEnded('deadlock')) return 'T25'
  if (isEnded('lockTimeout')) return 'T26'
  if (away.size > 0) return 'T16'
  if (transactions.some(({ state }) => state === 'rollingBack')) return 'T14'
  const isCrossing = writers.length > 2 && lags.filter(({ waiting }) => waiting > 0).length > 1
  return isCrossing ? 'D14' : null
}

/** In the line of the pages: of the writers; where the contest has no lane beside it, of that. */
export function assumptionAside(
  frame: Frame,
  contest: Contest | null,
  isNarrow: boolean,
): AssumptionId | null {
  const { multiMaster: view, nodes } = frame
  if (view === null) return null
  const ofWriters = assumptionOfRouting(frame) ?? assumptionOfWriters(view)
  if (ofWriters !== null || !isNarrow) return ofWriters
  return assumptionOfContest(contest, nodesUp(nodes), view.choices)
}

/** An application that looks after itself, or a name that leaves a writer that is gone. */
function assumptionOfRouting({ placement, multiMaster }: Frame): AssumptionId | null {
  const { applications = [], endpoints = [] } = placement ?? {}
  const isMissed = applications.some(
    ({ checks, takesOverAt }) =>
      takesOverAt !== null || (checks ?? []).some(({ misses }) => misses > 0),
  )
  if (isMissed) return 'U4'
  const away = (multiMaster?.writers ?? []).some(({ status }) => status === 'offline')
  const isNamed = applications.some(({ route }) => route === 'cluster')
  return away && isNamed && endpoints.some(({ kind }) => kind === 'cluster') ? 'U2' : null
}
