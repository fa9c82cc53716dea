/** The load that is asked about: that of the run on the stage, as it stands, or a shape. */
import type { CurveShape } from '../../../engine/contract/demandCurve.ts'
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { DemandView } from '../../../engine/contract/serverlessView.ts'
import { timeText } from '../../widgets/readTime.ts'
import type { Load, LoadChoice } from './rangeStore.ts'

export const shapeNames: Record<CurveShape, string> = {
  constant: 'Constant',
  'day-and-night': 'Day and night',
  spikes: 'Spikes: 5 min in each hour',
  batch: 'Batch: an hour a night',
  'flash-sale': 'Flash sale: half an hour, once',
  'working-hours': 'Working hours: nine to five',
  ramp: 'Ramp: up within an hour, to stay',
  'random-walk': 'Random walk',
}

const connections = 40

/** Null when the run on the stage has no demand. */
export function loadOf(
  { shape, low, high }: LoadChoice,
  scenario: Scenario | undefined,
  view: DemandView | undefined,
): Load | null {
  if (shape !== 'own') return loadOfShape(shape, low, high)
  const own = scenario?.workload?.find(({ kind, id }) => kind === 'demand' && id === view?.id)
  if (view === undefined || own?.kind !== 'demand') return null
  const { id: _id, kind: _kind, on: _on, ...written } = own
  return view.isDrawn ? { ...drawnLoad(view), connections: own.connections ?? 1 } : written
}

export function loadOfShape(shape: CurveShape, low: number, high: number): Load {
  const curve = shape === 'constant' ? { shape, high } : { shape, low: Math.min(low, high), high }
  return { unit: 'ACU', curve, connections }
}

function drawnLoad({ unit, curve, repeatMicros }: DemandView): Load {
  return {
    unit,
    points: curve.map(([at, level]) => [timeText(at), level / 1_000_000]),
    ...(repeatMicros > 0 ? { repeat: timeText(repeatMicros) } : {}),
  }
}
