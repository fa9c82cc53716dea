/**
 * What one fills in to create a cluster, and the scenario that it becomes: an endpoint, an edition,
 * a range of capacity or a class, readers, and the applications that connect by the endpoint.
 */
import type { Scenario } from '../../../engine/contract/scenario.ts'

export type ClusterKind = 'v2' | 'provisioned' | 'v1'

export interface ClusterWish {
  endpoint: string
  edition: 'mysql' | 'postgresql'
  kind: ClusterKind
  min: string
  max: string
  pauseAfter: string
  class: string
  readers: number
  /** A place is kept, so that the cluster can be changed while it runs. */
  hasPlace: boolean
  sessions: number
  isViaProxy: boolean
  /** Connections that an application keeps open without using them. */
  idle: number
}

type Defaults = Pick<ClusterWish, 'min' | 'max' | 'pauseAfter'>

/** Of the form, by kind: what tools for infrastructure begin with. */
export const defaultsOf: Record<ClusterKind, Defaults> = {
  v2: { min: '0.5', max: '16', pauseAfter: '300s' },
  v1: { min: '2', max: '16', pauseAfter: '300s' },
  provisioned: { min: '', max: '', pauseAfter: '' },
}

export const firstWish: ClusterWish = {
  endpoint: 'my-cluster',
  edition: 'mysql',
  kind: 'v2',
  ...defaultsOf.v2,
  class: 'db.r6g.large',
  readers: 0,
  hasPlace: true,
  sessions: 4,
  isViaProxy: false,
  idle: 0,
}

type Instances = Scenario['cluster']['instances']

const zones = ['b', 'a', 'c'] as const

function instancesOf({ kind, class: name, readers, hasPlace }: ClusterWish): Instances {
  const its = kind === 'provisioned' ? name : 'serverless'
  const writer: Instances = [{ id: 'w1', az: 'b', class: its }]
  if (kind === 'v1') return writer
  const more: Instances = Array.from({ length: readers }, (_, index) => ({
    id: `r${index + 1}`,
    az: zones[(index + 1) % 3]!,
    role: 'reader',
    class: its,
    tier: 1,
  }))
  const other = kind === 'provisioned' ? 'serverless' : name
  const place: Instances = hasPlace
    ? [{ id: 'w2', az: 'a', role: 'reader', class: other, tier: 0, spare: true }]
    : []
  return [...writer, ...more, ...place]
}

/** A number as it is written; the engine says what is wrong with any other. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function serverlessOf(wish: ClusterWish): Pick<Scenario['cluster'], 'serverless'> {
  const { kind, hasPlace, pauseAfter } = wish
  if (kind === 'provisioned' && !hasPlace) return {}
  if (kind === 'provisioned') return { serverless: { generation: 'v2', min: 0.5, max: 16 } }
  const range = { min: numberOf(wish.min), max: numberOf(wish.max) }
  return { serverless: { generation: kind, ...range, pauseAfter } }
}

const tables: NonNullable<Scenario['tables']> = [{ name: 'account', rows: 320, rowsPerPage: 8 }]

function workloadOf({ sessions, isViaProxy, idle }: ClusterWish): Scenario['workload'] {
  const shop = {
    id: 'shop',
    kind: 'sessions',
    on: 'cluster',
    ...(isViaProxy ? { via: 'proxy' as const } : {}),
    sessions,
    think: '500ms',
    transaction: { reads: 1, writes: 1 },
    keys: { table: 'account', pattern: 'uniform' },
  } as const
  const pool = { ...shop, id: 'idle-pool', sessions: idle, think: '100000h' }
  return idle > 0 ? [shop, pool] : [shop]
}

/** The scenario; it runs for an hour, at a speed that one chooses. */
export function scenarioOf(wish: ClusterWish): Scenario {
  return {
    version: 1,
    name: wish.endpoint,
    title: `The cluster behind ${wish.endpoint}`,
    question: 'What does this cluster do with the load that you give it?',
    cluster: {
      edition: wish.edition,
      instances: instancesOf(wish),
      ...serverlessOf(wish),
      volume: { protectionGroups: 1 },
    },
    tables,
    workload: workloadOf(wish),
    pace: [{ from: '0s', speed: '1' }],
    until: '1h',
  }
}
