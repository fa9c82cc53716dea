/**
 * Draws another curve for a fluid demand, which it follows from now on, also when a level was set
 * before; or gives it back its own. Rules S6 and S30.
 */
import type { Reason } from '../../contract/commands.ts'
import type { ResolvedCurve, WrittenPoint } from '../../contract/demandCurve.ts'
import type { DurationText, Micros } from '../../contract/units.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { curveOf, levelAt } from './demandLevel.ts'
import { mostLevel } from './setDemand.ts'

/** Durations are read by whoever knows how people write them. */
export type ReadDuration = (text: DurationText | undefined) => Micros | null

export function createSetCurve(readDuration: ReadDuration): Verb<'SetCurve'> {
  return {
    validate: (world, command) => problemWith(world, command, readDuration),
    give({ world, cause }, { workload, points, repeat }) {
      const { setup, serverless } = world
      const index = setup.demand.findIndex(({ id }) => id === workload)
      const demand = serverless!.demands[index]!
      serverless!.drawn ??= setup.demand.map(() => null)
      serverless!.drawn[index] =
        points === null ? null : resolve(points, readDuration(repeat) ?? 0, readDuration)
      demand.movedTo = -1
      demand.level = levelAt(curveOf(world, index), world.now)
      demand.fact = cause
    },
  }
}

function resolve(points: WrittenPoint[], repeatMicros: Micros, read: ReadDuration): ResolvedCurve {
  const resolved = points.map(([at, level]) => ({
    at: read(at) ?? 0,
    level: Math.floor(level * 1_000_000 + 0.5),
  }))
  return { points: resolved, repeatMicros }
}

function problemWith(
  { setup }: World,
  { workload, points, repeat }: Given<'SetCurve'>,
  read: ReadDuration,
): Reason | null {
  const demand = setup.demand.find(({ id }) => id === workload)
  if (!demand) return { key: 'reason.unknownDemand', parameters: { workload: `${workload}` } }
  if (points === null) return null
  if (points.length === 0) return { key: 'reason.curveEmpty', parameters: { workload } }
  const max = mostLevel[demand.unit]
  const high = points.find(([, level]) => !(level >= 0 && level <= max))
  if (high) {
    const parameters = { workload, level: `${high[1]}`, unit: demand.unit, max }
    return { key: 'reason.demandLevel', parameters }
  }
  return orderProblem(workload, points, repeat, read)
}

/** Instants rise, and the curve ends before it begins again. */
function orderProblem(
  workload: string,
  points: WrittenPoint[],
  repeat: DurationText | undefined,
  read: ReadDuration,
): Reason | null {
  let before = -1
  for (const [at] of points) {
    const micros = read(at) ?? -1
    if (micros <= before) return { key: 'reason.curveOrder', parameters: { workload, at } }
    before = micros
  }
  if (repeat === undefined || (read(repeat) ?? 0) >= before) return null
  return { key: 'reason.curveRepeat', parameters: { workload, repeat, at: points.at(-1)![0] } }
}
