/**
 * One scenario on another cluster: who writes, how many copies, what a read waits for.
 * Applications, tables and script stay; where an application goes is changed only as far as the
 * other cluster has no such place. Rule A2.
 */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'
import type { ReadMode } from '../contract/commands.ts'
import { serverlessClass } from '../formats/instanceClass.ts'

type Cluster = Scenario['cluster']
type Instance = Cluster['instances'][number]
type Workload = NonNullable<Scenario['workload']>[number]

/** Two are enough for conflicts: a cluster of one instance gets a second writer. */
const leastWriters = 2
const zones = ['a', 'b', 'c'] as const

export function toMultiMaster(scenario: Scenario): Scenario {
  const { serverless: _, endpoints: __, ...cluster } = scenario.cluster
  const instances = cluster.instances.filter(its => its.spare !== true).map(asWriter)
  const named = new Set(instances.map(({ id }) => id))
  while (instances.length < leastWriters) instances.push(anotherWriter(instances, named))
  return {
    ...scenario,
    cluster: { ...cluster, topology: 'multi-master', instances },
    workload: (scenario.workload ?? []).map(its => askWriters(its, named)),
  }
}

function asWriter({ id, az, class: name }: Instance): Instance {
  return { id, az, ...(name && name !== serverlessClass ? { class: name } : {}) }
}

/** Like the first, in the zone behind its own. */
function anotherWriter([first]: Instance[], taken: ReadonlySet<string>): Instance {
  const az = zones[(zones.indexOf(first?.az ?? 'a') + 1) % zones.length]!
  const id = ['w2', 'w3'].find(name => !taken.has(name))!
  return { ...first!, id, az }
}

/** Who named no single instance of several goes to each writer in turn. */
function askWriters(workload: Workload, named: ReadonlySet<string>): Workload {
  if (workload.kind === 'demand') return workload
  const { via: _, ...its } = workload
  const isNamed = named.size > 1 && its.on !== undefined && named.has(its.on)
  return isNamed ? its : { ...its, on: 'round-robin' }
}

export function toSingleMaster(scenario: Scenario): Scenario {
  const { endpoints: _, ...cluster } = scenario.cluster
  const instances = cluster.instances.map((its, place): Instance => {
    return { ...its, role: place === 0 ? 'writer' : 'reader' }
  })
  return {
    ...scenario,
    cluster: { ...cluster, topology: 'single-master', instances },
    workload: (scenario.workload ?? []).map(askOneWriter),
  }
}

/** There is one place where anything can be written. */
function askOneWriter(workload: Workload): Workload {
  if (workload.kind === 'demand') return workload
  const { mode: _, healthCheck: __, ...its } = workload
  return { ...its, on: 'cluster' }
}

/** 4 of 6 and 3 of 6, or 2 of 3: with three copies there are no tail segments. */
export function withCopies(scenario: Scenario, copies: 3 | 6): Scenario {
  const { volume, parameters, ...cluster } = scenario.cluster
  const { segments, ...rest } = volume ?? {}
  const [write, read] = copies === 3 ? [2, 2] : [4, 3]
  const kept = copies === 6 && segments ? { segments } : {}
  return {
    ...scenario,
    cluster: {
      ...cluster,
      volume: { ...rest, ...kept },
      parameters: {
        ...parameters,
        'quorum.copies': copies,
        'quorum.write': write,
        'quorum.read': read,
      },
    },
  }
}

export function withReadMode(scenario: Scenario, mode: ReadMode): Scenario {
  return {
    ...scenario,
    workload: (scenario.workload ?? []).map(its => {
      return its.kind === 'sessions' ? ({ ...its, mode } satisfies SessionsWorkload) : its
    }),
  }
}
