/** Features of Serverless v2 that the edition has, and one role at most in a global database. */
import { at, each, type Given } from './draft.ts'
import { type Problem, renderPath } from './problem.ts'
import { featuresOf } from './v2Names.ts'

export function checkFeatures(cluster: Given): Problem[] {
  const edition = at(cluster, 'edition').value === 'postgresql' ? 'postgresql' : 'mysql'
  const offered: readonly unknown[] = featuresOf(edition)
  const features = each(at(cluster, 'serverless'), 'features')
  const strange = features.filter(({ value }) => !offered.includes(value))
  const problems = strange.map(({ path, value }) => ({
    path: renderPath(path),
    message: `Serverless v2 with ${edition} has no "${value}"`,
    allowed: offered.join(', '),
  }))
  const roles = features.filter(
    ({ value }) => value === 'globalPrimary' || value === 'globalSecondary',
  )
  const [, second] = roles
  if (!second || roles[0]!.value === second.value) return problems
  const message = 'a cluster is the primary or a secondary of a global database'
  return [...problems, { path: renderPath(second.path), message, allowed: 'one of them' }]
}
