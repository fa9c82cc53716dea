/** Opens a cluster that was filled in; what the engine refuses is left to the form. */
import type { Scenario } from '../../../engine/contract/scenario.ts'
import type { Problem } from '../../../workers/api.ts'
import { engineStore } from '../../store/engineStore.ts'
import { learnMore } from '../../store/learnMore.ts'
import { showOpened } from '../../store/showOpened.ts'
import { viewStore } from '../../store/viewStore.ts'

/** Empty when it was opened; it then plays. */
export async function openCluster(scenario: Scenario): Promise<Problem[]> {
  const { engine } = engineStore.getState()
  if (engine === null) return []
  const { dialog } = viewStore.getState()
  const [outcome] = await Promise.all([engine.open(scenario, true), learnMore()])
  if (!outcome.ok) return outcome.problems
  await showOpened(outcome.opened, dialog)
  return []
}
