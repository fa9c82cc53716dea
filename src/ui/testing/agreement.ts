/**
 * Do all places that tell a number of one instant tell the same one? The stage (its words and its
 * lines), the inspector's rows, the ruler, the charts, the report and the bill are held against
 * each other; what differs is returned as sentences.
 */
import type { BillAnswer } from '../../engine/contract/bill.ts'
import type { Frame, GroupView } from '../../engine/contract/frame.ts'
import type { Report } from '../../engine/contract/report.ts'
import type { ChartSeries } from '../../workers/api.ts'
import { formatAcu } from '../../words/formatAcu.ts'
import { formatDollars } from '../../words/formatDollars.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { describeState } from '../panels/why/describeState.ts'
import { rulerMarks } from '../panels/volume/rulerMarks.ts'
import { volumeSubject } from '../panels/volume/volumeSubject.ts'
import type { LaneShape } from '../scene/multimaster/laneShapes.ts'
import type { ColumnShape } from '../scene/shapes/columnShape.ts'

export interface Evidence {
  frame: Frame
  /** What the stage says, by what it is about. */
  labels: readonly { id: string; text: string; y: number }[]
  columns: readonly ColumnShape[]
  /** One for each writer in each copy; none with one writer. */
  lanes: readonly LaneShape[]
  bracket: { path: string; vdl: string }
  report: Report
  /** From the start to the instant, a bin as narrow as it is kept. */
  chart: ChartSeries
  bill: BillAnswer
  /** Transactions that changed something and were told as committed. */
  changes: number
}

type Check = (evidence: Evidence) => string[]

/** A sentence when two places tell different things of one. */
function same(what: string, one: unknown, other: unknown): string[] {
  const [here, there] = [JSON.stringify(one), JSON.stringify(other)]
  return here === there ? [] : [`${what}: ${here} and ${there}`]
}

function saysOnStage({ labels }: Evidence, what: string, text: string): string[] {
  return labels.some(label => label.text.includes(text))
    ? []
    : [`the stage has no "${text}": ${what}`]
}

/** Of a bin that is not over there is no sample yet. */
function lastOf<Value>(values: readonly (Value | null)[] | undefined): Value | undefined {
  return values?.findLast(value => value !== null) ?? undefined
}

/** A sample stands for the end of its bin: it is of this instant when that is an edge. */
function isAtEdge({ frame, chart }: Evidence): boolean {
  return frame.at % chart.binMicros === 0
}

function series({ chart }: Evidence, kind: string, name: string): (number | null)[] | undefined {
  return chart.more?.find(its => its.chart === kind && its.name === name)?.values
}

function largeGroup({ frame, columns }: Evidence): GroupView | undefined {
  return frame.groups.find(({ segments }) => segments.some(({ id }) => id === columns[0]?.id))
}

/** LSNs: the words, the ruler of the Volume panel, the report, the chart of points. */
const logPoints: Check = evidence => {
  const { frame, report, columns } = evidence
  const group = largeGroup(evidence)
  if (frame.multiMaster !== null || group === undefined || columns.length === 0) return []
  const { vcl, vdl, highestLsn, lowestReadPoint, epoch } = frame.volume
  const reported = report.volume.groups.find(({ id }) => id === group.id)
  const subject = volumeSubject(frame, group.id, null)
  const marks = new Map((subject ? rulerMarks(subject) : []).map(({ name, lsn }) => [name, lsn]))
  const written = lastOf(series(evidence, 'points', 'written'))
  const complete = lastOf(series(evidence, 'points', 'VCL'))
  return [
    ...(group.carriesPgcl === 0 ? [] : saysOnStage(evidence, 'the PGCL', `PGCL ${group.pgcl}`)),
    ...(group.carriesPgcl === 0 ? [] : saysOnStage(evidence, 'the VDL', `VDL ${vdl}`)),
    ...same('PGCL on stage and in the report', group.pgcl, reported?.pgcl),
    ...same('VDL on stage and in the report', vdl, report.volume.vdl),
    ...same('VCL on stage and in the report', vcl, report.volume.vcl),
    ...same('highest LSN', highestLsn, report.volume.highestLsn),
    ...same('lowest read point', lowestReadPoint, report.volume.lowestReadPoint),
    ...same('volume epoch', epoch, report.volume.epoch),
    ...same('VDL on the ruler', marks.get('VDL'), vdl),
    ...same('PGCL on the ruler', marks.get('PGCL'), group.pgcl),
    ...same('VCL on the ruler', marks.get('VCL'), vcl),
    ...(isAtEdge(evidence) && written != null
      ? [
          ...same('written beyond VDL, on the chart', written, Math.max(0, highestLsn - vdl)),
          ...same('complete beyond VDL, on the chart', complete, Math.max(0, vcl - vdl)),
        ]
      : []),
  ]
}

