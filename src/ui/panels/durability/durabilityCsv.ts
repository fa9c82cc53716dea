/** The answer as comma-separated values: a line for each scheme, time and measure. */
import type { DurabilityCurve, FailureTimes } from '../../../engine/contract/durability.ts'

const second = 1_000_000
const heads = [
  'scheme,measure,unit,segment_mttf_s,repair_s,zone_mtbf_s,zone_outage_s,closed_form,markov_chain',
  'histories_mean,histories_half_width_95,histories,histories_with_it',
].join(',')

const units = { stalled: 'share_of_time', lost: 'a_year' } as const

export function durabilityCsv(
  curves: readonly DurabilityCurve[],
  times: FailureTimes,
  along: keyof FailureTimes,
): string {
  const lines = curves.flatMap(({ scheme, points }) =>
    points.flatMap(point =>
      (['lost', 'stalled'] as const).map(measure => {
        const its: FailureTimes = { ...times, [along]: point.at }
        const { closed, markov, sampled } = point[measure]
        const all = [its.segmentMttf, its.repair, its.zoneMtbf, its.zoneOutage]
        const drawn =
          sampled === null
            ? ['', '', '', '']
            : [sampled.mean, sampled.halfWidth, sampled.histories, sampled.hits]
        const seconds = all.map(micros => micros / second)
        const figures = [closed, markov, ...drawn].map(short)
        return [scheme, measure, units[measure], ...seconds, ...figures].join(',')
      }),
    ),
  )
  return `${[heads, ...lines].join('\n')}\n`
}

/** Six digits that count. */
function short(value: number | string): number | string {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
