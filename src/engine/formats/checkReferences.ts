/**
 * What only a look at the whole scenario can tell: names that must exist, names given twice,
 * targets, instants in order. It reads whatever is well formed and passes over the rest, so that
 * one reading tells all problems, also beside wrong fields.
 */
import type { FaultKind } from '../contract/faults.ts'
import { faultKinds } from './commandSchema.ts'
import { parseDuration } from './duration.ts'
import { fieldsOf } from './factFields.ts'
import { nearestName } from './nearestName.ts'
import { type Problem, renderPath, showValue } from './problem.ts'
import { nodeNames, type Places, targetRule, zoneNames } from './targets.ts'

/** A scenario of which nothing is certain yet. */
type Draft = { readonly [key: string]: unknown }
type Path = (string | number)[]
interface Given {
  value: unknown
  path: Path
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(given: Given, ...keys: string[]): Given {
  let { value } = given
  for (const key of keys) value = isDraft(value) ? value[key] : undefined
  return { value, path: [...given.path, ...keys] }
}

function each(given: Given, ...keys: string[]): Given[] {
  const { value, path } = at(given, ...keys)
  if (!Array.isArray(value)) return []
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }))
}

function texts(given: Given[]): string[] {
  return given.map(({ value }) => value).filter(value => typeof value === 'string')
}

function mustBeOneOf({ value, path }: Given, names: string[], what: string): Problem[] {
  if (typeof value !== 'string' || names.includes(value)) return []
  const nearest = nearestName(value, names)
  const hint = nearest === null ? '' : `; did you mean "${nearest}"?`
  const allowed = names.length > 0 ? names.join(', ') : null
  return [
    { path: renderPath(path), message: `there is no ${what} ${showValue(value)}${hint}`, allowed },
  ]
}

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
  const taken = [...places.nodes, ...places.zones, 'network']
  return [...mustBeUnique(actors, taken), ...mustBeUnique(tables, [])]
}

function checkWorkload(root: Given, places: Places): Problem[] {
  const tables = texts(each(root, 'tables').map(item => at(item, 'name')))
  return each(root, 'workload').flatMap(item => [
    ...mustBeOneOf(at(item, 'on'), places.instances, 'instance'),
    ...mustBeOneOf(at(item, 'keys', 'table'), tables, 'table'),
  ])
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

/** Only a slow node has a factor, only loss has a ratio. */
const extras: [key: string, fault: FaultKind][] = [
  ['factor', 'SlowNode'],
  ['ratio', 'PacketLoss'],
]

function checkExtras(entry: Given): Problem[] {
  const fault = at(entry, 'fault').value
  return extras.flatMap(([key, owner]) => {
    const { value, path } = at(entry, key)
    if (value === undefined || fault === owner) return []
    const message = `${String(fault)} has no ${key}`
    return [{ path: renderPath(path), message, allowed: `${key} only with ${owner}` }]
  })
}

function checkScript(root: Given, places: Places): Problem[] {
  return each(root, 'script').flatMap(entry => [
    ...checkTarget(entry, places),
    ...checkExtras(entry),
    ...mustBeOneOf(at(entry, 'workload'), places.applications, 'application'),
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

/** The fields named in `where`, and the order of `within` and `count`. */
export function checkPattern(pattern: Given): Problem[] {
  const fact = at(pattern, 'fact').value
  const where = at(pattern, 'where')
  const fields = typeof fact === 'string' ? fieldsOf(fact) : []
  if (fields.length === 0 || !isDraft(where.value)) return []
  return Object.keys(where.value).flatMap(field => {
    const given = { value: field, path: [...where.path, field] }
    return mustBeOneOf(given, fields, `field of ${String(fact)}`)
  })
}

export function checkReferences(scenario: unknown): Problem[] {
  const root: Given = { value: scenario, path: [] }
  const places = placesOf(root)
  return [
    ...checkNames(root, places),
    ...checkWorkload(root, places),
    ...checkScript(root, places),
    ...checkPace(root),
    ...checkOpening(root),
    ...each(root, 'expect').flatMap(checkPattern),
  ]
}