/** The SCL of every copy of every group: on the ruler, in the inspector, in the report. */
const copies: Check = ({ frame, report }) => {
  if (frame.multiMaster !== null) return []
  return frame.groups.flatMap(group => {
    const reported = report.volume.groups.find(({ id }) => id === group.id)
    const subject = volumeSubject(frame, group.id, null)
    const marks = subject === null ? [] : rulerMarks(subject)
    return group.segments.flatMap(({ id, scl }, bit) => [
      ...same(
        `SCL of ${id} in the report`,
        reported?.segments.find(its => its.id === id)?.scl,
        scl,
      ),
      ...same(`SCL of ${id} on the ruler`, marks.find(mark => mark.id === `scl-${bit}`)?.lsn, scl),
      ...same(`SCL of ${id} in the inspector`, rowOf(frame, id, 'SCL'), formatCount(scl)),
    ])
  })
}

function rowOf(frame: Frame, subject: string, name: string): string | undefined {
  return describeState(frame, subject).find(row => row.name === name)?.value
}

/** The upper edge of the cell of each LSN in a column, read off the numbers that stand in cells. */
function edgesOf({ lsns }: Pick<ColumnShape | LaneShape, 'lsns'>): Map<number, number> {
  const steps = lsns.slice(1).map(({ y }, index) => Math.abs(y - (lsns[index]?.y ?? 0)))
  if (steps.length === 0) return new Map()
  const height = Math.min(...steps) - 2
  return new Map(lsns.map(({ text, y }) => [Number(text), y - 4 - height / 2]))
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1.5
}

/** The body of a column ends at its SCL; the bracket stands at the PGCL, the tick at the VDL. */
const lines: Check = evidence => {
  const { frame, columns, bracket } = evidence
  const group = largeGroup(evidence)
  if (frame.multiMaster !== null || group === undefined) return []
  const edges = new Map(columns.flatMap(column => [...edgesOf(column)]))
  const bodies = columns.flatMap(column => {
    const scl = group.segments.find(({ id }) => id === column.id)?.scl ?? 0
    const edge = edgesOf(column).get(scl)
    if (column.lsns.length < 2 || edge === undefined || isNear(column.body.y, edge)) return []
    return [`the body of ${column.id} ends at ${column.body.y}, its SCL ${scl} at ${edge}`]
  })
  const stroke = Number(/V(-?[\d.]+)/.exec(bracket.path)?.[1])
  const tick = Number(/^M\S+ (-?[\d.]+)/.exec(bracket.vdl)?.[1])
  return [
    ...bodies,
    ...standsAt('the bracket', stroke, edges.get(group.pgcl)),
    ...standsAt('the tick of the VDL', tick, edges.get(frame.volume.vdl)),
  ]
}

/** The same in the lanes of several writers. */
const laneLines: Check = evidence => {
  const { frame, lanes } = evidence
  const group = largeGroup(evidence)
  return (frame.multiMaster?.writers ?? []).flatMap(({ id, groups }) => {
    const log = groups.find(its => its.id === group?.id)
    return lanes.flatMap(lane => {
      const bit = group?.segments.findIndex(segment => lane.id === `${segment.id} ${id}`) ?? -1
      if (bit < 0 || log === undefined) return []
      const edges = edgesOf(lane)
      const stroke = Number(/V(-?[\d.]+)/.exec(lane.bracket)?.[1])
      return [
        ...standsAt(`the bracket of ${lane.id}`, stroke, edges.get(log.pgcl)),
        ...standsAt(`the body of ${lane.id}`, lane.body.y - 1, edges.get(log.scl[bit] ?? 0)),
      ]
    })
  })
}

/** What is not drawn, or stands at an LSN without a cell, is not looked at. */
function standsAt(what: string, y: number, edge: number | undefined): string[] {
  if (Number.isNaN(y) || edge === undefined || isNear(y + 1, edge)) return []
  return [`${what} stands at ${y}, its LSN at ${edge}`]
}

/** Transactions in the picture and in the report; under the curve those that changed something. */
const commits: Check = ({ frame, report, chart, changes }) => {
  const counted = chart.commitsPerSecond.reduce<number>((sum, rate) => sum + (rate ?? 0), 0)
  const onChart = Math.round((counted * chart.binMicros) / 1_000_000)
  const ofInstances = report.instances.reduce((sum, its) => sum + its.commits, 0)
  return [
    ...same('transactions in the report', report.transactions.committed, frame.totals.committed),
    ...same('transactions of all instances', ofInstances, frame.totals.committed),
    ...same('commits told and under the curve', changes, onChart),
  ]
}

/** How far readers are behind: the words, the report, the chart. */
const lag: Check = evidence => {
  const { frame, report } = evidence
  return (frame.failover?.readers ?? []).flatMap(({ id, lagMicros, isJoined }) => {
    const reported = report.instances.find(its => its.id === id)?.lagMicros ?? {}
    const drawn = lastOf(series(evidence, 'lag', id))
    const words = evidence.labels.find(
      label => label.id.startsWith(id) && /behind/.test(label.text),
    )
    return [
      ...(words && !words.text.startsWith(formatTime(lagMicros))
        ? [`${id} is ${formatTime(lagMicros)} behind, the stage says "${words.text}"`]
        : []),
      ...(Object.values(reported).length === 0
        ? []
        : same(`lag of ${id} in the report`, Object.values(reported)[0], lagMicros)),
      ...(isAtEdge(evidence) && drawn != null && isJoined
        ? same(`lag of ${id} on the chart`, drawn, lagMicros)
        : []),
    ]
  })
}

