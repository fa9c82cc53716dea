/**
 * What each plan consists of. A new instance that takes over needs the range first where it is
 * serverless; the snapshot leads to another cluster, which is described and not run. Rule Z6.
 */
import type { MigrationPlan, MigrationStep } from '../../contract/modify.ts'

const takeOver: MigrationStep[] = ['add', 'join', 'failover', 'settle']
const outOfV1: MigrationStep[] = ['backup', ...takeOver, 'remove']

export function planSteps(
  plan: MigrationPlan,
  isToServerless: boolean,
  keepsOld: boolean,
): MigrationStep[] {
  const range: MigrationStep[] = isToServerless ? ['range'] : []
  if (plan === 'inPlace') return [...range, 'restart', 'settle']
  if (plan === 'snapshot') return ['snapshot', 'restore', 'cutover']
  if (plan === 'engineMode') return outOfV1
  if (plan === 'threeStages')
    return [...outOfV1, 'upgrade', 'settle', ...range, ...takeOver, 'remove']
  if (plan === 'blueGreen') {
    const rest: MigrationStep[] = keepsOld ? [] : ['removeBlue']
    return [...range, 'green', 'catchUp', 'switchover', 'settle', ...rest]
  }
  const last: MigrationStep[] = keepsOld ? [] : ['remove']
  return [...range, ...takeOver, ...last]
}
