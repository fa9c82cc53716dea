/** Random stories under mixtures of choices: whatever is chosen, one truth and no law broken. */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { ParameterName } from '../../../contract/parameters.ts'
import { playOn, setMmStage, tellMm } from '../../../testing/mmStage.ts'
import type { MmCast, MmStage } from '../../../testing/mmStage.ts'

const choices: ParameterName[] = [
  'multiMaster.choiceErrorAfterUndo',
  'multiMaster.choiceSurvivorsUndo',
  'multiMaster.choiceProbeFailsFast',
  'multiMaster.choiceOwnedRowWaits',
  'multiMaster.choiceDdlRefuses',
  'multiMaster.choiceCausalRedo',
  'multiMaster.choiceRefusedStays',
]

const turns = fc.array(
  fc.record({
    kind: fc.constantFrom('crash', 'crash', 'zone', 'node', 'cut', 'loss', 'heal', 'ddl'),
    which: fc.nat(5),
    micros: fc.integer({ min: 1_000, max: 700_000 }),
  }),
  { minLength: 1, maxLength: 7 },
)

type Turn = NonNullable<ReturnType<typeof turns.generate>>['value'][number]

function castOf(seed: number, mixture: number): MmCast {
  const chosen = choices.filter((_, index) => (mixture >>> index) & 1)
  return {
    seed,
    writers: 2 + (seed % 3),
    groups: 1 + (seed % 2),
    rows: 48,
    parameters: {
      'network.jitter': 200_000,
      'multiMaster.replicationJitter': 10_000,
      'failover.heartbeat': 200_000,
      'instance.lockWaitTimeout': 1_500_000,
      'storage.gossipPeriod': 50_000,
      'client.connectTimeout': 300_000,
      ...Object.fromEntries(chosen.map(name => [name, 1])),
    },
    workload: [0, 1, 2].map(index => ({
      id: `t${index}`,
      on: `w${1 + (index % 2)}`,
      kind: 'sessions' as const,
      route: index === 2 ? ('round-robin' as const) : ('instance' as const),
      mode: index === 1 ? ('REGIONAL_RAW' as const) : ('INSTANCE_RAW' as const),
      sessions: 2,
      thinkMicros: 40_000,
      reads: 1,
      writes: 2,
    })),
  }
}

/** What cannot be done now is refused and leaves no trace. */
function take(stage: MmStage, { kind, which, micros }: Turn): void {
  const writer = `w${1 + (which % 2)}`
  const inject = { do: 'InjectFault' } as const
  const commands = {
    crash: { ...inject, fault: 'InstanceCrash', target: writer },
    zone: { ...inject, fault: 'AzOutage', target: `az-${'abc'[which % 3]}` },
    node: { ...inject, fault: 'NodeCrash', target: `node-${'abc'[which % 3]}1` },
    cut: { ...inject, fault: 'LinkCut', target: 'w1<>w2' },
    loss: { ...inject, fault: 'PacketLoss', target: 'network', ratio: 0.1 },
    heal: { do: 'HealAll' },
    ddl: { do: 'RunDdl', on: writer, table: 'account' },
  } as const
  try {
    tellMm(stage, commands[kind])
  } catch {
    expect(stage.simulation.broken).toBeNull()
  }
  playOn(stage, micros)
}

test.prop([fc.integer({ min: 1, max: 1_000 }), fc.nat(127), turns], { numRuns: 5 })(
  'T18: by any choice laws hold whatever breaks, and healed all goes on to one truth',
  (seed, mixture, story) => {
    const stage = setMmStage(castOf(seed, mixture))
    for (const turn of story) take(stage, turn)
    tellMm(stage, { do: 'HealAll' })
    playOn(stage, 3_500_000)
    const { mm, simulation } = stage
    const before = simulation.world.totals.committed
    playOn(stage, 1_000_000)
    expect(simulation.world.totals.committed - before).toBeGreaterThan(3)
    expect(mm.writers.every(({ status }) => status === 'online')).toBe(true)
    for (const { id } of simulation.world.applications) {
      tellMm(stage, { do: 'SetWorkload', workload: id, sessions: 0 })
    }
    playOn(stage, 3_500_000)
    expect(mm.transactions.filter(({ serial }) => serial > 0)).toEqual([])
    expect(mm.segments.flatMap(({ open }) => open)).toEqual([])
    expect(mm.survival.questions).toEqual([])
    expect(mm.ddl.asks).toEqual([])
    expect(mm.ddl.table).toBe(-1)
    for (const copy of mm.versions) expect(Array.from(copy)).toEqual(Array.from(mm.pages.version))
    expect(mm.changes.free.length).toBe(mm.changes.row.length)
  },
)
