/** Words of Serverless v2 beside its control loop: states, features, calls, status. */
import type { CapacityView } from '../engine/contract/serverlessView.ts'
import type { V2Call, V2ClusterView, V2Feature, V2View } from '../engine/contract/serverlessV2.ts'
import type { Micros } from '../engine/contract/units.ts'
import { formatAcu } from './formatAcu.ts'
import { formatCount } from './formatNumbers.ts'
import { wholeSeconds } from './wholeSeconds.ts'

const stops: Record<NonNullable<V2View['stop']>, readonly [string, string]> = {
  stopping: ['stopping', 'stops'],
  stopped: ['stopped', 'stopped'],
  starting: ['starting', 'starts'],
}

/** Long and short; null = the control loop has more to say. */
export function v2Phase(v2: V2View): readonly [string, string] | null {
  if (v2.stop) return stops[v2.stop]
  if (v2.isIncompatible) return ['out of memory', 'memory']
  return v2.migration ? ['moving live', 'moves'] : null
}

/** As the service calls it. */
export function statusWord({ stop, isIncompatible }: V2View): string {
  if (stop) return stop
  return isIncompatible ? 'incompatible-parameters' : 'available'
}

export const featureNames: Record<V2Feature, string> = {
  performanceInsights: 'Performance Insights',
  enlargedLimits: 'Enlarged limits',
  globalPrimary: 'Global database, primary',
  globalSecondary: 'Global database, secondary',
  binlogReplication: 'Binlog replication',
  logicalReplication: 'Logical replication',
  zeroEtl: 'Zero-ETL integration',
  babelfish: 'Babelfish connection',
  proxy: 'RDS Proxy',
}

/** What a feature does, with the capacity it holds. */
export const featureEffects: Record<V2Feature, string> = {
  performanceInsights: 'at least 2 ACU',
  enlargedLimits: 'at least 2 ACU',
  globalPrimary: 'at least 8 ACU, no pause',
  globalSecondary: 'no pause',
  binlogReplication: 'no pause',
  logicalReplication: 'no pause',
  zeroEtl: 'no pause',
  babelfish: 'no pause',
  proxy: 'no pause',
}

export const callNames: Record<V2Call, string> = {
  wrongPassword: 'Wrong password',
  dataApi: 'Data API call',
  parameterGroup: 'Change parameter group',
  readLogs: 'Read logs',
  clone: 'Clone',
  upgrade: 'Upgrade',
  backtrack: 'Backtrack',
  snapshot: 'Take snapshot',
}

/** Short lines for the stage, each with what it is of. */
export function v2Notes(view: CapacityView, cluster: V2ClusterView, at: Micros) {
  const { v2 } = view
  if (!v2) return []
  return [
    ...stopNotes(cluster, at),
    ...memoryNotes(view, v2),
    ...hostNotes(v2, cluster, at),
    ...rest(v2, cluster),
  ]
}

export interface V2Note {
  id: string
  text: string
  tone: 'bad' | 'wait' | 'muted' | 'text'
}

function stopNotes({ stop }: V2ClusterView, at: Micros): V2Note[] {
  if (stop === null) return []
  if (stop.state === 'starting') {
    const left = wholeSeconds(Math.max(0, stop.endsAt - at))
    return [{ id: 'starts', text: `answers in ${left}`, tone: 'wait' }]
  }
  return [
    { id: 'stopped', text: `Cluster ${stop.state}`, tone: 'wait' },
    { id: 'refused', text: 'connections refused', tone: 'muted' },
  ]
}

function memoryNotes({ need, max }: CapacityView, v2: V2View): V2Note[] {
  const needs: V2Note = {
    id: 'memory',
    text: `memory ${formatAcu(need.memory)} of ${formatAcu(max)} ACU`,
    tone: 'bad',
  }
  if (v2.isIncompatible) {
    return [{ id: 'incompatible', text: 'incompatible-parameters', tone: 'bad' }, needs]
  }
  if (v2.shortMicros === 0) return []
  const short = `memory short: ${wholeSeconds(v2.shortMicros)}`
  return [{ id: 'short', text: short, tone: 'bad' }, needs]
}

function hostNotes({ migration }: V2View, { hosts }: V2ClusterView, at: Micros): V2Note[] {
  if (migration) {
    return [
      { id: 'moves', text: `Moves to ${migration.to}`, tone: 'wait' },
      { id: 'frozen', text: `frozen ${wholeSeconds(migration.endsAt - at)} more`, tone: 'wait' },
    ]
  }
  const here = hosts.find(({ ours }) => ours.length > 0)
  if (!here) return []
  const tone = here.isHot ? 'wait' : 'muted'
  return [{ id: 'host', text: `on ${here.id}${here.isHot ? ', hot' : ''}`, tone }]
}

function rest({ afterReboot }: V2View, { floor }: V2ClusterView): V2Note[] {
  const held: V2Note[] =
    floor > 0 ? [{ id: 'floor', text: `features hold ${formatAcu(floor)} ACU`, tone: 'muted' }] : []
  if (afterReboot === null) return held
  return [
    ...held,
    { id: 'reboot', text: 'Pending reboot', tone: 'wait' },
    { id: 'after', text: `then ${formatCount(afterReboot)} connections`, tone: 'muted' },
  ]
}
