/**
 * Which clusters there are: Multi-Master has one to four writers, no readers, speaks MySQL and is
 * not serverless (UG22); single-master has one writer and up to 15 readers (S17). All else is
 * refused with the reason.
 */
import { checkCapacity } from './checkCapacity.ts'
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

/** A place that is kept is one for a reader; it is no reader yet. */
function checkSpares(instances: Given[], isMulti: boolean): Problem[] {
  return instances
    .filter(instance => at(instance, 'spare').value === true)
    .filter(instance => isMulti || !isReader(instance))
    .map(instance => {
      const message = 'a place is kept only for a reader of a single-master cluster'
      return wrong(at(instance, 'spare'), message, 'spare with "role": "reader"')
    })
}

function checkTiers(instances: Given[]): Problem[] {
  return instances
    .filter(instance => !isReader(instance) && at(instance, 'tier').value !== undefined)
    .map(instance => wrong(at(instance, 'tier'), 'only readers have a tier', 'nothing'))
}

/** New rows need room: groups of few pages, so that the volume grows, and no table behind. */
function checkGrowth(root: Given): Problem[] {
  const cluster = at(root, 'cluster')
  const pages = at(cluster, 'parameters', 'storage.pagesPerGroup')
  const isGrowing = typeof pages.value === 'number' && pages.value > 0
  if (isGrowing && at(cluster, 'topology').value === 'multi-master') {
    return [wrong(pages, 'a volume of several writers does not grow here', '0')]
  }
  const last = texts(each(root, 'tables').map(item => at(item, 'name'))).at(-1)
  return each(root, 'workload').flatMap(item => {
    const pattern = at(item, 'keys', 'pattern')
    if (pattern.value !== 'append') return []
    if (!isGrowing) {
      return [wrong(pattern, 'new rows need a volume that grows', 'storage.pagesPerGroup above 0')]
    }
    const table = at(item, 'keys', 'table')
    if (table.value === last) return []
    return [wrong(table, 'only the last table has room behind it', JSON.stringify(last))]
  })
}

/** 4 of 6 and 3 of 6, or to compare with it 2 of 3 at one writer; full and tail only of six. */
const quorums = ['6 4 3', '3 2 2']

function checkQuorum(cluster: Given): Problem[] {
  const given = at(cluster, 'parameters')
  const numberOf = (name: string, otherwise: number) => at(given, name).value ?? otherwise
  const copies = numberOf('quorum.copies', 6)
  const fulls = at(cluster, 'volume', 'segments').value === 'full-tail' ? 3 : 6
  const kinds = numberOf('quorum.fullSegments', fulls)
  const asked = [copies, numberOf('quorum.write', 4), numberOf('quorum.read', 3)].join(' ')
  const problems: Problem[] = []
  if (!quorums.includes(asked)) {
    const message = `copies, write and read cannot be ${asked.split(' ').join(', ')}`
    problems.push(wrong(given, message, 'quorum.copies, .write and .read 6, 4, 3 or 3, 2, 2'))
  }
  if (copies !== 6 && at(cluster, 'topology').value === 'multi-master') {
    problems.push(wrong(given, 'several writers ask six copies here', 'quorum.copies 6'))
  }
  if (kinds !== 6 && !(kinds === 3 && copies === 6)) {
    const message = `${String(copies)} copies cannot have ${String(kinds)} full ones`
    problems.push(wrong(given, message, 'quorum.fullSegments 6, or 3 of six copies'))
  }
  return problems
}

export function checkCluster(root: Given): Problem[] {
  const cluster = at(root, 'cluster')
  const instances = each(cluster, 'instances')
  const isMulti = at(cluster, 'topology').value === 'multi-master'
  const check = isMulti ? checkMultiMaster : checkSingleMaster
  return [
    ...check(cluster, instances),
    ...checkTiers(instances),
    ...checkSpares(instances, isMulti),
    ...checkCapacity(cluster),
    ...checkQuorum(cluster),
    ...checkGrowth(root),
  ]
}