/** Capacity: the words, the report, the chart. */
const capacity: Check = evidence => {
  const { frame, report, chart } = evidence
  return (frame.serverless?.instances ?? []).flatMap(({ id, reported }) => {
    const acu = reported / 1_000_000
    const drawn = chart.capacity?.find(({ instance }) => instance === id)?.acu
    const said = report.capacity.filter(({ instance }) => instance === id)
    return [
      ...saysOnStage(evidence, `capacity of ${id}`, `${formatAcu(reported)} ACU`),
      ...same(`capacity of ${id}`, report.instances.find(its => its.id === id)?.acu, acu),
      ...same(`last change of capacity of ${id}`, lastOf(said)?.acu, acu),
      ...same(`capacity of ${id} on the chart`, lastOf(drawn), acu),
    ]
  })
}

/** Cost: the words, the bill line by line, the report, the chart. */
const cost: Check = evidence => {
  const { frame, report, chart, bill } = evidence
  const [own] = bill.own
  const sum = own.lines.reduce((total, { nano }) => total + nano, 0)
  const meter = frame.serverless?.meter
  const drawn = lastOf(chart.dollars)
  return [
    ...same('the lines of the bill and its sum', sum, own.nano),
    ...same('cost in the report and on the bill', Number(report.cost.total), Number(own.dollars)),
    ...(meter ? saysOnStage(evidence, 'the cost', formatDollars(own.dollars)) : []),
    ...(meter ? same('the meter and the bill', Number(meter.total), Number(own.dollars)) : []),
    ...(isAtEdge(evidence) && drawn != null
      ? same('cost on the chart', drawn.toFixed(6), Number(own.dollars).toFixed(6))
      : []),
  ]
}

/** What applications suffered: the words, the report, the chart of availability. */
const applications: Check = evidence => {
  const { frame, report, chart } = evidence
  return frame.applications.flatMap(({ id, errors, downMicros }) => {
    const client = report.availability.clients.find(its => its.id === id)
    const shares = series(evidence, 'down', id) ?? []
    const down = shares.reduce<number>((sum, share) => sum + (share ?? 0) * chart.binMicros, 0)
    return [
      ...same(`errors of ${id}`, client?.errors, errors),
      ...same(`time without answers of ${id}`, client?.downMicros, downMicros),
      ...(isAtEdge(evidence) && shares.length > 0
        ? same(`time without answers of ${id} on the chart`, Math.round(down), downMicros)
        : []),
    ]
  })
}

/** The parts of the log of each of several writers: the lanes, the words, the report. */
const writers: Check = evidence => {
  const { frame, report } = evidence
  return (frame.multiMaster?.writers ?? []).flatMap(writer => {
    const { id, vcl, vdl, highestLsn, epoch } = writer
    const points = { vcl, vdl, highestLsn, epoch }
    const told = Object.entries(points).flatMap(([name, value]) => {
      const reported = report.volume[name as keyof typeof points]
      return same(`${name} of ${id}`, (reported as Record<string, number>)[id], value)
    })
    const instance = report.instances.find(its => its.id === id)
    const words = evidence.labels.find(({ text }) => text.startsWith(`${id} VDL `))
    const said = words ? same(`VDL of ${id} on stage`, words.text, `${id} VDL ${vdl}`) : []
    return [...told, ...said, ...same(`commits of ${id}`, instance?.commits, writer.commits)]
  })
}

/** Conflicts: by writer, by cause, on the chart. */
const conflicts: Check = evidence => {
  const { frame, report, chart } = evidence
  if (frame.multiMaster === null) return []
  const byWriter = frame.multiMaster.writers.reduce((sum, its) => sum + its.conflicts, 0)
  const { deadlock, lockTimeout, ...betweenWriters } = report.conflicts
  const byCause = Object.values(betweenWriters).reduce((sum, count) => sum + count, 0)
  const drawn = (chart.more ?? []).filter(its => its.chart === 'conflicts')
  const onChart = drawn.flatMap(({ values }) => values).reduce<number>((a, b) => a + (b ?? 0), 0)
  return [
    ...same('conflicts by writer and by cause', byWriter, byCause),
    ...same('conflicts on the chart', onChart, byCause + deadlock + lockTimeout),
  ]
}

const checks: readonly Check[] = [
  ...[logPoints, copies, lines, laneLines, commits, lag, capacity],
  ...[cost, applications, writers, conflicts],
]

/** Empty when all agree. */
export function disagreements(evidence: Evidence): string[] {
  return checks.flatMap(check => check(evidence))
}
