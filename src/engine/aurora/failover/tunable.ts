/** The tunables of readers and promotion; their defaults where a setup does not carry them. */
import type { World } from '../world.ts'

const defaults = {
  'failover.heartbeat': 1_000_000,
  'failover.misses': 3,
  'failover.roleChange': 12_000_000,
  'endpoint.dnsUpdate': 5_000_000,
  'endpoint.dnsTtl': 5_000_000,
  'replica.applyRecord': 5,
  'replica.dropRecord': 1,
} as const

export function tunable({ parameters }: World, name: keyof typeof defaults): number {
  return (parameters as Record<string, number>)[name] ?? defaults[name]
}
