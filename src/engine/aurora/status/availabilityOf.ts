/**
 * What an application felt since the start of the run: for how long it had no answer, what it will
 * never know, its errors, what it read that was old, and how it got over its last loss. The same
 * for one writer and for several. Rules W11, F17, F18.
 */
import type { ApplicationOutage, AvailabilityView } from '../../contract/availabilityView.ts'
import type { Micros } from '../../contract/units.ts'
import type { Application, Outage } from '../application.ts'
import type { World } from '../world.ts'
import { writeMicrosUntil } from './availability.ts'

const second = 1_000_000

export function availabilityOf(world: World): AvailabilityView {
  const applications = world.applications.map(application => outageOf(world, application))
  return {
    withoutWriterMicros: world.now - writeMicrosUntil(world, world.now),
    unknown: applications.reduce((sum, { unknown }) => sum + unknown, 0),
    undone: world.totals.undone,
    staleReads: applications.reduce((sum, { staleReads }) => sum + staleReads, 0),
    worstStaleMicros: Math.max(0, ...applications.map(({ worstStaleMicros: worst }) => worst)),
    applications,
  }
}

function outageOf({ now }: World, application: Application): ApplicationOutage {
  const { id, downMicros, downSince, lost, errorCounts, outage } = application
  const { staleReads, worstStaleMicros } = application
  return {
    id,
    downMicros: downMicros + (downSince < 0 ? 0 : now - downSince),
    unknown: lost,
    errors: { ...errorCounts },
    staleReads,
    worstStaleMicros,
    recovery: outage && {
      at: outage.at,
      pacePpm: outage.pacePpm,
      tookMicros: recoveryMicros(outage, now),
    },
  }
}

/** W11: the end of the first whole second with nine tenths of the answers of before. */
function recoveryMicros({ at, pacePpm, answers }: Outage, now: Micros): Micros | null {
  const whole = Math.floor((now - at) / second)
  const first = answers.findIndex(
    (count, index) => index < whole && count * 10 * second >= pacePpm * 9,
  )
  return first < 0 ? null : (first + 1) * second
}
