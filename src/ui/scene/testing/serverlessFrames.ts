/** Frames of a serverless cluster, made by hand for the tests of the scene. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { CapacityView, ServerlessView } from '../../../engine/contract/serverlessView.ts'
import { exampleFrame } from './exampleFrame.ts'
import { v1Capacity } from './v1Frames.ts'

const second = 1_000_000

/** Growing: it has 9.5 ACU and memory wants 11. */
export function exampleCapacity(changes: Partial<CapacityView> = {}): CapacityView {
  return {
    id: 'w1',
    state: 'active',
    since: 0,
    reported: 9_500_000,
    exact: 9_700_000,
    min: 0,
    max: 16_000_000,
    target: 11_000_000,
    need: { cpu: 8_400_000, memory: 10_900_000, network: 200_000, floor: 500_000 },
    binding: 'memory',
    allowance: 4_100_000,
    allowanceMax: 16_000_000,
    busyPpm: 840_000,
    utilizationPpm: 520_000,
    lowMicros: 0,
    holdMicros: 60 * second,
    connections: 3,
    maxConnections: 2_000,
    idleMicros: 0,
    pauseAfterMicros: 300 * second,
    blockers: ['userConnections'],
    waking: 0,
    ...changes,
  }
}

const asleep: Partial<CapacityView> = {
  state: 'paused',
  reported: 0,
  exact: 0,
  target: 500_000,
  need: { cpu: 0, memory: 0, network: 0, floor: 0 },
  binding: 'floor',
  busyPpm: 0,
  utilizationPpm: 0,
  connections: 0,
  blockers: [],
}

const idle: Partial<CapacityView> = {
  ...asleep,
  state: 'active',
  reported: 2_000_000,
  exact: 2_000_000,
  target: 500_000,
  lowMicros: 23 * second,
  idleMicros: 130 * second,
}

export function serverlessFrame(changes: Partial<CapacityView>[] = [{}]): Frame {
  const frame = exampleFrame({ readers: changes.length - 1 })
  frame.at = 400 * second
  const serverless: ServerlessView = {
    instances: changes.map((change, index) => {
      const id = frame.instances[index]?.id ?? 'w1'
      return exampleCapacity({ ...change, id })
    }),
    demand: [
      {
        id: 'crowd',
        unit: 'tps',
        level: 1_275_000_000,
        isMoved: true,
        offered: 1_275_000_000,
        answered: 1_190_000_000,
        backlog: 412_000_000,
        late: 9_100,
        refused: 0,
        curve: [
          [0, 300_000_000],
          [3_600 * second, 1_500_000_000],
        ],
        repeatMicros: 0,
        isDrawn: false,
      },
    ],
    meter: {
      microAcuSeconds: 946_800_000,
      acuHours: '0.263',
      ios: 70,
      compute: '0.03156',
      storage: '0.000015',
      io: '0.000014',
      total: '0.031589',
      prices: { acuHour: 120_000, storageGbMonth: 100_000, ioMillion: 200_000 },
      isIoOptimized: false,
      pausedMicros: 0,
    },
  }
  for (const { id, state } of serverless.instances) {
    const instance = frame.instances.find(found => found.id === id)
    if (instance !== undefined && (state === 'paused' || state === 'resuming'))
      instance.status = state
  }
  return { ...frame, serverless }
}

/** Each makes a new frame, so that a test may spoil it further. */
export const serverlessSituations: Record<string, () => Frame> = {
  'grows with memory': () => serverlessFrame(),
  'the growth allowance is used up': () =>
    serverlessFrame([{ allowance: 0, max: 256_000_000, target: 200_000_000 }]),
  'needs more than it may have': () =>
    serverlessFrame([
      { max: 10_000_000, target: 10_000_000, reported: 10_000_000, exact: 10_000_000 },
    ]),
  'asleep for hours': () => serverlessFrame([{ ...asleep, since: -9_000 * second }]),
  'counts down to its pause': () => serverlessFrame([idle]),
  'wakes while three wait': () => serverlessFrame([{ ...asleep, state: 'resuming', waking: 3 }]),
  'as large as it gets': () =>
    serverlessFrame([
      {
        min: 128_500_000,
        max: 256_000_000,
        exact: 255_600_000,
        reported: 255_500_000,
        target: 256_000_000,
        need: { cpu: 255_900_000, memory: 0, network: 0, floor: 0 },
        binding: 'cpu',
        busyPpm: 1_000_000,
        utilizationPpm: 998_000,
        connections: 1_850,
        blockers: ['minAboveZero', 'userConnections', 'readerAwake', 'provisioned'],
      },
    ]),
  'Serverless v1, blocked': () => serverlessFrame([v1Capacity()]),
  'a writer and two readers': () => serverlessFrame([{}, idle, asleep]),
}
