/**
 * Do all places that tell a number of one instant tell the same one? The stage (its words and its
 * lines), the inspector's rows, the ruler, the charts, the report and the bill are held against
 * each other; what differs is returned as sentences.
 */
import type { Frame } from '../../engine/contract/frame.ts'
import { formatAcu } from '../../words/formatAcu.ts'
import { formatDollars } from '../../words/formatDollars.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { describeState } from '../panels/why/describeState.ts'
import { rulerMarks } from '../panels/volume/rulerMarks.ts'
import { volumeSubject } from '../panels/volume/volumeSubject.ts'
import { type Check, type Evidence, largeGroup } from './evidence.ts'
import { lineChecks } from './lineChecks.ts'

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
  ...lineChecks,
  ...[logPoints, copies, commits, lag, capacity],
  ...[cost, applications, writers, conflicts],
]

/** Empty when all agree. */
export function disagreements(evidence: Evidence): string[] {
  return checks.flatMap(check => check(evidence))
}
