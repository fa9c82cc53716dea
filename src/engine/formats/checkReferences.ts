/**
 * What only a look at the whole scenario can tell: names that must exist, names given twice,
 * targets, instants in order. It reads whatever is well formed and passes over the rest, so that
 * one reading tells all problems, also beside wrong fields.
 */
import type { FaultKind } from '../contract/faults.ts'
import { checkCluster } from './checkCluster.ts'
import { checkCurves } from './checkCurve.ts'
import { checkPattern } from './checkPattern.ts'
import { checkPlaces } from './checkPlaces.ts'
import { checkCpuTimes } from './checkCpuTimes.ts'
import { checkRows } from './checkRows.ts'
import { faultKinds } from './commandSchema.ts'
import { at, each, type Given, isDraft, mustBeOneOf, texts } from './draft.ts'
import { parseDuration } from './duration.ts'
import { type Problem, renderPath, showValue } from './problem.ts'
import { nodeNames, type Places, targetRule, zoneNames } from './targets.ts'

function mustBeUnique(given: Given[], taken: string[]): Problem[] {
  const seen = new Set(taken)
  const problems: Problem[] = []
  for (const { value, path } of given) {
    if (typeof value !== 'string') continue
    const message = `the name "${value}" is taken`
    if (seen.has(value)) problems.push({ path: renderPath(path), message, allowed: 'a free name' })
    seen.add(value)
  }
  return problems
}

function placesOf(root: Given): Places {
  const { value } = at(root, 'cluster', 'parameters')
  const fleet = isDraft(value) ? value['storage.fleetPerAz'] : undefined
  const isFleet = typeof fleet === 'number' && fleet >= 2 && fleet <= 30
  return {
    nodes: nodeNames(isFleet ? fleet : 3),
    instances: texts(each(root, 'cluster', 'instances').map(item => at(item, 'id'))),
    applications: texts(each(root, 'workload').map(item => at(item, 'id'))),
    zones: zoneNames,
  }
}

function checkNames(root: Given, places: Places): Problem[] {
  const actors = [
    ...each(root, 'cluster', 'instances').map(item => at(item, 'id')),
    ...each(root, 'workload').map(item => at(item, 'id')),
  ]
  const tables = each(root, 'tables').map(item => at(item, 'name'))
  const taken = [...places.nodes, ...places.zones, 'network', 'consoles', 'proxy']
  return [...mustBeUnique(actors, taken), ...mustBeUnique(tables, [])]
}

function tableNames(root: Given): string[] {
  return texts(each(root, 'tables').map(item => at(item, 'name')))
}

function checkWorkload(root: Given): Problem[] {
  const tables = tableNames(root)
  return each(root, 'workload').flatMap(item =>
    mustBeOneOf(at(item, 'keys', 'table'), tables, 'table'),
  )
}

function checkTarget(entry: Given, places: Places): Problem[] {
  const { value: fault } = at(entry, 'fault')
  const { value: target, path } = at(entry, 'target')
  if (typeof target !== 'string' || !faultKinds.includes(fault as FaultKind)) return []
  const allowed = targetRule(fault as FaultKind, target, places)
  if (allowed === null) return []
  const message = `${fault as FaultKind} cannot be aimed at ${showValue(target)}`
  return [{ path: renderPath(path), message, allowed }]
}

/** Only what makes slow has a factor, only what comes by chance has a ratio. */
const extras: [key: string, faults: FaultKind[]][] = [
  ['factor', ['SlowNode', 'HotNode', 'SlowDisk']],
  ['ratio', ['PacketLoss', 'DiskCongestion', 'DiskFailure', 'ReplicaFailure']],
  ['minMillis', ['DiskCongestion']],
  ['maxMillis', ['DiskCongestion']],
  ['page', ['PageCorruption']],
]

function checkExtras(entry: Given): Problem[] {
  const fault = at(entry, 'fault').value
  return extras.flatMap(([key, owners]) => {
    const { value, path } = at(entry, key)
    if (value === undefined || owners.includes(fault as FaultKind)) return []
    const message = `${String(fault)} has no ${key}`
    return [{ path: renderPath(path), message, allowed: `${key} only with ${owners.join(', ')}` }]
  })
}

function checkScript(root: Given, places: Places): Problem[] {
  const tables = tableNames(root)
  return each(root, 'script').flatMap(entry => [
    ...checkTarget(entry, places),
    ...checkExtras(entry),
    ...mustBeOneOf(at(entry, 'workload'), places.applications, 'application'),
    ...mustBeOneOf(at(entry, 'table'), tables, 'table'),
    ...checkRows(root, entry),
  ])
}

function checkPace(root: Given): Problem[] {
  let before = -1
  return each(root, 'pace').flatMap(entry => {
    const { value, path } = at(entry, 'from')
    const from = parseDuration(value) ?? before + 1
    const isLater = from > before
    before = from
    if (isLater) return []
    const message = `${showValue(value)} is not later than the change of pace before it`
    return [{ path: renderPath(path), message, allowed: 'rising instants' }]
  })
}

function checkOpening(root: Given): Problem[] {
  const { value, path } = at(root, 'opensAt')
  const until = parseDuration(at(root, 'until').value ?? '60s')
  const opensAt = parseDuration(value)
  if (opensAt === null || until === null || opensAt <= until) return []
  const message = `${showValue(value)} is after the end of the scenario`
  return [{ path: renderPath(path), message, allowed: 'an instant up to `until`' }]
}

/** The world keeps a number for each page, and every checkpoint copies them. */
const mostPages = 1_000_000

function pagesOf(table: Given): number {
  const rows = at(table, 'rows').value
  const rowsPerPage = at(table, 'rowsPerPage').value ?? 100
  const areNumbers = typeof rows === 'number' && typeof rowsPerPage === 'number'
  return areNumbers && rowsPerPage >= 1 ? Math.ceil(rows / rowsPerPage) : 0
}

function checkSize(root: Given): Problem[] {
  const pages = each(root, 'tables').reduce((sum, table) => sum + pagesOf(table), 0)
  if (pages <= mostPages) return []
  const message = `the tables have ${pages} pages together`
  return [{ path: 'tables', message, allowed: 'at most 1000000 pages (rows over rowsPerPage)' }]
}

export function checkReferences(scenario: unknown): Problem[] {
  const root: Given = { value: scenario, path: [] }
  const places = placesOf(root)
  return [
    ...checkNames(root, places),
    ...checkCluster(root),
    ...checkWorkload(root),
    ...checkCurves(root),
    ...checkCpuTimes(root),
    ...checkPlaces(root),
    ...checkScript(root, places),
    ...checkPace(root),
    ...checkOpening(root),
    ...checkSize(root),
    ...each(root, 'expect').flatMap(checkPattern),
  ]
}
