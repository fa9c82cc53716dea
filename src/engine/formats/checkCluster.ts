/**
 * Which clusters there are: Multi-Master has one to four writers, no readers, speaks MySQL and is
 * not serverless (UG22); single-master has one writer and up to 15 readers (S17). All else is
 * refused with the reason.
 */
import { rangeProblem, rangeRule, defaultRange } from './capacityRange.ts'
import { at, each, type Given, texts } from './draft.ts'
import { serverlessClass } from './instanceClass.ts'
import { type Problem, renderPath } from './problem.ts'

const mostWriters = 4
const mostReaders = 15

function wrong({ path }: Given, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}

function isReader(instance: Given): boolean {
  return at(instance, 'role').value === 'reader'
}

function isServerless(instance: Given): boolean {
  return at(instance, 'class').value === serverlessClass
}

function checkMultiMaster(cluster: Given, instances: Given[]): Problem[] {
  const problems: Problem[] = []
  const edition = at(cluster, 'edition')
  if (edition.value === 'postgresql') {
    const message = 'Multi-Master was built on Aurora MySQL version 1; it never spoke PostgreSQL'
    problems.push(wrong(edition, message, '"mysql"'))
  }
  for (const reader of instances.filter(isReader)) {
    const message = 'Multi-Master has no readers: every instance is a writer'
    problems.push(wrong(at(reader, 'role'), message, '"writer"'))
  }
  for (const serverless of instances.filter(isServerless)) {
    const message = 'Multi-Master could not be serverless'
    problems.push(wrong(at(serverless, 'class'), message, 'an instance class as "db.r4.2xlarge"'))
  }
  if (instances.length > mostWriters) {
    const message = `Multi-Master cannot have ${instances.length} writers`
    problems.push(wrong(at(cluster, 'instances'), message, `1 to ${mostWriters} writers`))
  }
  return problems
}

function checkSingleMaster(cluster: Given, instances: Given[]): Problem[] {
  const readers = instances.filter(isReader)
  const writers = instances.length - readers.length
  const problems: Problem[] = []
  if (writers !== 1 && instances.length > 0) {
    const message = `a single-master cluster cannot have ${writers} writers`
    const allowed = 'one writer; more only with "topology": "multi-master"'
    problems.push(wrong(at(cluster, 'instances'), message, allowed))
  }
  if (readers.length > mostReaders) {
    const message = `a cluster cannot have ${readers.length} readers`
    problems.push(wrong(at(cluster, 'instances'), message, `0 to ${mostReaders} readers`))
  }
  if (instances[0] && isReader(instances[0])) {
    const message = 'the first instance is the writer'
    problems.push(wrong(at(instances[0], 'role'), message, '"writer"'))
  }
  return problems
}

function checkTiers(instances: Given[]): Problem[] {
  return instances
    .filter(instance => !isReader(instance) && at(instance, 'tier').value !== undefined)
    .map(instance => wrong(at(instance, 'tier'), 'only readers have a tier', 'nothing'))
}

function checkRange(cluster: Given): Problem[] {
  const given = at(cluster, 'serverless')
  const min = at(given, 'min').value ?? defaultRange.min
  const max = at(given, 'max').value ?? defaultRange.max
  if (typeof min !== 'number' || typeof max !== 'number') return []
  if (rangeProblem(min, max) === null) return []
  const message = `${min} to ${max} ACU is no range of Serverless v2`
  return [wrong(given, message, rangeRule)]
}

export function checkCluster(root: Given): Problem[] {
  const cluster = at(root, 'cluster')
  const instances = each(cluster, 'instances')
  const isMulti = at(cluster, 'topology').value === 'multi-master'
  const check = isMulti ? checkMultiMaster : checkSingleMaster
  return [...check(cluster, instances), ...checkTiers(instances), ...checkRange(cluster)]
}

/** Where an application may send its requests. */
export function routesOf(root: Given): string[] {
  const isMulti = at(root, 'cluster', 'topology').value === 'multi-master'
  const names = texts(each(root, 'cluster', 'instances').map(item => at(item, 'id')))
  return [...names, ...(isMulti ? ['round-robin'] : ['cluster'])]
}
