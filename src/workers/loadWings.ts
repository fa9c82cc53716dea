/** Loads the wings that a cluster needs; the bundler makes a file of its own of each. */
import type { Wing, wingsOf } from '../engine/index.ts'

type WingId = ReturnType<typeof wingsOf>[number]

const loaders: Record<WingId, () => Promise<Wing>> = {
  multiMaster: async () => (await import('../engine/wings/multiMasterWing.ts')).multiMasterWing,
  serverless: async () => (await import('../engine/wings/serverlessWing.ts')).serverlessWing,
  serverlessV1: async () => (await import('../engine/wings/serverlessV1Wing.ts')).serverlessV1Wing,
  bothGenerations: async () =>
    (await import('../engine/wings/bothGenerationsWing.ts')).bothGenerationsWing,
  proxy: async () => (await import('../engine/wings/proxyWing.ts')).proxyWing,
  routing: async () => (await import('../engine/wings/routingWing.ts')).routingWing,
  modify: async () => (await import('../engine/wings/modifyWing.ts')).modifyWing,
  failover: async () => (await import('../engine/wings/failoverWing.ts')).failoverWing,
}

/** Those of `needed` that are not among `known`. */
export function loadWings(needed: WingId[], known: readonly Wing[]): Promise<Wing[]> {
  const missing = needed.filter(id => !known.some(wing => wing.id === id))
  return Promise.all(missing.map(id => loaders[id]()))
}
