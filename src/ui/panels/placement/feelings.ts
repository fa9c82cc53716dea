/** What an application feels, as phrases: rates over the last second, and what reached users. */
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import type { Phrase } from '../../../engine/contract/frame.ts'

const second = 1_000_000

/** A second, rounded to a tenth; 0 before anything could be counted. */
export function perSecond(count: number, windowMicros: number): number {
  if (windowMicros <= 0) return 0
  return Math.round((count * second * 10) / windowMicros) / 10
}

export function conflictsOf({ conflicts }: PlacedView['recent']): number {
  return Object.values(conflicts).reduce((sum, its) => sum + its, 0)
}

/** Why it was rolled back lately, the most frequent cause first. */
export function causesOf({ recent }: PlacedView, windowMicros: number): Phrase[] {
  return Object.entries(recent.conflicts)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([cause, count]) => ({
      key: `placement.cause.${cause}`,
      parameters: { rate: perSecond(count, windowMicros) },
    }))
}

/** Which instances it asks, and what came of it. */
export function checksOf(view: PlacedView, periodMicros: number): Phrase[] {
  const { checks, standby } = view
  if (checks === null) return [{ key: 'placement.checks.none', parameters: {} }]
  const instances = checks.map(({ instance }) => instance)
  const worst = checks.reduce((most, its) => (its.misses > most.misses ? its : most), checks[0]!)
  const phrases: Phrase[] = []
  if (worst === undefined || worst.misses === 0) {
    phrases.push({ key: 'placement.checks.well', parameters: { instances, periodMicros } })
  } else if (worst.isGone) {
    phrases.push({ key: 'placement.checks.gone', parameters: { gone: worst.instance } })
  } else {
    const parameters = { instances, periodMicros, gone: worst.instance, misses: worst.misses }
    phrases.push({ key: 'placement.checks.missed', parameters })
  }
  if (standby.length > 0) phrases.push({ key: 'placement.checks.standby', parameters: { standby } })
  return phrases
}
