/** What one writer among several did and how far it is, in words. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { InstanceId } from '../../../engine/contract/ids.ts'
import type { MultiMasterView, WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import { formatCount, formatTime } from '../../../words/formatNumbers.ts'
import { allCauses, causeWords } from '../../../words/causeWords.ts'
import type { StateRow } from './stateRow.ts'

const statuses: Record<WriterLaneView['status'], string> = {
  online: 'online',
  recovery: 'recovering: it undoes what its process had open',
  offline: 'offline',
}

function perSecond(count: number, { recent }: WriterLaneView): string {
  const pace = Math.round((count * 1_000_000) / Math.max(1, recent.windowMicros))
  return `${formatCount(pace)} a second lately`
}

function causesOf({ causes }: WriterLaneView): StateRow[] {
  const some = allCauses.filter(cause => causes[cause] > 0)
  if (some.length === 0) return []
  const value = some.map(cause => `${formatCount(causes[cause])} ${causeWords[cause]}`).join(', ')
  return [{ name: 'Why', value }]
}

function lagRows({ lags }: MultiMasterView, id: InstanceId): StateRow[] {
  return lags
    .filter(({ to }) => to === id)
    .map(({ from, lagMicros, waiting, isCut }) => {
      const cut = isCut ? 'link cut, ' : ''
      const value = `${cut}${formatTime(lagMicros)}, ${formatCount(waiting)} changes wait`
      return { name: `Behind ${from}`, value }
    })
}

function statusOf({ status, isReadOnly }: WriterLaneView): string {
  return isReadOnly
    ? `${statuses[status]}, set to read only: changes get error 1290`
    : statuses[status]
}

function purgeRows({ purge: { waiting, lagMicros } }: WriterLaneView): StateRow[] {
  if (waiting === 0) return []
  const value = `${formatCount(waiting)} pages wait, the oldest for ${formatTime(lagMicros)}`
  return [{ name: 'Purge', value }]
}

function definitionRows({ ddl }: MultiMasterView, id: InstanceId): StateRow[] {
  if (ddl.owner !== id) return []
  const value = ddl.table === null ? 'carries them out for all' : `changes ${ddl.table}`
  return [{ name: 'Definitions (DDL)', value }]
}

export function writerRows({ multiMaster: view }: Frame, id: InstanceId): StateRow[] {
  const writer = view?.writers.find(its => its.id === id)
  if (view === null || writer === undefined) return []
  const { commits, conflicts, retries, recent } = writer
  const counted = (count: number, lately: number) =>
    `${formatCount(count)}, ${perSecond(lately, writer)}`
  return [
    { name: 'Among the writers', value: statusOf(writer) },
    ...definitionRows(view, id),
    { name: 'Commits', value: counted(commits, recent.commits) },
    { name: 'Rolled back', value: counted(conflicts, recent.conflicts) },
    ...causesOf(writer),
    { name: 'Tried again', value: counted(retries, recent.retries) },
    ...lagRows(view, id),
    ...purgeRows(writer),
  ]
}
