/** Short words for Serverless v1: what an instance does just now, and who is in its way. */
import type { CapacityView } from '../engine/contract/serverlessView.ts'
import type {
  V1Blocker,
  V1BlockerView,
  V1SearchView,
  V1View,
} from '../engine/contract/serverlessV1.ts'
import type { Micros } from '../engine/contract/units.ts'
import { wholeSeconds } from './wholeSeconds.ts'
import { formatAcu } from './formatAcu.ts'

const reasons: Record<V1Blocker, string> = {
  transaction: 'open transaction',
  statement: 'long statement',
  tableLock: 'lock of table',
  temporaryTable: 'temporary table',
}

export function blockerReason({ because, table }: V1BlockerView): string {
  return table === undefined ? reasons[because] : `${reasons[because]} ${table}`
}

/** Until the search ends, and until a resume or a re-creation does; null = nothing counts down. */
export function v1Countdown({ search, endsAt }: V1View, at: Micros): Micros | null {
  if (search) return Math.max(0, search.since + search.timeoutMicros - at)
  return endsAt > at ? endsAt - at : null
}

/** Long and short, for a wide and a narrow zone. */
export function v1Phase(view: CapacityView, v1: V1View): readonly [string, string] {
  const { state, search } = v1
  const target = formatAcu(search?.target ?? v1.saved)
  if (state === 'running') return ['running', 'running']
  if (state === 'paused') return ['paused', 'paused']
  if (state === 'resuming') return ['waking', 'waking']
  if (state === 'recreating') return ['being re-created', 'lost']
  if (state === 'switching') return [`switching to ${target}`, 'switch']
  if (search!.attachLeftMicros > 0)
    return search!.isPoolEmpty ? ['no host', 'no host'] : ['new host', 'host']
  return search!.blockers.length > 0 ? ['blocked', 'blocked'] : [`${view.id} looks`, 'looks']
}

function hostWords({ attachLeftMicros, isPoolEmpty }: V1SearchView): string {
  return isPoolEmpty ? 'no host to be had' : `host from pool: ${wholeSeconds(attachLeftMicros)}`
}

/** What is said of the search, by line. */
export function searchWords(v1: V1View, at: Micros): string[] {
  const { search } = v1
  if (!search) return []
  const left = wholeSeconds(v1Countdown(v1, at) ?? 0)
  const end = search.onTimeout === 'force' ? 'forced' : 'rolled back'
  const host = search.attachLeftMicros
  return [
    `${formatAcu(search.from)} → ${formatAcu(search.target)} ACU`,
    ...(host > 0 ? [hostWords(search)] : []),
    // A point once found is not given up.
    ...(v1.state === 'switching'
      ? []
      : [`${search.isPoolEmpty && host > 0 ? 'rolled back' : end} in ${left}`]),
  ]
}
