/**
 * Where applications may go: instances, endpoints, custom endpoints with their members, standbys,
 * and the part of a table that is theirs. In Multi-Master there is no reader endpoint, and custom
 * endpoints are of kind `writer` (UG22, UG-ep).
 */
import { at, each, type Given, isDraft, mustBeOneOf, texts } from './draft.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

function wrong({ path }: Given, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

function isMulti(root: Given): boolean {
  return at(root, 'cluster', 'topology').value === 'multi-master'
}

function instancesOf(root: Given): string[] {
  return texts(each(root, 'cluster', 'instances').map(item => at(item, 'id')))
}

function endpointsOf(root: Given): string[] {
  return texts(each(root, 'cluster', 'endpoints').map(item => at(item, 'id')))
}

/** Where an application may send its requests. */
function routesOf(root: Given): string[] {
  const named = isMulti(root) ? ['cluster', 'round-robin'] : ['cluster', 'reader']
  return [...instancesOf(root), ...named, ...endpointsOf(root)]
}

/** Where a command may be aimed: SQL at an endpoint too, one transaction only at an instance. */
function aimsOf(root: Given, command: unknown): string[] {
  if (command === 'SetPlacement') return routesOf(root)
  if (command !== 'RunSql') return instancesOf(root)
  return [...instancesOf(root), 'cluster', ...(isMulti(root) ? [] : ['reader'])]
}

function checkKind(root: Given, endpoint: Given): Problem[] {
  const kind = at(endpoint, 'kind')
  if (kind.value === 'writer' && !isMulti(root)) {
    const message = 'custom endpoints of kind writer exist only in Multi-Master'
    return [wrong(kind, message, '"reader" or "any"')]
  }
  if (typeof kind.value === 'string' && kind.value !== 'writer' && isMulti(root)) {
    const message = `every instance is a writer: there is no custom endpoint of kind ${kind.value}`
    return [wrong(kind, message, '"writer"')]
  }
  return []
}

function readersOf(root: Given): string[] {
  const instances = each(root, 'cluster', 'instances')
  return texts(
    instances.filter(item => at(item, 'role').value === 'reader').map(item => at(item, 'id')),
  )
}

/** A member twice would only be asked twice as often as people think. */
function checkMembers(root: Given, endpoint: Given): Problem[] {
  const members = each(endpoint, 'members')
  const isReaders = at(endpoint, 'kind').value === 'reader' && !isMulti(root)
  const names = isReaders ? readersOf(root) : instancesOf(root)
  const what = isReaders ? 'reader' : 'instance'
  return members.flatMap((member, index) => {
    const isTwice = members.slice(0, index).some(({ value }) => value === member.value)
    if (isTwice) return [wrong(member, `${showValue(member.value)} is named twice`, 'each once')]
    return mustBeOneOf(member, names, what)
  })
}

const takenNames = ['cluster', 'reader', 'round-robin']

function checkEndpointNames(root: Given): Problem[] {
  const taken = new Set([...takenNames, ...instancesOf(root)])
  return each(root, 'cluster', 'endpoints').flatMap(endpoint => {
    const id = at(endpoint, 'id')
    if (typeof id.value !== 'string') return []
    const isTaken = taken.has(id.value)
    taken.add(id.value)
    return isTaken ? [wrong(id, `the name "${id.value}" is taken`, 'a free name')] : []
  })
}

function checkPart(root: Given, workload: Given): Problem[] {
  const part = at(workload, 'keys', 'rows')
  if (!Array.isArray(part.value)) return []
  const [first, last] = part.value as unknown[]
  const name = at(workload, 'keys', 'table').value
  const table = each(root, 'tables').find(its => at(its, 'name').value === name)
  const rows = table && at(table, 'rows').value
  if (typeof first !== 'number' || typeof last !== 'number' || typeof rows !== 'number') return []
  const pattern = at(workload, 'keys', 'pattern').value
  if (pattern === 'append' || pattern === 'partitioned') {
    return [wrong(part, `the pattern ${pattern} has no part of a table`, 'another pattern')]
  }
  if (first <= last && last < rows) return []
  const message = `rows ${first} to ${last} are no part of ${showValue(name)}`
  return [wrong(part, message, `two rows from 0 to ${rows - 1}, the first not behind the last`)]
}

function checkPlan(root: Given, plan: Given, place: unknown): Problem[] {
  if (!isDraft(plan.value)) return []
  const instances = instancesOf(root)
  return each(plan, 'standby').flatMap(standby => {
    if (standby.value !== place) return mustBeOneOf(standby, instances, 'instance')
    return [wrong(standby, `${showValue(place)} cannot stand by for itself`, 'another instance')]
  })
}

/** A proxy stands in front of the cluster endpoint, and looks after its writer by itself. */
function checkProxy(root: Given, workload: Given): Problem[] {
  const via = at(workload, 'via')
  if (via.value === undefined) return []
  const [on, plan] = [at(workload, 'on'), at(workload, 'healthCheck')]
  const problems: Problem[] = []
  if (on.value !== 'cluster') {
    problems.push(wrong(on, 'a proxy stands in front of the cluster endpoint', '"cluster"'))
  }
  if (plan.value !== undefined) {
    problems.push(wrong(plan, 'a proxy looks after its writer by itself', 'nothing with via'))
  }
  if (at(root, 'cluster', 'serverless', 'generation').value === 'v1') {
    problems.push(wrong(via, 'clients of Serverless v1 are connected to its own routers', 'none'))
  }
  return problems
}

export function checkPlaces(root: Given): Problem[] {
  const endpoints = each(root, 'cluster', 'endpoints')
  const workload = each(root, 'workload')
  return [
    ...checkEndpointNames(root),
    ...endpoints.flatMap(its => [...checkKind(root, its), ...checkMembers(root, its)]),
    ...workload.flatMap(its => [
      ...mustBeOneOf(at(its, 'on'), routesOf(root), 'instance or endpoint'),
      ...checkPart(root, its),
      ...checkProxy(root, its),
      ...checkPlan(root, at(its, 'healthCheck'), at(its, 'on').value ?? instancesOf(root)[0]),
    ]),
    ...each(root, 'script').flatMap(entry => [
      ...mustBeOneOf(at(entry, 'on'), aimsOf(root, at(entry, 'do').value), 'instance'),
      ...checkPlan(root, entry, null),
    ]),
  ]
}
