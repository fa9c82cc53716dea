/** How far the new instance has come from the warm pool, 0 to 1; null = none is on its way. */
import type { V1View } from '../../../engine/contract/serverlessV1.ts'

/** The default of `serverlessV1.attach`; a longer one stands at the pool until then. */
const usualMicros = 15_000_000

export function attachShare({ search }: V1View): number | null {
  if (search === null || (search.isPoolEmpty && search.attachLeftMicros > 0)) return null
  return 1 - Math.min(1, search.attachLeftMicros / usualMicros)
}
