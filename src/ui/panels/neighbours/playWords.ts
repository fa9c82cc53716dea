/** A played script in sentences, for those who do not see its picture, and in short under it. */
import type {
  NeighbourPlay,
  NeighbourSession,
  PlayedStep,
} from '../../../engine/contract/neighbour.ts'

const past = { read: 'reads', write: 'changes', commit: 'commits' } as const

function stepWords({ session, do: does, row, from, to, fate }: PlayedStep): string {
  const what = row === null ? past[does] : `${past[does]} row ${row}`
  if (fate === 'lost') return `${session} ${what} and loses`
  if (fate === 'skipped') return `${session} has been rolled back`
  if (fate === 'unknown') return `what becomes of it when ${session} ${what} is not published`
  return to > from ? `${session} waits, then ${what}` : `${session} ${what}`
}

export function playWords({ steps }: NeighbourPlay): string {
  return steps.map(stepWords).join('; ')
}

/** What the script came to. */
export function outcomeWords({ steps }: NeighbourPlay): string {
  const commits = steps.filter(step => step.do === 'commit')
  if (commits.some(({ fate }) => fate === 'unknown')) return 'Not published how this ends.'
  const losers = commits.filter(({ fate }) => fate !== 'done').map(({ session }) => session)
  const waited = steps.filter(({ from, to }) => to > from).map(({ session }) => session)
  return `${lossWords(losers)}${waitWords(waited)}`
}

function lossWords(losers: NeighbourSession[]): string {
  if (losers.length === 0) return 'Both commit.'
  return losers.length === 1 ? `${losers[0]} is rolled back.` : 'Both are rolled back.'
}

function waitWords(waited: NeighbourSession[]): string {
  const names = [...new Set(waited)]
  return names.length === 0 ? ' Nobody waits.' : ` ${names.join(' and ')} waited.`
}
