/** What a cluster has cost up to an instant, in dollars, as a number to draw; rules B2, B3, B7. */
import { costOf } from '../aurora/billing/costOf.ts'
import type { Setup } from '../contract/scenario.ts'

/** `groupMicros`: protection groups times microseconds. */
export function dollarsAt(
  setup: Setup,
  groupMicros: number,
  microAcuSeconds: number,
  ios: number,
): number {
  return costOf(setup, { groupMicros, microAcuSeconds, ios }).total / 1_000_000_000
}
