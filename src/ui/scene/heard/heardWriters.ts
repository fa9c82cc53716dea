/** Several writers as a screen reader says them: each its log, lag between them, what is warm. */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type {
  LagView,
  MultiMasterView,
  ProposalView,
  WriterLaneView,
} from '../../../engine/contract/multiMasterView.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Heard } from './heard.ts'

const states = ['tentative', 'accepted', 'committed', 'refused', 'annulled'] as const

/** How many of the newest changes are in which state, as the cells of its lanes show them. */
function cellsOf({ groups }: WriterLaneView): string {
  const records = groups.flatMap(its => its.records)
  const counts = states.map(state => [state, records.filter(its => its.state === state).length])
  const some = counts.filter(([, count]) => count !== 0)
  return some.length === 0
    ? ''
    : `; ${some.map(([state, count]) => `${count} ${state}`).join(', ')}`
}

function lane(writer: WriterLaneView, { ddl }: MultiMasterView): Heard {
  const { id, status, epoch, vdl, highestLsn } = writer
  const table = ddl.table === null ? '' : ` of ${ddl.table}`
  const crown = ddl.owner === id ? `; owns changes of definitions${table}` : ''
  const points = `epoch ${epoch}, VDL ${vdl}, highest LSN ${highestLsn}`
  return { id: `lane ${id}`, text: `Log of ${id}, ${status}: ${points}${cellsOf(writer)}${crown}` }
}

function lag({ from, to, lagMicros, waiting, isCut }: LagView): Heard {
  const how = isCut ? 'cut off' : formatTime(lagMicros)
  const text = `Changes of ${from} at ${to}: ${how} behind, ${waiting} not applied`
  return { id: `lag ${from}>${to}`, text: isCut ? text.replace(' behind', '') : text }
}

/** The card of a group while a change of its pages is asked about. */
function tallies({ proposal, parts }: ProposalView): Heard[] {
  return parts.map(({ group, answers }) => {
    const count = (its: string) => answers.filter(({ answer }) => answer === its).length
    const text = `Change ${proposal} at ${group}: ${count('yes')} yes, ${count('no')} no`
    return { id: `tally ${group}`, text: `${text}, ${answers.length} asked` }
  })
}

function memory({ id, cachedPages, bufferPoolPages }: InstanceView): Heard {
  return { id: `memory ${id}`, text: `Memory of ${id}: ${cachedPages} of ${bufferPoolPages} pages` }
}

export function heardWriters({ multiMaster: view, instances }: Frame): Heard[] {
  if (view === null) return []
  const newest = view.proposals.at(-1)
  return [
    ...view.writers.map(writer => lane(writer, view)),
    ...instances.map(memory),
    ...view.lags.map(lag),
    ...(newest === undefined ? [] : tallies(newest)),
  ]
}
