/**
 * Writers under a saturating load: the whole measurement of the page, the time that it takes, and
 * the published figures over several seeds.
 */
import type { ScaleOutPoint } from '../../src/engine/contract/scaleOut.ts'
import { everything } from '../../src/engine/wings/everything.ts'
import { measureRun, measureScaleOut } from '../../src/engine/scaleout/measureScaleOut.ts'
import type { BenchRow, Finding } from '../finding.ts'

const shares = [0, 100_000, 300_000, 500_000]
const seeds = [1, 2, 3, 4, 5]

/** By share of common accesses: at least and at most, as multiples of the single master's. */
const goals = [
  { share: 0, least: 3.4, most: 4 },
  { share: 100_000, least: 0, most: 1.5 },
  { share: 300_000, least: 0, most: 1 },
  { share: 500_000, least: 0, most: 1 },
]

function whole(): Finding {
  const before = process.cpuUsage()
  const request = { seed: 1, writers: [1, 2, 3, 4], shares }
  const { points } = measureScaleOut(request, everything, () => undefined)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1_000_000
  const events = points.reduce((sum, point) => sum + point.events, 0)
  return {
    what: 'does it scale: the whole measurement',
    goal: '60 s of CPU time',
    found: `${seconds.toFixed(0)} s, ${points.length} runs, ${(events / 1e6).toFixed(1)} M events`,
    isMet: seconds < 60,
  }
}

function timesOf(share: number, seed: number): number {
  const run = (placement: ScaleOutPoint['placement']) =>
    measureRun({ placement, writers: 4, share, seed }, everything).committed
  return run('common') / run('single-master')
}

function calibrated({ share, least, most }: (typeof goals)[number]): Finding {
  const times = seeds.map(seed => timesOf(share, seed)).sort((one, other) => one - other)
  const [lowest = 0, , median = 0, , highest = 0] = times
  return {
    what: `four writers, ${share / 10_000} % common, ${seeds.length} seeds`,
    goal: least > 0 ? `${least} to ${most} x` : `below ${most} x`,
    found: `${median.toFixed(2)} x (${lowest.toFixed(2)} to ${highest.toFixed(2)})`,
    isMet: lowest >= least && highest < most,
  }
}

export const scaleOutRow: BenchRow = {
  id: 'scale-out',
  measure: () => [whole(), ...goals.map(calibrated)],
}
