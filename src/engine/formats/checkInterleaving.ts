/**
 * What only a look at the whole of an interleaving can tell: ids given twice, releases that an
 * edition does not have, rows that do not fit their columns, instances without a session.
 */
import type { InterleavingFile } from './interleavingSchema.ts'
import { type Problem, renderPath, showValue } from './problem.ts'

type Case = InterleavingFile['cases'][number]
type Path = readonly (string | number)[]

const releases = { mysql: ['5.6', '8.0'], postgresql: ['16'] }

export function checkInterleaving(file: InterleavingFile): Problem[] {
  const seen = new Set<string>()
  return [
    ...checkSetup(file.setup, ['setup']),
    ...file.cases.flatMap((single, index) => checkCase(single, ['cases', index], seen)),
  ]
}

function checkCase(single: Case, path: Path, seen: Set<string>): Problem[] {
  const problems = checkSetup(single.setup, [...path, 'setup'])
  if (seen.has(single.id)) {
    problems.push(problem([...path, 'id'], `the id ${showValue(single.id)} is taken`, 'a free id'))
  }
  seen.add(single.id)
  return [...problems, ...checkRelease(single, path), ...checkPlaces(single, path)]
}

function checkRelease({ edition, release, topology }: Case, path: Path): Problem[] {
  const allowed = topology === 'multi-master' ? ['5.6'] : releases[edition]
  if (topology === 'multi-master' && edition !== 'mysql') {
    return [problem([...path, 'edition'], 'Multi-Master speaks MySQL only', '"mysql"')]
  }
  if (release === undefined || allowed.includes(release)) return []
  const message = `${edition} ${release} is not simulated here`
  return [problem([...path, 'release'], message, allowed.join(', '))]
}

/** A single-master cluster has one writer, `w1`, and readers `r1` to `r15`. */
const instanceNames = { 'single-master': /^(w1|r([1-9]|1[0-5]))$/, 'multi-master': /^w[1-4]$/ }

function checkPlaces({ on = {}, topology = 'single-master' }: Case, path: Path): Problem[] {
  const allowed = topology === 'multi-master' ? 'w1 to w4' : 'w1, r1 to r15'
  return Object.entries(on)
    .filter(([, instance]) => !instanceNames[topology].test(instance))
    .map(([session, instance]) =>
      problem([...path, 'on', session], `there is no instance ${showValue(instance)}`, allowed),
    )
}

function checkSetup(setup: Case['setup'], path: Path): Problem[] {
  if (setup === undefined || Array.isArray(setup)) return []
  const { columns, rows } = setup
  const allowed = `${columns.length} values, one a column`
  return (rows as unknown[][]).flatMap((row, index) => {
    if (row.length === columns.length) return []
    return [problem([...path, 'rows', index], `a row of ${row.length} values`, allowed)]
  })
}

function problem(path: Path, message: string, allowed: string): Problem {
  return { path: renderPath(path), message, allowed }
}
