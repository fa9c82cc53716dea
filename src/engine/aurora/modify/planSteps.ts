/**
 * What each plan consists of. A new instance that takes over needs the range first where it is
 * serverless; the snapshot leads to another cluster, which is described and not run. Rule Z6.
 */
import type { MigrationPlan, MigrationStep } from '../../contract/modify.ts'

export function planSteps(
  plan: MigrationPlan,
  isToServerless: boolean,
  keepsOld: boolean,
): MigrationStep[] {
  const range: MigrationStep[] = isToServerless ? ['range'] : []
  if (plan === 'inPlace') return [...range, 'restart', 'settle']
  if (plan === 'snapshot') return ['snapshot', 'restore', 'cutover']
  if (plan === 'engineMode') return ['backup', 'add', 'join', 'failover', 'settle', 'remove']
  const last: MigrationStep[] = keepsOld ? [] : ['remove']
  return [...range, 'add', 'join', 'failover', 'settle', ...last]
}
