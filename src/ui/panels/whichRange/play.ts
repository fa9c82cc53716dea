/** Has the laboratory play the load for one choice after the other; rows come as they end. */
import type { CurveShape } from '../../../engine/contract/demandCurve.ts'
import type {
  RangeChoice,
  RangeRow,
  WhichRangeAnswer,
} from '../../../engine/contract/whichRange.ts'
import { type LabTask, openLab } from '../../engine/openLab.ts'
import { announce } from '../../store/announce.ts'
import { engineStore } from '../../store/engineStore.ts'
import { gridAround, keyOf } from './figures.ts'
import { loadOf, loadOfShape, shapeNames } from './loadOf.ts'
import { type Load, type RangeState, rangeStore } from './rangeStore.ts'

/** A day: the prices are told for it. */
const until = '1d'

let task: LabTask<WhichRangeAnswer> | null = null

export function presentLoad(): Load | null {
  const { opened, frame } = engineStore.getState()
  return loadOf(rangeStore.getState().load, opened?.scenario, frame?.serverless?.demand[0])
}

export function rangeChosen({ min, max, pauseAfter }: RangeState): RangeChoice {
  return { kind: 'range', min, max, pauseAfter }
}

function fixedChosen(state: RangeState): RangeChoice {
  return { kind: 'fixed', class: state.class }
}

/** The range that was chosen, and the instance. */
export function playChosen(lab = openLab()): Promise<void> {
  const state = rangeStore.getState()
  return playAll([rangeChosen(state), fixedChosen(state)], lab)
}

/** Ranges around it as well; what was played already is not played again. */
export function playGrid(lab = openLab()): Promise<void> {
  const state = rangeStore.getState()
  const played = new Set(state.rows.map(({ choice }) => keyOf(choice)))
  const wanted = [
    rangeChosen(state),
    fixedChosen(state),
    ...gridAround(state.max, state.pauseAfter),
  ]
  const kept = new Map(wanted.map(choice => [keyOf(choice), choice]))
  return playAll(
    [...kept].filter(([key]) => !played.has(key)).map(([, choice]) => choice),
    lab,
  )
}

async function playAll(choices: RangeChoice[], lab: ReturnType<typeof openLab>): Promise<void> {
  const load = presentLoad()
  if (load === null) return
  await run(choices, load, lab, ({ done, all, row }) => {
    const others = rangeStore
      .getState()
      .rows.filter(({ choice }) => keyOf(choice) !== keyOf(row.choice))
    rangeStore.setState({ done, all, rows: [...others, row] })
  })
}

/** The chosen range and the instance under every shape. */
export async function playShapes(lab = openLab()): Promise<void> {
  const state = rangeStore.getState()
  const { low, high } = state.load
  const names = Object.keys(shapeNames) as CurveShape[]
  rangeStore.setState({ shapes: [] })
  for (const [index, shape] of names.entries()) {
    const pair: RangeRow[] = []
    const choices = [rangeChosen(state), fixedChosen(state)]
    const isDone = await run(choices, loadOfShape(shape, low, high), lab, ({ row }) => {
      pair.push(row)
      const [range, fixed] = pair
      rangeStore.setState({ done: 2 * index + pair.length, all: 2 * names.length })
      if (!range || !fixed) return
      rangeStore.setState({ shapes: [...rangeStore.getState().shapes, { shape, range, fixed }] })
    })
    if (!isDone) return
  }
}

type Tell = (news: { done: number; all: number; row: RangeRow }) => void

/** True when all of it was played. */
async function run(
  choices: RangeChoice[],
  load: Load,
  lab: ReturnType<typeof openLab>,
  tell: Tell,
): Promise<boolean> {
  task?.callOff()
  const { connectTimeout } = rangeStore.getState()
  rangeStore.setState({ state: 'running', problem: '' })
  if (rangeStore.getState().shapes.length === 0)
    rangeStore.setState({ done: 0, all: choices.length })
  const own = lab.whichRange({ seed: 1, load, connectTimeout, until, choices }, news => {
    if (task === own) tell(news)
  })
  task = own
  try {
    const answer = await own.answer
    if (task !== own) return false
    rangeStore.setState({ state: answer === null ? 'calledOff' : 'done' })
    if (answer !== null) announce('The day has been played.')
    return answer !== null
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (task === own) rangeStore.setState({ state: 'failed', problem })
    return false
  }
}

/** What was played so far stays. */
export function callOff(): void {
  task?.callOff()
}
