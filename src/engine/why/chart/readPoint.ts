/** Reads the subject that names a point of a chart; null when it names none. */
import type { AskedChart, AskedLine, AskedPoint } from '../../contract/chartPoint.ts'
import type { SubjectId } from '../../contract/ids.ts'

const charts: Record<AskedChart, true> = {
  commits: true,
  latency: true,
  capacity: true,
  cost: true,
  down: true,
  conflicts: true,
  lag: true,
  points: true,
}

export function readPoint(subject: SubjectId): AskedPoint | null {
  const [kind, stretch = '', ...texts] = subject.split(':')
  const [, from, to] = /^(\d+)-(\d+)$/.exec(stretch) ?? []
  if (kind !== 'point' || from === undefined || to === undefined) return null
  const lines = texts.map(readLine).filter(line => line !== null)
  const isStretch = Number(to) > Number(from)
  return isStretch && lines.length > 0 ? { from: Number(from), to: Number(to), lines } : null
}

function readLine(text: string): AskedLine | null {
  const [chart = '', ...name] = text.split('/')
  return Object.hasOwn(charts, chart) ? { chart: chart as AskedChart, name: name.join('/') } : null
}
