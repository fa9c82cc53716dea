/**
 * The figures of both sides at one instant: the run on the stage is asked for its report, the other
 * side for the report at that instant. I/Os and missed demand are known of the instant shown alone,
 * so they are told while both stand still there.
 */
import type { Frame } from '../../engine/contract/frame.ts'
import { useAsked } from '../store/useAsked.ts'
import { type Engine, engineStore } from '../store/engineStore.ts'
import { compareStore } from './compareStore.ts'
import { type FigureRow, figureRows } from './figureRows.ts'

export interface BothFigures {
  at: number
  rows: FigureRow[]
}

export function useBothFigures(): BothFigures | null {
  const wish = compareStore(state => state.wish)
  const stage = compareStore(state => state.stage)
  const isLate = compareStore(state => state.isLate)
  return useAsked(`${wish} ${stage} ${isLate}`, askBoth)
}

async function askBoth(engine: Engine): Promise<BothFigures> {
  const { engine: other, stage, isLate } = compareStore.getState()
  if (other === null || stage !== 'open' || isLate) throw new Error('there is no other side yet')
  const here = await engine.report()
  const there = await other.reportAt(here.at)
  const [mine, others] = await Promise.all([iosOf(engine, here.at), iosOf(other, here.at)])
  const isKnown = mine !== null && others !== null
  const lost = missedOf(engineStore.getState().frame, here.at)
  const lostThere = missedOf(compareStore.getState().frame, here.at)
  const rows = figureRows(
    { report: here, ios: isKnown ? mine : null, missed: lost },
    { report: there, ios: isKnown ? others : null, missed: lostThere },
  )
  return { at: here.at, rows }
}

/** Null when it stands at another instant by now. */
async function iosOf(engine: Engine, at: number): Promise<number | null> {
  const question = { prices: {}, backupGb: 0, usages: [], sizing: null }
  const { usage } = await engine.bill(question)
  return usage.at === at ? usage.ios : null
}

function missedOf(frame: Frame | null, at: number) {
  const demand = frame?.serverless?.demand ?? []
  if (frame?.at !== at || demand.length === 0) return null
  return {
    late: demand.reduce((sum, { late }) => sum + late, 0),
    refused: demand.reduce((sum, { refused }) => sum + refused, 0),
  }
}
