/** Frames of Serverless v2 beside its control loop, made by hand for tests of scene and panel. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { V2ClusterView, V2View } from '../../../engine/contract/serverlessV2.ts'
import { serverlessFrame } from './serverlessFrames.ts'

const acu = 1_000_000

const exampleV2: V2View = {
  acuUtilizationPpm: 590_000,
  cpuUtilizationPpm: 520_000,
  freeableBytes: 21_400_000_000,
  afterReboot: null,
  pool: { held: 30, room: 36, wanted: 40, bytes: 12_200_000_000 },
  shortMicros: 0,
  isIncompatible: false,
  stop: null,
  migration: null,
}

const exampleCluster: V2ClusterView = {
  platform: 4,
  features: ['globalPrimary'],
  offered: ['performanceInsights', 'globalPrimary', 'binlogReplication'],
  floor: 8 * acu,
  stop: null,
  hosts: [
    { id: 'b-host-1', others: 100 * acu, ours: [{ id: 'w1', reserved: 10 * acu }], isHot: true },
    { id: 'b-host-2', others: 84 * acu, ours: [], isHot: false },
  ],
  hostSize: 128 * acu,
  heatAt: 102.4 * acu,
  migrations: 1,
  scaleUps: 12,
}

/** One writer, and what is different of it and of its cluster. */
export function v2Frame(
  changes: Partial<V2View> = {},
  cluster: Partial<V2ClusterView> = {},
): Frame {
  const frame = serverlessFrame([{ v2: { ...exampleV2, ...changes } }])
  frame.serverless!.v2 = { ...exampleCluster, ...cluster }
  return frame
}
