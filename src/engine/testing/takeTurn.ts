/**
 * What happens in a random story: any cluster within its ranges, and turns in which things break,
 * heal, slow down, or the work changes, in any company and for any while.
 */
import type { FaultKind } from '../contract/faults.ts'
import { catalogue } from '../faults/catalogue.ts'
import { describeFaults } from '../faults/describeFaults.ts'
import { type Cast, type Cluster, give, run } from './startCluster.ts'

export interface Turn {
  what: FaultKind | 'HealAll' | 'SetWorkload' | 'ReplaceSegment' | 'ChangeQuorum'
  /** Which of its targets, and how strong. */
  target: number
  strength: number
  /** For how long one then waits. */
  micros: number
}

export interface Story {
  cast: Cast
  turns: Turn[]
}

/** The same fault once more heals it. */
export function takeTurn(cluster: Cluster, { what, target, strength, micros }: Turn): void {
  if (what === 'HealAll') give(cluster, { do: 'HealAll' })
  else if (what === 'SetWorkload') {
    const think = `${[1, 2, 5, 20, 100, 900][strength]}ms`
    give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: target % 30, think })
  } else if (what === 'ReplaceSegment') {
    const segments = cluster.simulation.world.groups.flatMap(group => group.segments)
    give(cluster, { do: what, segment: segments[target % segments.length]!.id })
  } else if (what === 'ChangeQuorum') {
    give(cluster, { do: what, model: target % 2 === 0 ? '3/4' : '4/6' })
  } else toggle(cluster, what, { target, strength })
  run(cluster, micros)
}

function toggle(
  cluster: Cluster,
  fault: FaultKind,
  { target, strength }: Pick<Turn, 'target' | 'strength'>,
) {
  const targets = targetsOf(cluster, fault)
  if (targets.length === 0 || (fault === 'NodeLoss' && isDataAtRisk(cluster))) return
  const aim = { fault, target: targets[target % targets.length]! }
  const ratio = [0.01, 0.1, 0.3, 0.6, 0.9, 1][strength]!
  const factor = [1.5, 3, 20, 100, 500, 1000][strength]!
  const { parameters } = catalogue[fault]
  const known = parameters.map(({ name }) => name)
  const more = {
    ...(known.includes('ratio') ? { ratio } : {}),
    ...(known.includes('factor') ? { factor } : {}),
  }
  if (give(cluster, { do: 'InjectFault', ...aim, ...more }).accepted) return
  give(cluster, { do: 'HealFault', ...aim })
}

/** Nothing is promised when more disks are lost than a read set can spare. */
function isDataAtRisk({ simulation }: Cluster): boolean {
  const { faults, membership } = simulation.world
  const isRepairing = membership?.groups.some(({ uncounted }) => uncounted !== 0) ?? false
  return isRepairing || faults.some(({ fault }) => fault === 'NodeLoss')
}

/** Links between any two, in every form. */
function targetsOf({ simulation }: Cluster, fault: FaultKind): string[] {
  const { world } = simulation
  const { nodes, zones, instances, applications } = world
  const names = (things: { id: string }[]) => things.map(({ id }) => id)
  if (fault !== 'LinkCut' && fault !== 'PacketLoss') {
    return describeFaults(world).find(kind => kind.fault === fault)?.targets ?? []
  }
  const machines = [...names(instances), ...names(nodes), ...names(zones)]
  const ends = fault === 'LinkCut' ? [...machines, ...names(applications)] : machines
  const links = ends.flatMap(one => {
    const others = ends.filter(other => other !== one)
    const weight = one === 'w1' ? 3 : 1
    return Array(weight)
      .fill(others.flatMap(other => [`${one}>${other}`, `${one}<>${other}`]))
      .flat()
  })
  return fault === 'PacketLoss' ? ['network', ...links] : links
}
