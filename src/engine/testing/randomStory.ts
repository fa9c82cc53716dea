/**
 * Random stories for property tests: any cluster within its ranges, and turns in which things
 * break, heal, slow down, or the work changes, in any company and for any while.
 */
import fc from 'fast-check'
import type { FaultKind } from '../contract/faults.ts'
import { type Cast, type Cluster, give, run } from './startCluster.ts'

export interface Turn {
  what: FaultKind | 'HealAll' | 'SetWorkload'
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

const parameters: fc.Arbitrary<NonNullable<Cast['parameters']>> = fc.record(
  {
    'instance.bufferPoolPages': fc.constantFrom(1, 4, 16, 30),
    'instance.redoPerRow': fc.constantFrom(1, 7),
    'instance.redoPerCommit': fc.constantFrom(2, 10),
    'network.duplication': fc.constantFrom(0.05, 0.5),
    'network.loss': fc.constantFrom(0.02, 0.2),
    'network.jitter': fc.constantFrom(0, 1),
    'network.tailProbability': fc.constant(0.1),
    'network.resendFirst': fc.constantFrom('1ms', '200ms'),
    'network.resendMax': fc.constantFrom('20ms', '2s'),
    'storage.lsnAllocationLimit': fc.constantFrom(50, 400, 5000),
    'storage.gossipPeriod': fc.constantFrom('2ms', '1s'),
    'storage.gossipFanout': fc.constantFrom(3, 5),
    'storage.persist': fc.constantFrom('0ms', '5ms'),
    'storage.boxcarStart': fc.constantFrom('0us', '3ms'),
    'storage.fleetPerAz': fc.constantFrom(2, 5),
    'storage.probeRate': fc.constantFrom(0, 1),
    'storage.hedgeMin': fc.constantFrom('0ms', '20ms'),
    'client.connectTimeout': fc.constantFrom('100ms', '1s'),
    'client.retryCap': fc.constantFrom('20ms', '1s'),
  },
  { requiredKeys: [] },
)

const cast: fc.Arbitrary<Cast> = fc.record({
  seed: fc.nat(1_000_000),
  groups: fc.constantFrom(1, 2, 3, 7, 12),
  zone: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  sessions: fc.constantFrom(1, 3, 12, 40),
  think: fc.constantFrom('500us', '5ms', '50ms'),
  reads: fc.nat(3),
  writes: fc.nat(3),
  pattern: fc.constantFrom('uniform' as const, 'hot' as const, 'sequential' as const),
  parameters,
})

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom<Turn['what'][]>(
    'NodeCrash',
    'NodeCrash',
    'InstanceCrash',
    'AzOutage',
    'LinkCut',
    'LinkCut',
    'SlowNode',
    'PacketLoss',
    'SetWorkload',
    'HealAll',
  ),
  target: fc.nat(10_000),
  strength: fc.nat(5),
  micros: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_600_000 })),
})

export function storyOf(turns: number): fc.Arbitrary<Story> {
  return fc.record({ cast, turns: fc.array(turn, { minLength: 2, maxLength: turns }) })
}

/** The same fault once more heals it. */
export function takeTurn(cluster: Cluster, { what, target, strength, micros }: Turn): void {
  if (what === 'HealAll') give(cluster, { do: 'HealAll' })
  else if (what === 'SetWorkload') {
    const think = `${[1, 2, 5, 20, 100, 900][strength]}ms`
    give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: target % 30, think })
  } else toggle(cluster, what, { target, strength })
  run(cluster, micros)
}

function toggle(
  cluster: Cluster,
  fault: FaultKind,
  { target, strength }: Pick<Turn, 'target' | 'strength'>,
) {
  const targets = targetsOf(cluster, fault)
  const aim = { fault, target: targets[target % targets.length]! }
  const ratio = [0.01, 0.1, 0.3, 0.6, 0.9, 1][strength]!
  const factor = [1.5, 3, 20, 100, 500, 1000][strength]!
  const more = fault === 'PacketLoss' ? { ratio } : fault === 'SlowNode' ? { factor } : {}
  if (give(cluster, { do: 'InjectFault', ...aim, ...more }).accepted) return
  give(cluster, { do: 'HealFault', ...aim })
}

/** Links between any two, in every form. */
function targetsOf({ simulation }: Cluster, fault: FaultKind): string[] {
  const { nodes, zones, instances, applications } = simulation.world
  const names = (things: { id: string }[]) => things.map(({ id }) => id)
  if (fault === 'NodeCrash' || fault === 'SlowNode') return names(nodes)
  if (fault === 'InstanceCrash') return names(instances)
  if (fault === 'AzOutage') return names(zones)
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
