/** The curve that a fluid demand follows, as the page draws it: thinned where it is long. */
import type { DemandView } from '../../contract/serverlessView.ts'
import type { World } from '../world.ts'
import { curveOf } from './demandLevel.ts'

/** A frame is sent often. */
const mostShown = 100

export function viewCurve(
  world: World,
  index: number,
): Pick<DemandView, 'curve' | 'repeatMicros' | 'isDrawn'> {
  const { points, repeatMicros } = curveOf(world, index)
  const step = Math.ceil(points.length / mostShown)
  const shown = points.filter((_, place) => place % step === 0 || place === points.length - 1)
  return {
    curve: shown.map(({ at, level }) => [at, level]),
    repeatMicros,
    isDrawn: Boolean(world.serverless?.drawn?.[index]),
  }
}
